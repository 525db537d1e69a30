### Lähteet, ajot ja kysymykset ylläpitäjän sivuilla.

desk-title = Ylläpidon pöytä
desk-signed-in = Olet kirjautunut nimellä { $name }.
desk-sources = { $count ->
    [0] Ei vielä yhtään lähdettä.
    [one] 1 lähde.
   *[other] { $count } lähdettä.
}
desk-questions = { $count ->
    [0] Mikään ei odota sinua.
    [one] 1 asia odottaa ratkaisua.
   *[other] { $count } asiaa odottaa ratkaisua.
}
sources-title = Lähteet
sources-lead = Lähteestä tulee toimintaa tarjottimelle: tiedostosta, jonka lähetät, tai osoitteesta, joka luetaan niin usein kuin haluat.
sources-none = Yhtään lähdettä ei ole vielä.
source-add = Lisää lähde
source-new-title = Uusi lähde
source-new-lead = Ensin näytetään, mitä lähteestä tulisi. Mitään ei muuteta, ennen kuin hyväksyt.
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
source-reach-file = Tiedosto verkko-osoitteessa
source-reach-api = Rajapinta, jota luetaan sivu sivulta
source-address = Osoite
source-address-hint = Alkaa https://. Palvelutietovarannon osoitetta ei tarvita.
source-selection = Kunta tai organisaatio
source-selection-hint = Vain Palvelutietovarannolle: kunnan nimi tai organisaation tunnus.
source-licence = Lisenssi
source-licence-hint = Esimerkiksi CC BY 4.0. Se kulkee tiedon mukana.
source-attribution = Kenet mainitaan tietojen lähteenä
source-every = Kuinka usein luetaan
source-every-asked = Vain pyydettäessä
source-every-hour = Joka tunti
source-every-day = Joka päivä
source-every-week = Joka viikko
source-files = Tiedostot
source-files-hint = Voit lähettää monta tiedostoa kerralla.
source-template = Lataa mallitaulukko
source-problem-name = Kirjoita lähteelle nimi.
source-problem-long = Nimi on liian pitkä. Kirjoita enintään 200 merkkiä.
source-problem-taken = Tämänniminen lähde on jo. Avaa se luettelosta tai valitse toinen nimi.
source-problem-format = Valitse tietojen muoto.
source-problem-files = Valitse tiedosto, jonka lähetät.
source-problem-every = Lähetettyä tiedostoa ei voi lukea itsestään uudelleen. Valitse ”Vain pyydettäessä”.
source-never-read = Lähdettä ei ole vielä luettu.
source-next = seuraavan kerran { $when }
source-agreed = Hyväksytty
source-not-agreed = Ei vielä. Kokeile ensin ja katso, mitä tulisi.
source-on-its-way = Lähdettä luetaan parhaillaan. Katso, miten pitkällä ollaan.
source-read = Lue nyt
source-try = Kokeile ja näytä muutokset
source-send = Lähetä tiedostot
source-runs = Lukukerrat
source-questions = { $count ->
    [0] Ei avoimia kysymyksiä
    [one] 1 kysymys odottaa
   *[other] { $count } kysymystä odottaa
}
source-gone = { $count ->
    [0] Mitään ei ole poistunut
    [one] 1 poistunut tieto
   *[other] { $count } poistunutta tietoa
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
run-unchanged = ei muutoksia lähteessä
run-unchanged-long = Lähde ei ole muuttunut edellisen lukukerran jälkeen. Mitään ei tarvinnut lukea.
run-counts = uusia { $added }, muuttunut { $changed }, ennallaan { $unchanged }, poistunut { $gone }, hylätty { $rejected }
run-records = { $count ->
    [one] 1 tieto luettu
   *[other] { $count } tietoa luettu
}
run-wait = Voit jatkaa muuta työtä. Lukeminen jatkuu, vaikka suljet sivun.
run-refresh = Päivitä tilanne
run-nothing-changed = Mitään ei muutettu.
run-no-files = Lähetä ensin tiedosto. Aiemmin lähetetyt tiedostot on jo tuotu tai ne ovat vanhentuneet.
run-caption = { $count ->
    [one] Luettiin 1 tieto
   *[other] Luettiin { $count } tietoa
}
run-caption-dry = { $count ->
    [one] Luettiin 1 tieto. Näin kävisi, jos hyväksyt.
   *[other] Luettiin { $count } tietoa. Näin kävisi, jos hyväksyt.
}
run-kind = Laji
run-added = Uusia
run-changed = Muuttunut
run-same = Ennallaan
run-gone = Poistunut
run-agree-text = Kun hyväksyt, muutokset tuodaan tarjottimelle ja näkyvät heti haussa. Jos et hyväksy, mitään ei muutu.
run-agree = Hyväksy ja tuo
run-no-difference = Mikään ei muuttuisi: tarjottimella on jo samat tiedot.
run-differences = Muutokset ({ $count })
run-not-to-be-approved = Hyväksy vain valmis kokeilu. Avaa lähde ja kokeile uudelleen.
import-kind-records = Tiedot
gone-title = Poistuneet: { $source }
gone-lead = Näitä lähteessä ei enää ole. Ne on piilotettu, ei tuhottu: jos lähde kertoo niistä taas, ne palaavat.
gone-none = Mitään ei ole poistunut.
gone-activity = toiminta
gone-organization = järjestäjä
questions-title = Kysymykset
questions-lead = Näitä kohtia ei ymmärretty, kun lähteitä luettiin. Mitään ei arvattu. Kerro, mitä sana tarkoittaa: seuraava lukukerta käyttää vastaustasi. Jos jätät kentän tyhjäksi, sanaa ei kysytä enää.
questions-none = Mikään ei odota vastausta.
questions-places = { $count ->
    [one] 1 paikassa
   *[other] { $count } paikassa
}
questions-rejected = tieto jäi pois
questions-means = Mitä ”{ $value }” tarkoittaa?
questions-answer = Vastaa
questions-pass-over = Älä kysy tätä enää
