### Koordinaattorin jono: ehdotukset, virheet ja muutokset.

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
    [0] Virheilmoituksia ei ole
    [one] 1 virheilmoitus odottaa
   *[other] { $count } virheilmoitusta odottaa
}
queue-new = Uusi
queue-change = Muutos
queue-since = Lähetetty { $when }
queue-resting = Lepäävät
queue-resting-hint = Kukaan ei ole vahvistanut näitä yli vuoteen, joten ne eivät näy haussa. Soita järjestäjälle tai herätä ne.
queue-wrong = Tätä ei voi vielä julkaista
queue-difference = Mitä muuttuu
queue-field = Tieto
queue-now = Nyt
queue-proposed = Ehdotus
queue-contact = Kirjeet menevät osoitteeseen { $email }.
queue-no-contact = Ilmoittaja ei jättänyt osoitetta, joten hän ei saa kirjettä.
queue-organizer = Kenen toimintaa tämä on?
queue-organizer-new = Uusi järjestäjä
queue-keeps = Ilmoittaja saa tilin ja voi hoitaa järjestäjän tietoja
queue-publish = Julkaise
queue-note = Kysymys tai perustelu
queue-note-hint = Ilmoittaja lukee tämän kirjeestä.
queue-ask = Kysy lisää
queue-decline = Älä julkaise
queue-has-changed = Ehdotus tai tarjotin on muuttunut sen jälkeen, kun avasit tämän sivun. Katso uudelleen ja päätä sitten.
queue-conflict = Tarjottimen tietoja on muutettu sen jälkeen, kun ehdotus tehtiin. Taulukko näyttää, mitä tapahtuu. Julkaise uudelleen, jos ehdotus jää voimaan.
queue-problem-note = Kirjoita kysymys tai perustelu.
queue-problem-what = Valitse, mitä ehdotukselle tehdään.

changes-title = Viimeisimmät muutokset
changes-none = Muutoksia ei ole.
changes-nobody = Ilmoittaja ilman tiliä
changes-fields = { $count ->
    [one] 1 tieto muuttui
   *[other] { $count } tietoa muuttui
}
changes-undo = Kumoa muutos
changes-undone = Muutos on kumottu.
changes-since = Muutosta ei kumottu: joku on muuttanut samaa tietoa sen jälkeen.

faults-title = Virheilmoitukset
faults-none = Virheilmoituksia ei ole.
faults-handle = Merkitse käsitellyksi
