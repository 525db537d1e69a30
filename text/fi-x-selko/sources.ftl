### Lähteet, ajot ja kysymykset ylläpitäjän sivuilla.

desk-title = Ylläpidon pöytä
desk-signed-in = Olet kirjautunut. Nimesi on { $name }.
desk-sources = { $count ->
    [0] Ei vielä yhtään lähdettä.
    [one] 1 lähde.
   *[other] { $count } lähdettä.
}
desk-questions = { $count ->
    [0] Mikään ei odota sinua.
    [one] 1 asia odottaa sinua.
   *[other] { $count } asiaa odottaa sinua.
}
sources-title = Lähteet
sources-lead = Lähteestä tulee toimintaa tarjottimelle. Lähde on tiedosto tai osoite.
sources-none = Lähteitä ei ole vielä.
source-add = Lisää lähde
source-new-title = Uusi lähde
source-new-lead = Ensin näet, mitä lähteestä tulee. Mikään ei muutu ennen kuin hyväksyt.
source-name = Lähteen nimi
source-name-hint = Esimerkiksi Lahden yhdistykset. Nimi näkyy toiminnan sivulla.
source-format = Tietojen muoto
source-format-table = Taulukko (CSV tai Excel)
source-format-hsds = Open Referral (HSDS)
source-format-ptv = Palvelutietovaranto (PTV)
source-format-linked-events = Linked Events
source-format-lahella = Lähellä.fi
source-format-ical = Kalenteri (iCal)
source-reach = Mistä tiedot tulevat
source-reach-upload = Lähetän tiedoston
source-reach-file = Tiedosto on verkossa
source-reach-api = Rajapinta
source-address = Osoite
source-address-hint = Alkaa https://. Palvelutietovaranto ei tarvitse osoitetta.
source-selection = Kunta tai organisaatio
source-selection-hint = Vain Palvelutietovaranto: kirjoita kunnan nimi tai organisaation tunnus.
source-licence = Lisenssi
source-licence-hint = Esimerkiksi CC BY 4.0.
source-attribution = Kenet mainitaan
source-every = Kuinka usein luetaan
source-every-asked = Vain kun pyydän
source-every-hour = Joka tunti
source-every-day = Joka päivä
source-every-week = Joka viikko
source-files = Tiedostot
source-files-hint = Voit lähettää monta tiedostoa.
source-template = Lataa mallitaulukko
source-problem-name = Kirjoita lähteelle nimi.
source-problem-long = Nimi on liian pitkä. Kirjoita lyhyempi nimi.
source-problem-taken = Tämä nimi on jo käytössä. Valitse toinen nimi.
source-problem-format = Valitse tietojen muoto.
source-problem-files = Valitse tiedosto.
source-problem-every = Tiedosto luetaan vain kun lähetät sen. Valitse ”Vain kun pyydän”.
source-never-read = Lähdettä ei ole vielä luettu.
source-next = seuraavan kerran { $when }
source-agreed = Hyväksytty
source-not-agreed = Ei vielä. Kokeile ensin.
source-on-its-way = Lähdettä luetaan nyt. Katso, miten pitkällä lukeminen on.
source-read = Lue nyt
source-try = Kokeile ja näytä muutokset
source-send = Lähetä tiedostot
source-runs = Lukukerrat
source-questions = { $count ->
    [0] Ei kysymyksiä
    [one] 1 kysymys odottaa
   *[other] { $count } kysymystä odottaa
}
source-gone = { $count ->
    [0] Mitään ei ole poistunut
    [one] 1 tieto on poistunut
   *[other] { $count } tietoa on poistunut
}
source-change = Muuta lähteen asetuksia
source-save = Tallenna
run-title = Lukukerta: { $source }
run-title-dry = Kokeilu: { $source }
run-waiting = odottaa vuoroaan
run-running = käynnissä
run-done = valmis
run-failed = ei onnistunut
run-dry = kokeilu
run-unchanged = ei muutoksia
run-unchanged-long = Lähde ei ole muuttunut. Mitään ei tarvinnut lukea.
run-counts = uusia { $added }, muuttunut { $changed }, ennallaan { $unchanged }, poistunut { $gone }, hylätty { $rejected }
run-records = { $count ->
    [one] 1 tieto luettu
   *[other] { $count } tietoa luettu
}
run-wait = Voit tehdä muuta. Lukeminen jatkuu, vaikka suljet sivun.
run-refresh = Päivitä tilanne
run-nothing-changed = Mitään ei muutettu.
run-no-files = Lähetä ensin tiedosto.
run-caption = { $count ->
    [one] Luettiin 1 tieto
   *[other] Luettiin { $count } tietoa
}
run-caption-dry = { $count ->
    [one] Luettiin 1 tieto. Näin käy, jos hyväksyt.
   *[other] Luettiin { $count } tietoa. Näin käy, jos hyväksyt.
}
run-kind = Laji
run-added = Uusia
run-changed = Muuttunut
run-same = Ennallaan
run-gone = Poistunut
run-agree-text = Kun hyväksyt, muutokset tulevat tarjottimelle. Ne näkyvät heti haussa. Jos et hyväksy, mikään ei muutu.
run-agree = Hyväksy ja tuo
run-no-difference = Mikään ei muutu. Tarjottimella on jo nämä tiedot.
run-differences = Muutokset ({ $count })
run-not-to-be-approved = Hyväksy vain valmis kokeilu. Kokeile uudelleen.
import-kind-records = Tiedot
gone-title = Poistuneet: { $source }
gone-lead = Näitä ei ole enää lähteessä. Ne on piilotettu. Jos lähde kertoo niistä taas, ne palaavat.
gone-none = Mitään ei ole poistunut.
gone-activity = toiminta
gone-organization = järjestäjä
questions-title = Kysymykset
questions-lead = Näitä sanoja ei ymmärretty. Kerro, mitä sana tarkoittaa. Jos jätät kentän tyhjäksi, sanaa ei kysytä enää.
questions-none = Mikään ei odota vastausta.
questions-places = { $count ->
    [one] 1 paikassa
   *[other] { $count } paikassa
}
questions-rejected = tieto jäi pois
questions-means = Mitä ”{ $value }” tarkoittaa?
questions-answer = Vastaa
questions-pass-over = Älä kysy tätä enää
