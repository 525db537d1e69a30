### Tuonti selkosuomeksi: mitä tapahtui ja mikä tiedostossa on väärin.

## Yhteenveto
import-dry-run = Tämä oli kokeilu. Mitään ei tallennettu.
import-read = { $count ->
    [one] Lähde on ”{ $source }”. Siitä luettiin yksi tieto.
   *[other] Lähde on ”{ $source }”. Siitä luettiin { $count } tietoa.
  }
import-counts = { $kind }: uusia { $added }, muuttui { $changed }, samoja { $unchanged }, poistui { $gone }.
import-kind-activities = Toiminta
import-kind-organizations = Järjestäjät
import-kind-places = Paikat
import-kind-terms = Luokat
import-kind-settings = Asetukset
import-repeats = { $count ->
    [one] Yksi tieto oli tiedostossa kaksi kertaa. Ensimmäinen otettiin.
   *[other] { $count } tietoa oli jo luettu. Ensimmäinen otettiin.
  }
import-dropped-contacts = { $count ->
    [one] Yhden ihmisen yhteystietoja ei tallennettu.
   *[other] Ihmisten yhteystietoja ei tallennettu. Niitä oli { $count }.
  }
import-rejected = { $count ->
    [one] Yhtä tietoa ei otettu.
   *[other] { $count } tietoa ei otettu.
  }
import-held-back-incomplete = { $count ->
    [one] Yksi tieto puuttui. Kaikkea ei voitu lukea. Siksi tietoa ei poistettu.
   *[other] { $count } tietoa puuttui. Kaikkea ei voitu lukea. Siksi tietoja ei poistettu.
  }
import-held-back-nothing-good = { $count ->
    [one] Tiedostossa ei ollut yhtään hyvää tietoa. Vanhaa tietoa ei poistettu.
   *[other] Tiedostossa ei ollut yhtään hyvää tietoa. Vanhoja tietoja on { $count }. Niitä ei poistettu.
  }
import-held-back-over-half = { $count ->
    [one] Yksi tieto puuttui. Se on yli puolet tiedoista. Mitään ei poistettu. Tarkista tiedosto.
   *[other] { $count } tietoa puuttui. Se on yli puolet tiedoista. Mitään ei poistettu. Tarkista tiedosto.
  }
import-difference-added = + { $name }
import-difference-changed = ~ { $name }
import-difference-gone = − { $name }
import-list-files = Näitä tiedostoja ei voitu lukea ({ $count }):
import-list-rejected = Näitä ei otettu. Korjaa tiedosto. Tuo se sitten uudelleen ({ $count }):
import-list-questions = Tarkista nämä. Muut tiedot otettiin ({ $count }):
import-list-notes = Hyvä tietää ({ $count }):
import-list-more = … ja { $count } muuta.
import-at-line = { $file }, rivi { $line }
import-at-sheet-line = { $file }, taulukko { $sheet }, rivi { $line }

## Edistyminen
import-reading = Tuodaan tietoja
import-progress = { $count ->
    [one] Yksi tieto on luettu. Tiedostoista on luettu { $percent } %.
   *[other] { $count } tietoa on luettu. Tiedostoista on luettu { $percent } %.
  }
import-failed = Tuonti loppui kesken. { $error } Osa tiedoista on jo tallessa. Käynnistä tuonti uudelleen. Se jatkuu siitä.

## Tiedostot
import-file-unreadable = Tiedosto ei aukea: { $value }
import-file-too-large = Tiedosto on liian suuri. Suurin koko on { $value } tavua.
import-file-empty = Tiedosto on tyhjä.
import-not-a-table = Tiedosto ei ole taulukko. Valitse CSV-tiedosto tai taulukko (.xlsx tai .ods).
import-other-spreadsheet = Tällaista taulukkoa ei voi lukea. Tallenna se muotoon .xlsx tai CSV.
import-protected = Tiedostossa on salasana. Poista salasana.
import-no-headings = Taulukossa ei ole otsikoita.
import-table-too-large = Taulukossa on liikaa tietoa. Jaa tiedosto osiin. Voit myös lyhentää tekstejä.
import-damaged = Tiedosto on rikki tästä alkaen. Tarkista lainausmerkit.
import-unknown-table = Taulukon otsikot ovat vieraat: { $value }
import-missing-column = Sarake puuttuu. Se tarvitaan: { $value }
import-unknown-column = Sarake ”{ $value }” on vieras. Sitä ei luettu.
import-column-twice = Sarake ”{ $value }” on kaksi kertaa. Ensimmäinen luettiin.
import-extra-cells = Rivillä on liikaa soluja. Onko tekstissä puolipiste? Laita lainausmerkit tekstin ympärille.
import-not-json = Tästä alkaen tiedosto ei ole oikeaa JSONia.
import-too-deep = Tiedossa on liian monta tasoa.
import-record-too-large = Yksi tieto on liian suuri. Suurin koko on { $value } tavua.
import-time-over = Lukeminen kesti liian kauan. Se lopetettiin.
import-not-hsds = Tämä ei ole HSDS-tietoa: { $value }
import-not-ptv = Tämä tieto ei ole Palvelutietovarannosta: { $value }
import-not-ical = Tämä ei ole kalenteri: { $value }
import-not-lahella = Tämä tieto ei ole Lähellä.fi-palvelusta: { $value }
import-not-linked-events = Tämä ei ole Linked Events -tietoa: { $value }
import-over = Tapahtuma on ollut jo: { $value }
import-pages-missing = Osa sivuista puuttuu: { $value }. Siksi mitään ei poistettu.

## Tiedot
import-repeat = Tunnus ”{ $value }” on jo luettu. Ensimmäinen otettiin.
import-of-another-source = Tunnus ”{ $value }” on jo palvelussa. Se tuli muualta. Sitä ei muutettu.
import-organization-made = Järjestäjää ”{ $value }” ei ollut. Se lisättiin.
import-missing-name = Nimi puuttuu.
import-missing-id = Tunnus puuttuu.
import-missing-organization = Järjestäjä puuttuu.
import-ambiguous-organization = Monen järjestäjän nimi on ”{ $value }”. Käytä tunnusta.
import-unknown-organization = Järjestäjää { $value } ei löydy. Järjestäjäksi tuli lähde.
import-identity-code = Tekstissä on henkilötunnus ({ $value }). Poista se. Henkilötunnuksia ei tallenneta.
import-required = Tieto puuttuu. Se tarvitaan.
import-wrong-type = Tieto on väärää lajia: { $value }
import-too-long = Teksti on liian pitkä. Siitä otettiin { $value } merkkiä.
import-too-many = Lista on liian pitkä. Siitä otettiin { $value } ensimmäistä.
import-unknown-label = Nimi ”{ $value }” ei ole listassa.
import-missing-kind = Laji puuttuu. Lajiksi tuli Tuki ja neuvonta.
import-unknown-language = Kieltä ”{ $value }” ei tunneta.
import-unknown-target-group = Kohderyhmää ”{ $value }” ei tunneta.
import-unknown-municipality = Kuntaa ”{ $value }” ei tunneta.
import-unknown-postal-code = Postinumeroa ”{ $value }” ei tunneta.
import-unknown-place = Paikkaa { $value } ei löydy.
import-unknown-activity = Toimintaa ”{ $value }” ei löydy.
import-unknown-term = Luokkaa { $value } ei löydy.
import-unknown-setting = Asetusta ”{ $value }” ei ole.
import-outside-finland = Piste { $value } ei ole Suomessa. Ovatko luvut väärin päin?
import-half-point = Toinen koordinaatti puuttuu: { $value }
import-latitude = Leveysaste on väärin. Oikea luku on −90…90: { $value }
import-longitude = Pituusaste on väärin. Oikea luku on −180…180: { $value }
import-uuid = Tunnus ei ole UUID: { $value }
import-email = Sähköpostiosoite on väärin: { $value }
import-uri = Nettiosoite on väärin: { $value }
import-phone = Puhelinnumero on väärin: { $value }
import-date = Päivä on väärin: { $value }
import-future-date = Päivä ei ole vielä tullut: { $value }
import-date-time = Aika on väärin: { $value }
import-time = Kellonaika on väärin: { $value }
import-number = Luku on väärin: { $value }
import-age = Ikä on väärin: { $value }
import-age-order = Alin ikä on suurempi kuin ylin ikä: { $value }
import-hours = Viikon tunnit ovat väärin: { $value }
import-step = Askel on luku 1–5. Tässä on: { $value }
import-business-id = Y-tunnus on väärin: { $value }
import-not-allowed = Tätä ei voi valita: { $value }
import-schedule = Aikaa ei ymmärretty: { $value }

## Täytettävä pohja
import-template-activities = Toiminta
import-template-organizations = Järjestäjät
import-template-guide = Ohje
import-template-column = Sarake
import-template-what = Mitä kirjoitat
import-template-labels = Nimet, joita voit käyttää
import-guide-tunnus = Lyhyt tunnus. Se ei saa muuttua. Käytä kirjaimia a–z, numeroita ja viivoja.
import-guide-jarjestaja = Järjestäjän tunnus tai nimi. Tämä tarvitaan aina.
import-guide-nimi = Toiminnan nimi. Tämä tarvitaan aina. Muilla kielillä on oma sarake, esimerkiksi nimi (sv).
import-guide-laji = Yksi nimi listasta.
import-guide-askel = Luku 1–5: 1 avoin toiminta, 2 ryhmä, 3 kurssi, 4 työllisyyspalvelu, 5 työ tai opinnot.
import-guide-lyhyesti = Yksi lause: mitä siellä tehdään.
import-guide-kuvaus = Muutama lyhyt lause.
import-guide-millaista-siella-on = Kerro: Onko paikalla paljon ihmisiä? Onko siellä hiljaista? Mitä ensin tapahtuu?
import-guide-nain-paaset-mukaan = Ohje mukaan tulijalle. Kirjoita joka vaihe omalle rivilleen.
import-guide-vastaanotto = Kuka ottaa vastaan? Älä kirjoita nimeä. Kirjoita: ”Ohjaaja tulee ovelle.”
import-guide-kynnys = Nimiä listasta. Laita väliin pilkku.
import-guide-kiinnostukset = Nimiä listasta. Laita väliin pilkku.
import-guide-elamantilanteet = Nimiä listasta. Laita väliin pilkku.
import-guide-kohderyhmat = Kohderyhmien koodeja. Tämä on yleensä tyhjä.
import-guide-kielet = Kielet, joita voi käyttää. Laita väliin pilkku.
import-guide-hinta = maksuton, 5 €, 2–5 €, 10 €/kk tai vapaaehtoinen maksu.
import-guide-ryhman-koko = Montako ihmistä mahtuu?
import-guide-tunteja-viikossa = Työpaikan tunnit viikossa: 20 tai 10–20.
import-guide-tukimuoto = Työpaikan tuki. Yksi nimi listasta.
import-guide-leveysaste = Paikan koordinaatti, esimerkiksi 60.9827. Tämä voi olla tyhjä.
import-guide-sijainnin-julkisuus = julkinen, vain alue tai piilotettu.
import-guide-ajat = ti 10–13, ma–pe 9–15 tai 24.11.2026 17–19. Laita aikojen väliin kauttaviiva. Sana auki kertoo, milloin ovi on auki.
import-guide-poikkeukset = ei 24.12.2026, peruttu 1.12.2026 tai 8.12.2026 siirtyy 9.12.2026 10–13. Laita väliin kauttaviiva.
import-guide-ilmoittautuminen = Nettiosoite tai lause. Tyhjä, jos ei tarvitse ilmoittautua.
import-guide-mita-taman-jalkeen = Muiden toimintojen tunnuksia. Laita väliin pilkku.
import-guide-vaihtoehdot = Muiden toimintojen tunnuksia. Laita väliin pilkku.
import-guide-hakusanat = Sanoja, joilla ihmiset hakevat. Laita väliin pilkku.
import-guide-tarkistettu = Päivä, jolloin tarkistit tiedot: 12.3.2026 tai tänään.
