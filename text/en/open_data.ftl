### Open data as a package.

open-data-package = You also get everything in one package, as HSDS 3.1 tables. It is made again a few hours after something has changed.
open-data-package-link = Data package (zip)
