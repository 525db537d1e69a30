### Toiminnan oma sivu, juliste ja virheen ilmoittaminen.

activity-facts = Lyhyesti
activity-promises = Tämä auttaa sinua tulemaan
activity-next-times = Seuraavat ajat
activity-length = Kuinka kauan
activity-support = Millaista työtä
activity-ages = Ikä
activity-group-size = Kuinka monta ihmistä
activity-languages = Mitä kieltä voit puhua
activity-interests = Aiheet
activity-about = Mitä siellä tehdään?
activity-like = Millaista siellä on?
activity-join = Näin pääset mukaan
activity-just-come = Tule paikalle. Sinun ei tarvitse ilmoittautua.
activity-ask-first = Soita tai kirjoita ensin järjestäjälle.
activity-sign-up = Ilmoita, että tulet
activity-call = Soita { $phone }
activity-website = Järjestäjän omat sivut
activity-after = Mitä voit tehdä sen jälkeen?
activity-after-hint = Sinulla ei ole kiire. Voit myös jäädä tähän.
activity-instead = Onko tämä täynnä? Tai eikö tämä sovi sinulle?
activity-other-languages = Sama muilla kielillä
activity-take = Ota tiedot talteen
activity-calendar = Lisää kalenteriin
activity-poster = Tulosta juliste
activity-sms = Lähetä tekstiviesti
activity-sms-text = Näytä viestin teksti
activity-true = Ovatko tiedot oikein?
activity-checked = Tiedot on tarkistettu { $date }.
activity-source = Tiedot ovat täältä: { $source }
activity-report = Kerro virheestä
activity-stale = Tiedot on tarkistettu viimeksi { $date }. Ne voivat olla vanhoja. Soita ensin.
activity-never-checked = Näitä tietoja ei ole vielä tarkistettu. Soita ensin.
time-cancelled = Peruttu
age-from = Vähintään { $from } vuotta
age-to = Enintään { $to } vuotta
age-between = { $from }–{ $to } vuotta
group-size = { $count ->
    [one] Yksi kerrallaan
   *[other] Enintään { $count } ihmistä
}
onward-why-next = Sama aihe ja seuraava askel lähellä
onward-why-instead = Samanlaista tekemistä lähellä

poster-title = Juliste: { $name }
poster-back = Takaisin toiminnan sivulle
poster-print = Tulosta tämä sivu paperille (A4). Leikkaa sitten alareunan paperit irti toisistaan.
poster-qr = QR-koodi. Se avaa toiminnan sivun puhelimessa.
poster-phone = Puhelin

fault-title = Kerro virheestä
fault-about = Mikä on väärin?
fault-about-times = Aika
fault-about-place = Paikka tai osoite
fault-about-ended = Toiminta on loppunut
fault-about-contact = Puhelinnumero tai muu yhteystieto
fault-about-other = Jokin muu
fault-message = Mikä on oikea tieto?
fault-message-hint = Voit jättää tämän tyhjäksi. Älä kirjoita tähän omia tietojasi.
fault-contact = Puhelin tai sähköposti
fault-contact-hint = Kirjoita vain, jos haluat vastauksen.
fault-leave-empty = Jätä tämä tyhjäksi
fault-send = Lähetä
fault-problem-about = Valitse, mikä on väärin.
fault-problem-long = Teksti on liian pitkä. Siinä saa olla enintään 2 000 merkkiä.
fault-problem-contact = Yhteystieto on liian pitkä. Siinä saa olla enintään 200 merkkiä.
fault-sent-title = Kiitos! Saimme viestisi.
fault-sent = Luemme viestisi. Kysymme järjestäjältä, mikä on oikein. Jos annoit yhteystiedon, vastaamme sinulle.
fault-back = Takaisin toiminnan sivulle
