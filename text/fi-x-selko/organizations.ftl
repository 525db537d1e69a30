### Järjestäjät selkosuomeksi.

organizations-title = Kuka järjestää?
organizations-description = Yhdistykset, seurakunnat, kunnat, koulut ja yritykset, jotka järjestävät toimintaa.
organizations-h1 = Kuka järjestää toimintaa?
organizations-lead = Tässä ovat kaikki järjestäjät. Ne ovat aakkosjärjestyksessä. Kukaan ei ole maksanut paikasta.
organizations-kind = Millainen järjestäjä?
organizations-kind-all = Kaikki järjestäjät
organizations-show = Näytä
organizations-count =
    { $count ->
        [one] { $count } järjestäjä
       *[other] { $count } järjestäjää
    }
organizations-none = Tällaisia järjestäjiä ei ole vielä.
organizations-all = Näytä kaikki järjestäjät
organizations-join = Puuttuuko joku?
organizations-join-link = Näin järjestäjä pääsee mukaan
organization-contact = Ota yhteyttä
organization-no-contact = Emme tiedä vielä puhelinnumeroa tai osoitetta.
organization-phone = Puhelin
organization-email = Sähköposti
organization-website = Verkkosivut
organization-places = Paikat
organization-offers =
    { $count ->
        [0] Nyt ei ole toimintaa
        [one] Mitä täällä voi tehdä? { $count } asia
       *[other] Mitä täällä voi tehdä? { $count } asiaa
    }
organization-nothing = Toiminta voi alkaa myöhemmin. Silloin näet sen tässä.
organization-search = Etsi muuta tekemistä
organization-beside = Tietoa ja muuta
organization-all = Hae näistä { $count }
organization-checked = Nämä tiedot tarkistettiin { $day }.
