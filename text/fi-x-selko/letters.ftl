### Kirjeet sähköpostiin selkosuomeksi. Pelkkää tekstiä: ensimmäinen asia ensin, yksi linkki.

letter-sign =
    { $brand }
    Palvelu lähetti tämän kirjeen itse. Jos kirje tuli sinulle vahingossa, sinun ei tarvitse tehdä mitään.
letter-sign-phone = Jos et ymmärrä jotain, soita: { $phone }.

letter-sign-in-subject = Kirjautumislinkki: { $brand }
letter-sign-in-body =
    Hei!

    Kirjaudu sisään tästä linkistä:
    { $link }

    Linkki toimii yhden kerran. Se toimii puoli tuntia. Etkö pyytänyt linkkiä? Silloin sinun ei tarvitse tehdä mitään.

letter-invitation-subject = Kutsu sinulle: { $note }
letter-invitation-body =
    Hei!

    Voit nyt hoitaa näitä tietoja: { $note }. Kirjaudu sisään tästä linkistä:
    { $link }

    Linkki toimii yhden kerran. Se toimii viikon. Myöhemmin saat uuden linkin. Saat sen sivulta, jossa kirjaudutaan sisään.

letter-received-subject = Kiitos ilmoituksesta
letter-received-body =
    Hei!

    Saimme ilmoituksesi. Luemme sen. Kerromme sinulle, kun se on tarjottimella. Tarjotin on palvelu, josta ihmiset löytävät tekemistä.

    Voit katsoa ilmoitusta. Voit myös muuttaa sitä. Avaa tämä linkki:
    { $link }

letter-asked-subject = Kysymys ilmoituksestasi
letter-asked-body =
    Hei!

    Meillä on kysymys ilmoituksestasi:

    { $note }

    Vastaa kysymykseen. Korjaa myös tiedot. Avaa tämä linkki:
    { $link }

letter-published-subject = Nyt tarjottimella: { $note }
letter-published-body =
    Hei!

    ”{ $note }” on nyt tarjottimella. Kaikki löytävät sen. Kiitos!

    Voit katsoa ilmoitusta. Voit myös muuttaa tietoja. Avaa tämä linkki:
    { $link }

letter-declined-subject = Ilmoituksesi ei tullut tarjottimelle
letter-declined-body =
    Hei!

    Kiitos, että kerroit toiminnastasi. Tällä kertaa se ei tule tarjottimelle. Syy on tämä:

    { $note }

    Voit katsoa ilmoitustasi. Avaa tämä linkki:
    { $link }

letter-confirm-subject = Ovatko tiedot oikein? { $note }
letter-confirm-body =
    Hei!

    ”{ $note }” on tarjottimella. Ovatko tiedot oikein? Tarkista ne ja paina nappia. Sinun ei tarvitse kirjautua. Avaa tämä linkki:
    { $link }

    Kun tiedot ovat oikein, kukaan ei tule turhaan. Kiitos!
