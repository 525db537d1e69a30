### Avoin rajapinta ohjelmien tekijöille, selkosuomeksi.

api-title = Avoin rajapinta
api-description = Muut ohjelmat voivat lukea tämän palvelun tietoja. Tunnusta ei tarvita.
api-lead = Tämä sivu on ihmisille, jotka tekevät ohjelmia. Ohjelma voi lukea kaiken, mitä näillä sivuilla näkyy. Tunnusta tai lupaa ei tarvita. Haku toimii samalla tavalla kuin hakusivulla.
api-document = OpenAPI-kuvaus (JSON)
api-hsds = Samat tiedot Open Referral HSDS -muodossa
api-linked-events = Tulevat ajat Linked Events -muodossa
api-how-title = Näin se toimii
api-texts = Teksteillä on kielen tunnus: { "{" }"fi": "…", "sv": "…"{ "}" }. Parametri language valitsee yhden kielen. Jos tekstiä ei ole sillä kielellä, saat tekstin toisella kielellä. Sivujen kielet:
api-paging = Luettelot tulevat sivuittain. Jos vastauksessa on next, sivuja on lisää. Kysy sama asia uudelleen ja lisää cursor = next.
api-errors = Jos kysymyksessä on virhe, vastaus kertoo, mikä on väärin ja mitä voit kirjoittaa. Muoto on application/problem+json (RFC 9457). Tuntematon parametri on myös virhe.
api-caching = Jokaisessa vastauksessa on ETag. Lähetä se seuraavalla kerralla otsakkeessa If-None-Match. Jos mikään ei ole muuttunut, saat tyhjän vastauksen 304. Vastaus on voimassa minuutin. Kaikki verkkosivut voivat lukea vastauksia (CORS).
api-places = Joistakin paikoista kerrotaan vain alue (area_only). Joistakin paikoista ei kerrota mitään. Näin ihmiset ovat turvassa.
api-licence = Tietoja saa käyttää, kun kerrot, mistä ne ovat (CC BY 4.0). Muualta tuodun tiedon lähde on kentässä source.
api-addresses-title = Osoitteet
api-parameters-title = Mitä voit kysyä
api-example-title = Esimerkki
api-answer = Vastaus osoitteesta { $address }

api-endpoint-about = Mikä tämä on. Luettelo osoitteista.
api-endpoint-list-activities = Toiminta: kaikki tai haun tulos. Kenttä match kertoo, miksi jokin löytyi. Kenttä understood kertoo, mitä sanoista ymmärrettiin.
api-endpoint-read-activity = Yhden toiminnan kaikki tiedot.
api-endpoint-list-organizations = Järjestäjät nimen mukaan.
api-endpoint-read-organization = Yksi järjestäjä ja sen paikat.
api-endpoint-list-places = Paikat, jotka kaikki saavat tietää.
api-endpoint-read-place = Yksi paikka. Mitä siellä tehdään.
api-endpoint-list-sessions = Mitä tapahtuu ja milloin. Mukana ovat myös perutut ja siirretyt kerrat. Ajat tiedetään 110 päivää eteenpäin. Vastauksen from ja to kertovat, mikä aika siinä on.
api-endpoint-count-facets = Kuinka monta osumaa on. Arvojen nimet.
api-endpoint-suggest = Miten sana voi jatkua.
api-endpoint-openapi = Rajapinnan OpenAPI 3.1 -kuvaus.

api-parameter-id = Tietueen tunniste.
api-parameter-q = Sanat, joita etsit.
api-parameter-step = Askelmat 1–5.
api-parameter-kind = Millaista toimintaa.
api-parameter-interest = Mistä ihminen pitää.
api-parameter-situation = Millainen elämäntilanne ihmisellä on.
api-parameter-threshold = Mikä tekee tulemisesta helppoa. Kaikkien valittujen pitää olla totta.
api-parameter-support-form = Työpaikan tukimuoto.
api-parameter-spoken = Kieli, jolla pärjää.
api-parameter-municipality = Kunnan koodi.
api-parameter-organization = Vain tämän järjestäjän toiminta.
api-parameter-free = Vain maksuton.
api-parameter-lat = Leveysaste. Kirjoita myös lon.
api-parameter-lon = Pituusaste. Kirjoita myös lat.
api-parameter-km = Kuinka monta kilometriä enintään. Kirjoita myös lat ja lon.
api-parameter-from = Tämän hetken jälkeen.
api-parameter-to = Tähän hetkeen mennessä.
api-parameter-order = Järjestys: sopivin, seuraava, lähin tai nimi.
api-parameter-ignore = Mitä ei oteta huomioon. Kirjoita kentän understood avaimia ja pilkku väliin.
api-parameter-type = Millainen järjestäjä.
api-parameter-limit = Kuinka monta tietuetta sivulla on.
api-parameter-cursor = Edellisen vastauksen next.
api-parameter-language = Tekstien kieli. Ilman tätä saat kaikki kielet.

api-holds-id = UUID
api-holds-moment = Hetki, esimerkiksi 2026-12-01T10:00:00+02:00
api-holds-truth = true tai false
api-holds-number = Luku { $range }
api-holds-one-of = Yksi näistä:
api-holds-any-of = Yksi tai monta, pilkku välissä:
api-holds-municipalities = Koodissa on kolme numeroa, esimerkiksi 398. Voit kirjoittaa monta koodia, pilkku välissä.
api-holds-mark = Merkit, jotka edellinen vastaus antoi
api-holds-words = Enintään 300 merkkiä
