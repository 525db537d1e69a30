### Öppna data som ett paket.

open-data-package = Du får också allt i ett paket med HSDS 3.1-tabeller. Det görs på nytt några timmar efter att något har ändrats.
open-data-package-link = Datapaket (zip)
