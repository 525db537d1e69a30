### Etusivu ja haku.

home-title = Mielekästä tekemistä lähelläsi
home-description = Etsi avoimia kahviloita, ryhmiä, kursseja, tukea ja työpaikkoja läheltäsi. Maksutta ja ilman kirjautumista.
home-h1 = Mitä haluaisit tehdä?
home-lead = Löydä mielekästä tekemistä läheltä. Et tarvitse tunnuksia. Katsele rauhassa.
home-topics = Mistä haluat aloittaa?
topic-company = Seuraa ja juttelua
topic-company-hint = Avoimia kahviloita ja olohuoneita. Ei ilmoittautumista.
topic-doing = Tekemistä käsille
topic-doing-hint = Käsitöitä, ruoanlaittoa, puutarhaa, eläimiä ja korjaamista.
topic-work = Töitä ja työkokeiluja
topic-work-hint = Kokeile työtä, tai etsi palkkatukityö tai osa-aikatyö.
topic-money = Apua raha-asioihin
topic-money-hint = Velat, ulosotto, laskut ja ruoka-apu.
topic-language = Suomea ja muita kieliä
topic-language-hint = Kielikahviloita ja kursseja.
topic-talk = Joku, jolle puhua
topic-talk-hint = Vertaistukea ja neuvontaa, kun mieli on maassa.
home-today = Tänään tapahtuu
home-today-none = Tänään ei ole enää ohjelmaa.
home-this-week = Katso, mitä tällä viikolla on
home-today-all = { $count ->
    [one] Näytä tämän päivän tekeminen
   *[other] Näytä kaikki tänään ({ $count })
}
home-start = Etkö tiedä, mistä aloittaa?
home-start-text = Se on ihan tavallista. Kerro puhelimessa, mistä pidät, niin etsimme yhdessä.
home-call = Soita{"\u00A0"}{ $phone }
home-choose = Auta minua valitsemaan
home-ask-call = Pyydä soittoa
home-easy = Helppo alku: ei ilmoittautumista, ja joku ottaa sinut vastaan
home-steps = Katso askeleet: voit aloittaa mistä vain

search-label = Mitä etsit?
search-hint = Kirjoita omin sanoin. Esimerkiksi: duunia eläinten kanssa
search-button = Etsi
search-title = Etsi tekemistä
search-description = Hae omin sanoin. Rajaa ajan, paikan, hinnan ja elämäntilanteen mukaan.
search-filters = Rajaa hakua
search-filter-button = Näytä tulokset
search-chips = Valitut rajaukset
search-count = { $count ->
    [0] Juuri tätä ei löytynyt
    [one] Löytyi 1 vaihtoehto
   *[other] Löytyi { $count } vaihtoehtoa
}
suggest-title = Ehdotuksia hakuun
suggest-button = Ehdota sanoja
suggest-activity = (toiminta)
suggest-count = { $count ->
    [0] Ei ehdotuksia
    [one] 1 ehdotus
   *[other] { $count } ehdotusta
}
search-did-you-mean = Tarkoititko:
search-understood = Huomasimme sanoissasi tämän. Siihen sopivat ovat ensin.
search-nothing = Kokeile jotain näistä:
search-wish = Kerro, mitä toivoisit tänne
search-misread = Näitä rajauksia emme ymmärtäneet. Jätimme ne pois:
search-misread-step = Askel ”{ $value }”: askeleet ovat 1–5.
search-misread-area = Alue ”{ $value }”: tällaista kuntaa ei ole.
search-misread-when = Aika ”{ $value }”: valitse listasta.
search-misread-place = Paikka ”{ $value }”: kirjoita postinumero tai kunnan nimi.
search-misread-distance = Etäisyys ”{ $value }”: valitse 1–500 kilometriä.
search-misread-order = Järjestys ”{ $value }”: valitse listasta.
search-misread-page = Sivu ”{ $value }”: sivut alkavat ykkösestä.
search-misread-filter = Rajaus ”{ $value }”: valitse listasta.
chip-remove = Poista rajaus
chip-ignore = Älä ota huomioon:
chip-near = Lähellä: { $place }
chip-within = Enintään { $km } km
quick-title = Nopeat valinnat

filter-milloin = Milloin
filter-lahella = Missä olet?
filter-lahella-hint = Postinumero tai kunta. Emme tallenna sitä.
filter-km = Kuinka kaukana se saa olla?
filter-askel = Askel
filter-kynnys = Millaista
filter-kiinnostus = Mistä pidän
filter-tilanne = Elämäntilanne
filter-laji = Toiminnan laji
filter-tuki = Työn muoto
filter-kieli = Kieli
filter-kunta = Alue
filter-jarjesta = Järjestys
km-any = Ei väliä
km-at-most = Enintään { $km } km
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
order-sopivin = Sopivimmat ensin
order-pian = Pian alkavat ensin
order-lahin = Lähimmät ensin
order-nimi = Aakkosjärjestys

onward-without = Ilman rajausta: { $filter }
onward-without-words = Ilman sanoja ”{ $words }”
onward-farther = Myös kauempana
onward-any-time = Milloin vain
why-words = Tekstissä mainitaan: { $words }
why-meaning = Liittyy hakuusi: { $words }

positions-title = Töitä ja työkokeiluja
positions-description = Avoimia työkokeilupaikkoja, palkkatukityötä ja osa-aikatyötä.
positions-lead = Katso, mitä nyt on auki: työkokeiluja, palkkatukityötä ja osa-aikatyötä. Voit ensin kysyä puhelimella.
