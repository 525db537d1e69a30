### Sanat, jotka ovat joka sivulla.

skip-to-content = Hyppää sisältöön
nav-main = Päävalikko
nav-search = Etsi tekemistä
nav-steps = Askeleet
nav-positions = Paikat töihin
nav-map = Kartta
nav-languages = Kieli
nav-footer = Tietoa palvelusta
nav-about = Tietoa
nav-organizations = Järjestäjät
nav-settings = Asetukset
nav-privacy = Tietosuoja
nav-accessibility = Saavutettavuus
footer-call = Tarvitsetko apua valinnassa? Soita:
region-brand = Tarjotin

step-word = Askel
card-when = Milloin
card-where = Missä
card-who = Järjestää
card-price = Hinta
card-hours = Työaika
card-cancelled = Peruttu: { $when }
card-stale = Tiedot tarkistettu yli puoli vuotta sitten. Soita ennen kuin lähdet.
text-fallback = Tätä ei ole vielä suomeksi. Näytämme tekstin sillä kielellä, jolla se on.

place-hidden = Osoite kerrotaan vain sinulle. Kysy puhelimella.
place-area-only = Tarkka osoite kerrotaan, kun otat yhteyttä.
distance-metres = { $metres } m
distance-km = { $km } km
hours-a-week = { $hours } tuntia viikossa

pager = Lisää tuloksia
pager-earlier = Edelliset
pager-later = Seuraavat
pager-here = Sivu { $page } / { $last }

form-problems = Korjaa vielä nämä
problem-identity-code = Poista henkilötunnus. Emme tarvitse sitä mihinkään.

error-title-not-found = Sivua ei löydy
error-title-bad-request = Emme ymmärtäneet pyyntöä
error-title-internal = Palvelussa on vika
error-not-found = Osoitteessa voi olla virhe, tai toiminta on jo loppunut.
error-bad-request = Osoitteessa tai lomakkeessa oli jotain, mitä emme ymmärtäneet. Mitään ei tallennettu.
error-method = Tätä osoitetta ei voi käyttää näin. Mitään ei tallennettu.
error-cross-site = Lomake lähetettiin toiselta sivustolta, joten emme ottaneet sitä vastaan. Avaa lomake täällä ja lähetä uudelleen.
error-too-large = Lähetit liian paljon kerralla. Mitään ei tallennettu. Lyhennä ja lähetä uudelleen.
error-busy = Palvelu on juuri nyt ruuhkainen. Mitään ei tallennettu. Yritä hetken päästä uudelleen.
error-internal = Jokin meni meillä vikaan. Vika on kirjattu, ja korjaamme sen.
error-onward = Näin pääset eteenpäin
error-home = Etusivu
error-today = Mitä tapahtuu tänään
error-not-your-fault = Vika ei ole sinussa eikä puhelimessasi.
