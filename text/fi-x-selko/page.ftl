### Sanat, jotka ovat joka sivulla.

skip-to-content = Siirry sisältöön
nav-main = Päävalikko
nav-search = Etsi tekemistä
nav-steps = Askeleet
nav-positions = Etsi työtä
nav-map = Kartta
nav-languages = Kieli
nav-footer = Valikko sivun lopussa
nav-about = Mikä tämä on?
nav-organizations = Kuka järjestää?
nav-settings = Asetukset
nav-privacy = Sinun tietosi
nav-accessibility = Sivuston käyttö
footer-call = Haluatko apua? Soita:
region-brand = Tarjotin

step-word = Askel
card-when = Milloin
card-where = Missä
card-who = Kuka järjestää
card-price = Hinta
card-hours = Työaika
card-stale = Nämä tiedot voivat olla vanhoja. Soita ensin.
text-fallback = Tätä tekstiä ei ole vielä selkosuomeksi. Teksti on tavallista suomea tai toista kieltä.

place-hidden = Osoite ei ole julkinen, kysy puhelimella
place-area-only = Ota yhteyttä. Sitten saat osoitteen.
distance-metres = { $metres } metriä
distance-km = { $km } kilometriä
hours-a-week = { $hours } tuntia viikossa

pager = Lisää tuloksia
pager-earlier = Edellinen sivu
pager-later = Seuraava sivu
pager-here = Sivu { $page } / { $last }

form-problems = Korjaa nämä kohdat
problem-identity-code = Poista henkilötunnus. Emme tarvitse sitä.

error-title-not-found = Sivua ei löydy
error-title-bad-request = Tämä ei onnistunut
error-title-internal = Palvelu ei toimi juuri nyt
error-not-found = Osoitteessa voi olla virhe. Tai toiminta on jo loppunut.
error-bad-request = Emme ymmärtäneet osoitetta tai lomaketta. Mitään ei tallennettu.
error-method = Tämä osoite ei toimi näin. Mitään ei tallennettu.
error-cross-site = Lomake tuli toiselta sivustolta. Siksi emme ottaneet sitä vastaan. Avaa lomake täällä. Lähetä se sitten uudelleen.
error-too-large = Lähetit liian paljon kerralla. Mitään ei tallennettu. Lyhennä tekstiä. Lähetä se sitten uudelleen.
error-busy = Palvelussa on nyt paljon ihmisiä. Mitään ei tallennettu. Odota hetki ja yritä uudelleen.
error-internal = Meillä on vika. Me korjaamme sen.
error-onward = Mitä voit tehdä nyt?
error-home = Palaa etusivulle
error-today = Katso, mitä tänään tapahtuu
error-not-your-fault = Sinä et tehnyt virhettä. Puhelimesi on kunnossa.
error-title-sign-in = Kirjaudu ensin sisään
error-sign-in = Tämä sivu on niille, jotka hoitavat tarjottimen tietoja. Onko sinulla tili? Pyydä silloin kirjautumislinkki.
error-title-forbidden = Tämä sivu ei ole sinulle
error-forbidden = Sinulla ei ole lupaa tähän. Tarvitsetko luvan? Pyydä se ylläpitäjältä.
problem-too-often = Tätä on yritetty liian monta kertaa. Odota hetki. Yritä sitten uudelleen.
