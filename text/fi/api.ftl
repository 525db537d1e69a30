### Avoin rajapinta ohjelmien tekijöille: sivu /rajapinta ja sen OpenAPI-kuvaus.

api-title = Avoin rajapinta
api-description = Alueen toiminta, järjestäjät, paikat ja tapahtuma-ajat muiden ohjelmien luettavaksi, ilman tunnuksia.
api-lead = Kaikki, mitä tällä sivustolla näkyy, on myös sinun ohjelmasi luettavissa. Et tarvitse tunnusta, avainta etkä lupaa. Haku löytää samat asiat samassa järjestyksessä kuin hakusivu.
api-document = OpenAPI-kuvaus (JSON)
api-hsds = Sama kansainvälisessä Open Referral HSDS -muodossa
api-linked-events = Tulevat ajat Linked Events -muodossa
api-how-title = Näin se toimii
api-texts = Tekstit ovat olioina, joissa avaimena on kielen tunnus: { "{" }"fi": "…", "sv": "…"{ "}" }. Parametri language valitsee niistä yhden: lukijalle parhaan, sen kielen tunnuksella, jota teksti oikeasti on. Sivujen kielet:
api-paging = Luettelot tulevat sivuittain. Kun vastauksessa on next, pyydä seuraava sivu samalla kysymyksellä ja lisää cursor = next. Viimeisellä sivulla ei ole next-kenttää.
api-errors = Jos kysymyksessä on virhe, vastaus on application/problem+json (RFC 9457). Se nimeää parametrin ja kertoo, mitä siinä voi olla. Tuntematon parametri on myös virhe.
api-caching = Jokaisessa vastauksessa on ETag. Lähetä se seuraavalla kerralla otsakkeessa If-None-Match: jos mikään ei ole muuttunut, saat tyhjän vastauksen 304. Vastaukset ovat voimassa minuutin, ja niitä voi lukea miltä tahansa verkkosivulta (CORS).
api-places = Turvallisuuden vuoksi joistakin paikoista kerrotaan vain alue (area_only) ja joistakin ei mitään.
api-licence = Aineiston lisenssi on CC BY 4.0: kerro, mistä tiedot ovat. Muualta tuodulla tiedolla on oma lähteensä kentässä source.
api-addresses-title = Osoitteet
api-parameters-title = Mitä voit kysyä
api-example-title = Esimerkki
api-answer = Vastaus osoitteesta { $address }

api-endpoint-about = Mikä tämä on ja mitä osoitteita on.
api-endpoint-list-activities = Toiminta: kaikki tai haun tulos. Kenttä match kertoo, miksi osuma löytyi, ja understood, mitä sanoista ymmärrettiin.
api-endpoint-read-activity = Yksi toiminta kokonaan: tekstit, ajat, paikat, seuraava kerta ja mitä sen jälkeen voi tehdä.
api-endpoint-list-organizations = Järjestäjät nimen mukaan.
api-endpoint-read-organization = Yksi järjestäjä, sen paikat ja toimintojen määrä.
api-endpoint-list-places = Julkiset paikat. Paikat, joista vain alue on julkinen, näkyvät toiminnan tiedoissa.
api-endpoint-read-place = Yksi paikka ja mitä siellä tehdään.
api-endpoint-list-sessions = Mitä tapahtuu kahden hetken välillä, alkamisjärjestyksessä. Perutut ja siirretyt kerrat ovat mukana. Tulevat 110 päivää tunnetaan; vastauksen from ja to kertovat, mikä aika siinä on.
api-endpoint-count-facets = Montako osumaa kullakin suodattimen arvolla on, ja arvojen nimet.
api-endpoint-suggest = Miten kirjoitettu sana voisi jatkua: sanoja ja toiminnan nimiä.
api-endpoint-openapi = Tämän rajapinnan OpenAPI 3.1 -kuvaus.

api-parameter-id = Tietueen tunniste.
api-parameter-q = Sanat, joita etsitään. Ne ymmärretään kuten hakusivulla; järjestäjistä haetaan nimeä ja lyhyttä kuvausta.
api-parameter-step = Askelmat 1–5.
api-parameter-kind = Toiminnan laji.
api-parameter-interest = Kiinnostuksen aihe.
api-parameter-situation = Elämäntilanne, johon toiminta on tarkoitettu.
api-parameter-threshold = Mikä tekee tulemisesta helppoa. Kaikkien valittujen pitää täyttyä.
api-parameter-support-form = Työpaikan tukimuoto.
api-parameter-spoken = Kieli, jolla pärjää.
api-parameter-municipality = Kunnan koodi (Tilastokeskus).
api-parameter-organization = Vain tämän järjestäjän toiminta.
api-parameter-free = Vain maksuton.
api-parameter-lat = Leveysaste, josta etäisyys mitataan (WGS 84). Vaatii myös parametrin lon.
api-parameter-lon = Pituusaste, josta etäisyys mitataan. Vaatii myös parametrin lat.
api-parameter-km = Enintään näin kaukana, kilometreinä. Vaatii parametrit lat ja lon.
api-parameter-from = Aikaisintaan tästä hetkestä. Toiminnasta: jokin kerta päättyy tämän jälkeen.
api-parameter-to = Viimeistään tähän hetkeen. Toiminnasta: jokin kerta päättyy tähän mennessä.
api-parameter-order = Järjestys: sopivin, seuraavaksi alkava, lähin tai nimi.
api-parameter-ignore = Mitä sanoista ymmärretyistä asioista ei oteta huomioon: kentän understood avaimia, pilkku välissä.
api-parameter-type = Järjestäjän tyyppi.
api-parameter-limit = Montako tietuetta sivulla on.
api-parameter-cursor = Edellisen vastauksen next: jatkaa siitä, mihin se jäi.
api-parameter-language = Kieli, jolla tekstit halutaan. Ilman tätä tulevat kaikki kielet.

api-holds-id = UUID
api-holds-moment = Hetki, esimerkiksi 2026-12-01T10:00:00+02:00
api-holds-truth = true tai false
api-holds-number = Luku { $range }
api-holds-one-of = Yksi näistä:
api-holds-any-of = Yksi tai useampi, pilkku välissä:
api-holds-municipalities = Kolminumeroinen koodi, yksi tai useampi pilkulla erotettuna, esimerkiksi 398
api-holds-mark = Merkkijono, jonka edellinen vastaus antoi
api-holds-words = Enintään 300 merkkiä
