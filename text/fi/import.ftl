### Tuonti: mitä tapahtui ja mikä tiedostossa ei kelvannut. $value on se, mitä tiedostossa luki.

## Yhteenveto
import-dry-run = Tämä oli kokeilu. Mitään ei tallennettu.
import-read = { $count ->
    [one] Lähteestä ”{ $source }” luettiin yksi tieto.
   *[other] Lähteestä ”{ $source }” luettiin { $count } tietoa.
  }
import-counts = { $kind }: uusia { $added }, muuttui { $changed }, ennallaan { $unchanged }, poistui { $gone }.
import-kind-activities = Toiminta
import-kind-organizations = Järjestäjät
import-kind-places = Paikat
import-kind-terms = Luokitukset
import-kind-settings = Asetukset
import-repeats = { $count ->
    [one] Yksi tieto toistui. Ensimmäinen otettiin.
   *[other] { $count } tietoa toistui. Kustakin otettiin ensimmäinen.
  }
import-dropped-contacts = { $count ->
    [one] Yksi henkilön yhteystieto jätettiin pois.
   *[other] { $count } henkilön yhteystietoa jätettiin pois.
  }
import-rejected = { $count ->
    [one] Yksi tieto hylättiin.
   *[other] { $count } tietoa hylättiin.
  }
import-held-back-incomplete = { $count ->
    [one] Yksi tieto puuttui. Sitä ei merkitty poistuneeksi, koska kaikkea ei voitu lukea.
   *[other] { $count } tietoa puuttui. Niitä ei merkitty poistuneiksi, koska kaikkea ei voitu lukea.
  }
import-held-back-nothing-good = { $count ->
    [one] Lähteessä on ollut yksi tieto. Sitä ei merkitty poistuneeksi, koska tiedostosta ei löytynyt yhtään kelvollista tietoa.
   *[other] Lähteessä on ollut { $count } tietoa. Niitä ei merkitty poistuneiksi, koska tiedostosta ei löytynyt yhtään kelvollista tietoa.
  }
import-held-back-over-half = { $count ->
    [one] Yksi tieto puuttui, ja se on yli puolet lähteen tiedoista. Mitään ei merkitty poistuneeksi. Tarkista, että tiedosto on kokonainen.
   *[other] { $count } tietoa puuttui, ja se on yli puolet lähteen tiedoista. Mitään ei merkitty poistuneeksi. Tarkista, että tiedosto on kokonainen.
  }
import-difference-added = + { $name }
import-difference-changed = ~ { $name }
import-difference-gone = − { $name }
import-list-files = Näitä tiedostoja tai niiden loppua ei voitu lukea ({ $count }):
import-list-rejected = Nämä hylättiin. Korjaa ne tiedostoon ja tuo se uudelleen ({ $count }):
import-list-questions = Nämä odottavat tarkistusta. Muu tieto tuotiin ({ $count }):
import-list-notes = Hyvä tietää ({ $count }):
import-list-more = … ja { $count } muuta.
import-at-line = { $file }, rivi { $line }
import-at-sheet-line = { $file }, taulukko { $sheet }, rivi { $line }

## Edistyminen
import-reading = Tuodaan tietoja
import-progress = { $count ->
    [one] Yksi tieto luettu, { $percent } % tiedostoista.
   *[other] { $count } tietoa luettu, { $percent } % tiedostoista.
  }
import-failed = Tuonti keskeytyi: { $error } Tähän asti tuodut tiedot ovat tallessa. Kun käynnistät tuonnin uudelleen, se jatkaa siitä.

## Tiedostot
import-file-unreadable = Tiedostoa ei voi avata: { $value }
import-file-too-large = Tiedosto on liian suuri. Suurin koko on { $value } tavua.
import-file-empty = Tiedosto on tyhjä.
import-not-a-table = Tiedosto ei ole taulukko. Valitse CSV-tiedosto tai taulukkotiedosto (.xlsx tai .ods).
import-other-spreadsheet = Tällaista taulukkotiedostoa ei voi lukea. Tallenna se muotoon .xlsx tai CSV.
import-protected = Tiedostolla on salasana. Tallenna se ilman salasanaa.
import-no-headings = Tiedostossa ei ole otsikkoriviä.
import-table-too-large = Taulukossa on liikaa tietoa. Jaa tiedosto osiin tai lyhennä tekstejä.
import-damaged = Tiedostoa ei voi lukea tästä eteenpäin. Tarkista lainausmerkit.
import-unknown-table = Otsikoista ei tunnistettu tuontitaulukkoa: { $value }
import-missing-column = Pakollinen sarake puuttuu: { $value }
import-unknown-column = Saraketta ”{ $value }” ei tunneta. Sitä ei luettu.
import-column-twice = Sarake ”{ $value }” on kahdesti. Ensimmäinen luettiin.
import-extra-cells = Rivillä on enemmän soluja kuin otsikoita. Laita lainausmerkit sellaisen tekstin ympärille, jossa on puolipiste.
import-not-json = Tästä eteenpäin tiedosto ei ole kelvollista JSONia.
import-too-deep = Tiedossa on liian monta sisäkkäistä tasoa.
import-record-too-large = Yksi tieto on liian suuri. Suurin koko on { $value } tavua.
import-time-over = Lukeminen kesti liian kauan ja lopetettiin.
import-not-hsds = Tämä ei ole HSDS-tietoa: { $value }
import-not-ptv = Tämä ei ole Palvelutietovarannon (PTV) tietoa: { $value }
import-not-ical = Tätä ei voi lukea kalenterina: { $value }
import-not-lahella = Tämä ei ole Lähellä.fi-palvelun toimintatietoa: { $value }
import-not-linked-events = Tämä ei ole Linked Events -tietoa: { $value }
import-over = Tapahtuma on jo ohi: { $value }
import-pages-missing = Lähteen mukaan sivuja on enemmän kuin tiedostoissa: { $value }. Puuttuvia tietoja ei merkitty poistuneiksi.

## Tiedot
import-repeat = Tunniste ”{ $value }” on jo luettu. Ensimmäinen jäi voimaan.
import-of-another-source = Tunniste ”{ $value }” on jo palvelussa toisesta lähteestä. Sitä ei muutettu.
import-organization-made = Järjestäjää ”{ $value }” ei ollut. Se lisättiin.
import-missing-name = Nimi puuttuu.
import-missing-id = Tunniste puuttuu.
import-missing-organization = Järjestäjä puuttuu.
import-ambiguous-organization = Usealla järjestäjällä on nimi ”{ $value }”. Käytä tunnusta.
import-unknown-organization = Järjestäjää { $value } ei löydy. Toiminta merkittiin lähteen omaksi.
import-identity-code = Tekstissä on henkilötunnus ({ $value }). Poista se. Henkilötunnuksia ei tallenneta.
import-required = Pakollinen tieto puuttuu.
import-wrong-type = Arvo on väärää lajia: { $value }
import-too-long = Teksti on liian pitkä. Siitä otettiin { $value } merkkiä.
import-too-many = Luettelo on liian pitkä. Siitä otettiin { $value } ensimmäistä.
import-unknown-label = Nimikettä ”{ $value }” ei ole luettelossa.
import-missing-kind = Laji puuttuu. Lajiksi tuli Tuki ja neuvonta.
import-unknown-language = Kieltä ”{ $value }” ei tunneta.
import-unknown-target-group = Kohderyhmää ”{ $value }” ei tunneta.
import-unknown-municipality = Kuntaa ”{ $value }” ei tunneta.
import-unknown-postal-code = Postinumeroa ”{ $value }” ei tunneta.
import-unknown-place = Paikkaa { $value } ei löydy.
import-unknown-activity = Toimintaa ”{ $value }” ei löydy.
import-unknown-term = Luokitusta { $value } ei löydy.
import-unknown-setting = Asetusta ”{ $value }” ei ole.
import-outside-finland = Piste { $value } ei ole Suomessa. Ovatko leveys- ja pituusaste vaihtuneet?
import-half-point = Vain toinen koordinaatti on annettu: { $value }
import-latitude = Leveysasteen pitää olla luku väliltä −90…90: { $value }
import-longitude = Pituusasteen pitää olla luku väliltä −180…180: { $value }
import-uuid = Tunniste ei ole UUID-muotoa: { $value }
import-email = Sähköpostiosoite ei kelpaa: { $value }
import-uri = Verkko-osoite ei kelpaa: { $value }
import-phone = Puhelinnumero ei kelpaa: { $value }
import-date = Päivä ei kelpaa: { $value }
import-future-date = Päivä on vasta tulossa: { $value }
import-date-time = Ajankohta ei kelpaa: { $value }
import-time = Kellonaika ei kelpaa: { $value }
import-number = Luku ei kelpaa: { $value }
import-age = Ikä ei kelpaa: { $value }
import-age-order = Alaikäraja on suurempi kuin yläikäraja: { $value }
import-hours = Viikkotunnit eivät kelpaa: { $value }
import-step = Askelen pitää olla luku 1–5: { $value }
import-business-id = Y-tunnus ei kelpaa: { $value }
import-not-allowed = Arvo ei ole sallittujen joukossa: { $value }
import-schedule = Aikaa ei ymmärretty: { $value }

## Täytettävä pohja
import-template-activities = Toiminta
import-template-organizations = Järjestäjät
import-template-guide = Ohje
import-template-column = Sarake
import-template-what = Mitä kirjoitetaan
import-template-labels = Sallitut nimikkeet
import-guide-tunnus = Lyhyt tunnus, joka ei muutu. Pieniä kirjaimia a–z, numeroita ja väliviivoja. Saman tunnuksen rivi päivittää aiemman.
import-guide-jarjestaja = Järjestäjän tunnus tai nimi. Pakollinen. Tuntematon järjestäjä lisätään tällä nimellä.
import-guide-nimi = Pakollinen. Muut kielet omiin sarakkeisiin, esimerkiksi nimi (sv), nimi (en), nimi (selko).
import-guide-laji = Yksi nimike.
import-guide-askel = Luku 1–5: 1 avoin toiminta, 2 ryhmä, 3 kurssi tai kortti, 4 työllisyyspalvelu, 5 työ tai opinnot.
import-guide-lyhyesti = Yksi lause: mitä siellä tehdään.
import-guide-kuvaus = Muutama lyhyt lause.
import-guide-millaista-siella-on = Montako ihmistä, kuinka paljon ääntä, mitä ensimmäisellä kerralla tapahtuu.
import-guide-nain-paaset-mukaan = Ohje vaihe vaiheelta, jokainen vaihe omalle rivilleen soluun.
import-guide-vastaanotto = Kuka ottaa vastaan. Kirjoita tehtävä, älä nimeä: ”Ohjaaja tulee ovelle.”
import-guide-kynnys = Nimikkeitä, pilkku väliin.
import-guide-kiinnostukset = Nimikkeitä, pilkku väliin.
import-guide-elamantilanteet = Nimikkeitä, pilkku väliin.
import-guide-kohderyhmat = Palvelutietovarannon kohderyhmien koodeja tai nimiä, pilkku väliin. Yleensä tyhjä.
import-guide-kielet = Kielet, joilla pärjää, pilkku väliin.
import-guide-hinta = maksuton, 5 €, 2–5 €, 10 €/kk tai vapaaehtoinen maksu. Lisätieto pilkun jälkeen: 3 €, sisältää aineet.
import-guide-ryhman-koko = Kuinka monta ihmistä enintään kerralla.
import-guide-tunteja-viikossa = Työpaikoille: 20 tai 10–20.
import-guide-tukimuoto = Työpaikoille yksi nimike.
import-guide-leveysaste = WGS84, esimerkiksi 60.9827. Tyhjänä piste haetaan postinumerosta.
import-guide-sijainnin-julkisuus = julkinen, vain alue tai piilotettu. Tyhjä on julkinen.
import-guide-ajat = ti 10–13, ma–pe 9–15, joka toinen to 17–19 alkaen 8.10.2026, kuukauden 1. la 11–14 tai 24.11.2026 17–19. Useampi aika: kauttaviiva väliin. Sana auki alussa tarkoittaa aukioloa.
import-guide-poikkeukset = ei 24.12.2026, ei 24.12.2026–6.1.2027, peruttu 1.12.2026 tai 8.12.2026 siirtyy 9.12.2026 10–13. Kauttaviiva väliin.
import-guide-ilmoittautuminen = Verkko-osoite tai lause. Tyhjä, jos ei tarvitse ilmoittautua.
import-guide-mita-taman-jalkeen = Muun toiminnan tunnuksia, pilkku väliin.
import-guide-vaihtoehdot = Muun toiminnan tunnuksia, pilkku väliin. Näitä tarjotaan, kun tämä on täynnä tai tauolla.
import-guide-hakusanat = Sanoja, joilla tätä haettaisiin, pilkku väliin.
import-guide-tarkistettu = Päivä, jolloin tiedot on tarkistettu: 12.3.2026 tai tänään.
