### Sanat, jotka ovat joka sivulla.

skip-to-content = Siirry sisältöön
nav-main = Päävalikko
nav-search = Etsi tekemistä
nav-steps = Askeleet
nav-positions = Töitä ja työkokeiluja
nav-map = Kartta
nav-languages = Kieli
nav-footer = Alavalikko
nav-about = Tietoa palvelusta
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
card-stale = Tietoja ei ole tarkistettu yli puoleen vuoteen. Soita, ennen kuin lähdet.
text-fallback = Tätä ei ole vielä suomeksi. Näytämme tekstin sillä kielellä, jolla se on.

place-hidden = Osoitetta ei julkaista, kysy puhelimella
place-area-only = Saat tarkan osoitteen, kun otat yhteyttä.
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
error-title-bad-request = Tämä ei onnistunut
error-title-internal = Palvelu ei juuri nyt toimi
error-not-found = Osoitteessa voi olla virhe. Tai toiminta on jo loppunut.
error-bad-request = Emme ymmärtäneet osoitetta tai lomaketta. Mitään ei tallennettu.
error-method = Tätä osoitetta ei voi käyttää näin. Mitään ei tallennettu.
error-cross-site = Lomake tuli toiselta sivustolta, joten emme ottaneet sitä vastaan. Avaa lomake täällä ja lähetä se uudelleen.
error-too-large = Lähetit liian paljon kerralla. Mitään ei tallennettu. Lyhennä ja lähetä uudelleen.
error-busy = Palvelussa on juuri nyt ruuhkaa. Mitään ei tallennettu. Yritä hetken päästä uudelleen.
error-internal = Jokin meni meillä vikaan. Vika on kirjattu, ja korjaamme sen.
error-onward = Näin pääset eteenpäin
error-home = Palaa etusivulle
error-today = Katso, mitä tänään tapahtuu
error-not-your-fault = Vika ei ole sinussa eikä puhelimessasi.
error-title-sign-in = Kirjaudu ensin sisään
error-sign-in = Tämä sivu on niille, jotka hoitavat tarjottimen tietoja. Jos sinulla on tili, pyydä kirjautumislinkki.
error-title-forbidden = Tämä sivu ei ole sinun
error-forbidden = Tililläsi ei ole oikeutta tähän. Jos tarvitset oikeuden, pyydä sitä ylläpitäjältä.
problem-too-often = Tätä on yritetty nyt liian monta kertaa. Odota hetki ja yritä uudelleen.
