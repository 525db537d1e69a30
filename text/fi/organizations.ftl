### Järjestäjät: luettelo ja jokaisen oma sivu.

organizations-title = Järjestäjät
organizations-description = Kaikki, jotka järjestävät alueella toimintaa: yhdistykset, seurakunnat, kunnat, oppilaitokset ja yritykset.
organizations-h1 = Kuka järjestää?
organizations-lead = Tässä ovat kaikki, samoilla tiedoilla ja aakkosjärjestyksessä. Kukaan ei ole maksanut paikastaan.
organizations-kind = Millainen järjestäjä?
organizations-kind-all = Kaikki järjestäjät
organizations-show = Näytä
organizations-count =
    { $count ->
        [one] { $count } järjestäjä
       *[other] { $count } järjestäjää
    }
organizations-none = Tällaisia järjestäjiä ei vielä ole.
organizations-all = Näytä kaikki järjestäjät
organizations-join = Puuttuuko joku?
organizations-join-link = Näin pääset mukaan
organization-contact = Ota yhteyttä
organization-no-contact = Yhteystietoja ei ole vielä kerrottu.
organization-phone = Puhelin
organization-email = Sähköposti
organization-website = Kotisivut
organization-places = Paikat
organization-offers =
    { $count ->
        [0] Toimintaa ei ole juuri nyt
        [one] Mitä täällä voi tehdä: { $count } toiminta
       *[other] Mitä täällä voi tehdä: { $count } toimintaa
    }
organization-nothing = Kun toimintaa taas alkaa, näet sen tässä.
organization-search = Etsi muuta tekemistä
organization-beside = Tietoa ja muuta
organization-all = Hae näistä { $count }
organization-checked = Tiedot tarkistettu { $day }.
