### Koordinaattorin jono selkosuomeksi: ehdotukset, virheet ja muutokset.

queue-title = Jono
desk-queue = { $count ->
    [0] Mikään ei odota.
    [one] 1 ehdotus odottaa.
   *[other] { $count } ehdotusta odottaa.
}
queue-waiting = { $count ->
    [0] Yhtään ehdotusta ei odota.
    [one] 1 ehdotus odottaa sinua.
   *[other] { $count } ehdotusta odottaa sinua.
}
queue-faults = { $count ->
    [0] Kukaan ei ole kertonut virheestä
    [one] 1 viesti virheestä odottaa
   *[other] { $count } viestiä virheistä odottaa
}
queue-new = Uusi
queue-change = Muutos
queue-since = Lähetetty { $when }
queue-resting = Lepäävät toiminnat
queue-resting-hint = Kukaan ei ole tarkistanut näitä yli vuoteen. Siksi ne eivät näy haussa. Soita järjestäjälle. Voit myös herättää toiminnan.
queue-wrong = Tätä ei voi vielä julkaista
queue-difference = Mikä muuttuu?
queue-field = Tieto
queue-now = Nyt
queue-proposed = Ehdotus
queue-contact = Kirjeet menevät osoitteeseen { $email }.
queue-no-contact = Ilmoittaja ei antanut osoitetta. Siksi hän ei saa kirjettä.
queue-organizer = Kuka järjestää tämän?
queue-organizer-new = Uusi järjestäjä
queue-keeps = Ilmoittaja saa tilin. Hän voi hoitaa järjestäjän tietoja.
queue-publish = Julkaise eli näytä kaikille
queue-note = Kysymys tai syy
queue-note-hint = Ilmoittaja lukee tämän kirjeestä.
queue-ask = Kysy lisää
queue-decline = Älä julkaise
queue-has-changed = Ehdotus on muuttunut, kun luit sitä. Tai tieto tarjottimella on muuttunut. Lue ehdotus uudelleen. Päätä vasta sitten.
queue-conflict = Joku on muuttanut tietoja ehdotuksen jälkeen. Katso taulukkoa. Se näyttää, mitä tapahtuu. Onko ehdotus oikein? Julkaise silloin uudelleen.
queue-problem-note = Kirjoita kysymys tai syy.
queue-problem-what = Valitse, mitä ehdotukselle tehdään.

changes-title = Uusimmat muutokset
changes-none = Muutoksia ei ole.
changes-nobody = Ilmoittaja, jolla ei ole tiliä
changes-fields = { $count ->
    [one] 1 tieto muuttui
   *[other] { $count } tietoa muuttui
}
changes-undo = Peru muutos
changes-undone = Muutos on peruttu. Vanha tieto on taas voimassa.
changes-since = Muutosta ei voi perua. Joku on muuttanut samaa tietoa sen jälkeen.

faults-title = Viestit virheistä
faults-none = Kukaan ei ole kertonut virheestä.
faults-handle = Merkitse valmiiksi
