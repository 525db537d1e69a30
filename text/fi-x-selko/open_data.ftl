### Avoin data pakettina.

open-data-package = Saat kaikki tiedot myös yhtenä pakettina. Paketissa on taulukoita. Uusi paketti tulee muutaman tunnin kuluttua, kun tiedot ovat muuttuneet.
open-data-package-link = Datapaketti (zip)
