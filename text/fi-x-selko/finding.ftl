### Etusivu ja haku.

home-title = Hyvää tekemistä lähellä sinua
home-description = Etsi kahviloita, ryhmiä, kursseja, apua ja työtä. Haku ei maksa mitään. Sinun ei tarvitse kirjautua.
home-h1 = Mitä haluat tehdä?
home-lead = Täältä löydät tekemistä läheltä sinua. Et tarvitse tunnuksia. Katso rauhassa.
home-topics = Mistä haluat aloittaa?
topic-company = Seuraa ja juttelua
topic-company-hint = Kahviloita ja olohuoneita. Ne ovat auki kaikille.
topic-doing = Tekemistä käsille
topic-doing-hint = Käsitöitä, ruokaa, puutarhaa, eläimiä ja korjaamista.
topic-work = Työtä
topic-work-hint = Voit kokeilla työtä tai saada työpaikan.
topic-money = Apua raha-asioihin
topic-money-hint = Velat, laskut ja ruoka-apu.
topic-language = Suomea ja muita kieliä
topic-language-hint = Kielikahviloita ja kursseja.
topic-talk = Joku, jolle puhua
topic-talk-hint = Apua ja tukea, kun on paha olo.
home-today = Tänään tapahtuu
home-today-none = Tänään ei ole enää ohjelmaa.
home-this-week = Katso, mitä tällä viikolla on
home-today-all = { $count ->
    [one] Näytä tämän päivän tekeminen
   *[other] Näytä kaikki tänään ({ $count })
}
home-start = Etkö tiedä, mistä voit aloittaa?
home-start-text = Se on ihan tavallista. Soita meille. Kerro, mistä pidät. Etsimme yhdessä.
home-call = Soita{"\u00A0"}{ $phone }
home-choose = Auta minua valitsemaan
home-ask-call = Pyydä, että soitamme sinulle
home-easy = Helppo alku: Sinun ei tarvitse ilmoittautua. Joku ottaa sinut vastaan.
home-steps = Katso askeleet. Voit aloittaa mistä vain.

search-label = Mitä etsit?
search-hint = Kirjoita omilla sanoillasi. Esimerkiksi: työtä eläinten kanssa
search-button = Etsi
search-title = Etsi tekemistä
search-description = Etsi omilla sanoillasi. Valitse aika, paikka ja hinta.
search-filters = Valitse tarkemmin
search-filter-button = Näytä tulokset
search-chips = Sinun valintasi
search-count = { $count ->
    [0] Tätä ei löytynyt
    [one] Löytyi 1 vaihtoehto
   *[other] Löytyi { $count } vaihtoehtoa
}
suggest-title = Sanoja hakuun
suggest-button = Näytä sanoja
suggest-activity = (toiminta)
suggest-count = { $count ->
    [0] Emme löytäneet sanoja
    [one] 1 ehdotus
   *[other] { $count } ehdotusta
}
search-did-you-mean = Tarkoititko:
search-understood = Löysimme sanoistasi nämä asiat. Sopivat ovat ensin.
search-nothing = Kokeile näitä:
search-wish = Kerro toiveesi
search-misread = Näitä valintoja emme ymmärtäneet. Jätimme ne pois:
search-misread-step = Askel ”{ $value }”: askeleet ovat 1–5.
search-misread-area = Alue ”{ $value }”: tällaista kuntaa ei ole.
search-misread-when = Aika ”{ $value }”: valitse listasta.
search-misread-place = Paikka ”{ $value }”: kirjoita postinumero tai kunnan nimi.
search-misread-distance = Matka ”{ $value }”: valitse 1–500 kilometriä.
search-misread-order = Järjestys ”{ $value }”: valitse listasta.
search-misread-page = Sivu ”{ $value }”: ensimmäinen sivu on 1.
search-misread-filter = Valinta ”{ $value }”: valitse listasta.
chip-remove = Poista valinta
chip-ignore = Poista:
chip-near = Lähellä: { $place }
chip-within = Enintään { $km } kilometriä
quick-title = Valitse nopeasti

filter-milloin = Milloin
filter-lahella = Missä olet?
filter-lahella-hint = Kirjoita postinumero tai kunta. Emme tallenna sitä.
filter-km = Kuinka kaukana se saa olla?
filter-askel = Askel
filter-kynnys = Millaista
filter-kiinnostus = Mistä pidän
filter-tilanne = Minun tilanteeni
filter-laji = Mitä etsin
filter-tuki = Millaista työtä
filter-kieli = Kieli
filter-kunta = Kunta
filter-jarjesta = Järjestys
km-any = Kaikki käy
km-at-most = Enintään { $km } kilometriä
when-any = Milloin vain
when-tanaan = Tänään
when-huomenna = Huomenna
when-viikko = Tällä viikolla
when-viikonloppu = Viikonloppuna
when-ilta = Illalla
when-ylihuomenna = Ylihuomenna
when-ensi-viikko = Ensi viikolla
when-ma = Maanantaina
when-ti = Tiistaina
when-ke = Keskiviikkona
when-to = Torstaina
when-pe = Perjantaina
when-la = Lauantaina
when-su = Sunnuntaina
when-aamu = Aamulla
when-paiva = Päivällä
when-iltapaiva = Iltapäivällä
order-sopivin = Ensin parhaat
order-pian = Ensin ne, jotka alkavat pian
order-lahin = Ensin ne, jotka ovat lähellä
order-nimi = Aakkosjärjestys (A, B, C)

onward-without = Ilman valintaa: { $filter }
onward-without-words = Ilman sanoja ”{ $words }”
onward-farther = Myös kauempana
onward-any-time = Milloin vain
why-words = Tekstissä on: { $words }
why-meaning = Sopii hakuusi: { $words }

positions-title = Etsi työtä
positions-description = Voit kokeilla työtä tai hakea työpaikkaa.
positions-lead = Täällä on työpaikkoja. Voit myös kokeilla työtä ensin. Voit soittaa ja kysyä lisää.
