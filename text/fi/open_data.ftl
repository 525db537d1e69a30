### Avoin data pakettina.

open-data-package = Kaiken saa myös yhtenä pakettina, jossa on HSDS 3.1 -taulukot. Se tehdään uudelleen muutaman tunnin kuluttua muutoksista.
open-data-package-link = Datapaketti (zip)
