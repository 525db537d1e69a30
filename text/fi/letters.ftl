### Kirjeet sähköpostiin. Pelkkää tekstiä: ensimmäinen asia ensin, yksi linkki.

letter-sign =
    { $brand }
    Tämän kirjeen lähetti palvelu itse. Jos se tuli sinulle vahingossa, voit unohtaa sen.
letter-sign-phone = Jos jokin on epäselvää, soita: { $phone }.

letter-sign-in-subject = Kirjautumislinkki: { $brand }
letter-sign-in-body =
    Hei!

    Kirjaudu tästä:
    { $link }

    Linkki toimii kerran ja puoli tuntia. Jos et pyytänyt linkkiä, sinun ei tarvitse tehdä mitään.

letter-invitation-subject = Sinut on kutsuttu: { $note }
letter-invitation-body =
    Hei!

    Voit nyt hoitaa näitä tietoja: { $note }. Kirjaudu tästä:
    { $link }

    Linkki toimii kerran ja viikon. Myöhemmin saat uuden linkin kirjautumissivulta.

letter-received-subject = Kiitos ilmoituksesta
letter-received-body =
    Hei!

    Ilmoituksesi on perillä. Katsomme sen läpi ja kerromme sinulle, kun se on tarjottimella.

    Voit katsoa ilmoitusta ja muuttaa sitä tästä:
    { $link }

letter-asked-subject = Kysymys ilmoituksestasi
letter-asked-body =
    Hei!

    Meillä on kysymys ilmoituksestasi:

    { $note }

    Vastaa ja korjaa tiedot tästä:
    { $link }

letter-published-subject = Nyt tarjottimella: { $note }
letter-published-body =
    Hei!

    "{ $note }" on nyt tarjottimella ja kaikki löytävät sen. Kiitos!

    Tästä näet ilmoituksen ja pääset muuttamaan tietoja:
    { $link }

letter-declined-subject = Ilmoituksesi ei tullut tarjottimelle
letter-declined-body =
    Hei!

    Kiitos, että kerroit toiminnastasi. Tällä kertaa se ei tule tarjottimelle. Syy:

    { $note }

    Voit katsoa ilmoitustasi tästä:
    { $link }

letter-confirm-subject = Pitävätkö tiedot paikkansa? { $note }
letter-confirm-body =
    Hei!

    "{ $note }" on tarjottimella. Tarkista tiedot tästä. Yksi napin painallus riittää, eikä sinun tarvitse kirjautua:
    { $link }

    Näin ihmiset eivät tule suljetun oven taakse. Kiitos!
