### Toiminnan oma sivu, juliste ja virheen ilmoittaminen.

activity-facts = Lyhyesti
activity-promises = Tämä helpottaa tulemista
activity-next-times = Seuraavat kerrat
activity-length = Kesto
activity-support = Työn muoto
activity-ages = Ikä
activity-group-size = Ryhmän koko
activity-languages = Näillä kielillä pärjäät
activity-interests = Aiheet
activity-about = Mitä siellä tehdään
activity-like = Millaista siellä on
activity-join = Näin pääset mukaan
activity-just-come = Tule vain paikalle. Sinun ei tarvitse ilmoittautua.
activity-ask-first = Ota ensin yhteyttä järjestäjään.
activity-sign-up = Ilmoittautuminen
activity-call = Soita { $phone }
activity-website = Järjestäjän omat sivut
activity-after = Mitä tämän jälkeen?
activity-after-hint = Ei ole kiire. Voit myös jäädä tähän.
activity-instead = Jos tämä on täynnä tai ei sovi
activity-other-languages = Sama muilla kielillä
activity-take = Ota tiedot talteen
activity-calendar = Lisää kalenteriin
activity-poster = Tulosta juliste
activity-sms = Lähetä tekstiviestinä
activity-sms-text = Näytä viestin teksti
activity-true = Pitävätkö tiedot paikkansa?
activity-checked = Tiedot tarkistettu { $date }.
activity-source = Lähde: { $source }
activity-report = Kerro virheestä
activity-stale = Tiedot on tarkistettu viimeksi { $date }. Soita, ennen kuin lähdet.
activity-never-checked = Näitä tietoja ei ole vielä tarkistettu. Soita, ennen kuin lähdet.
time-cancelled = Peruttu
age-from = Vähintään { $from } vuotta
age-to = Enintään { $to } vuotta
age-between = { $from }–{ $to } vuotta
group-size = { $count ->
    [one] Yksi kerrallaan
   *[other] Enintään { $count } henkeä
}
onward-why-next = Sama aihe ja seuraava askel lähellä
onward-why-instead = Samanlaista lähellä

poster-title = Juliste: { $name }
poster-back = Takaisin toiminnan sivulle
poster-print = Tulosta tämä sivu A4-paperille. Leikkaa alareunan liuskat auki.
poster-qr = QR-koodi, josta aukeaa toiminnan sivu
poster-phone = Puhelin

fault-title = Kerro virheestä
fault-about = Mikä on pielessä?
fault-about-times = Aika
fault-about-place = Paikka tai osoite
fault-about-ended = Toiminta on loppunut
fault-about-contact = Puhelinnumero tai yhteystieto
fault-about-other = Jokin muu
fault-message = Miten sen pitäisi olla?
fault-message-hint = Voit jättää tämän tyhjäksi. Älä kirjoita tähän omia tietojasi.
fault-contact = Puhelin tai sähköposti
fault-contact-hint = Vain jos haluat vastauksen.
fault-leave-empty = Jätä tämä tyhjäksi
fault-send = Lähetä
fault-problem-about = Valitse, mikä on pielessä.
fault-problem-long = Lyhennä tekstiä: enintään 2 000 merkkiä.
fault-problem-contact = Lyhennä yhteystietoa: enintään 200 merkkiä.
fault-sent-title = Kiitos, tieto on perillä
fault-sent = Luemme viestisi ja tarkistamme tiedot järjestäjältä. Jos jätit yhteystiedon, vastaamme sinulle.
fault-back = Takaisin toiminnan sivulle
