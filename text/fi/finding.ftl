### Etusivu ja haku.

home-title = Mielekästä tekemistä lähelläsi
home-description = Etsi avoimia kahviloita, ryhmiä, kursseja, tukea ja työpaikkoja läheltäsi. Maksutta ja ilman kirjautumista.
home-h1 = Mitä haluaisit tehdä?
home-lead = Löydä jotain mielekästä läheltä. Et tarvitse tunnuksia, ja saat katsella rauhassa.
home-topics = Mistä haluat aloittaa?
topic-company = Seuraa ja juttelua
topic-company-hint = Avoimia kahviloita ja olohuoneita. Ei ilmoittautumista.
topic-doing = Tekemistä käsillä
topic-doing-hint = Käsitöitä, ruokaa, puutarhaa, eläimiä, korjaamista.
topic-work = Paikka töihin
topic-work-hint = Työkokeiluja, palkkatukityötä ja osa-aikatyötä.
topic-money = Apua raha-asioihin
topic-money-hint = Velat, ulosotto, laskut ja ruoka-apu.
topic-language = Suomea ja muita kieliä
topic-language-hint = Kielikahviloita ja kursseja.
topic-talk = Joku jolle puhua
topic-talk-hint = Vertaistukea ja neuvontaa, kun mieli on maassa.
home-today = Tänään tapahtuu
home-today-none = Tänään ei ole enää mitään ohjelmassa.
home-this-week = Katso tämän viikon tekeminen
home-today-all = { $count ->
    [one] Näytä tämän päivän ainoa tekeminen
   *[other] Näytä kaikki tänään ({ $count })
}
home-start = Etkö tiedä, mistä aloittaa?
home-start-text = Se on ihan tavallista. Kerro puhelimessa, mistä pidät, niin etsitään yhdessä.
home-call = Soita { $phone }
home-easy = Helppo alku: ei ilmoittautumista ja joku ottaa vastaan
home-steps = Katso askeleet: voit aloittaa mistä vain

search-label = Mitä etsit?
search-hint = Kirjoita omin sanoin. Esimerkiksi: duunia eläinten kanssa
search-button = Etsi
search-title = Etsi tekemistä
search-description = Hae toimintaa omilla sanoillasi ja rajaa ajan, paikan, hinnan ja elämäntilanteen mukaan.
search-filters = Rajaa hakua
search-filter-button = Näytä tulokset
search-chips = Valitut rajaukset
search-count = { $count ->
    [0] Ei osumia
    [one] 1 osuma
   *[other] { $count } osumaa
}
search-did-you-mean = Haimme sanoilla ”{ $words }”.
search-understood = Ymmärsimme osan sanoista ajaksi, paikaksi tai ehdoksi. Parhaiten sopivat ovat ensin, mitään ei ole piilotettu.
search-nothing = Juuri tällaista ei vielä ole tarjottimella. Kokeile jotain näistä:
search-misread = Osaa rajauksista emme ymmärtäneet, joten jätimme ne pois:
search-misread-step = Askel ”{ $value }”: askeleet ovat 1–5.
search-misread-area = Alue ”{ $value }”: tällaista kuntaa ei ole.
search-misread-when = Aika ”{ $value }”: valitse listasta.
search-misread-place = Paikka ”{ $value }”: kirjoita postinumero tai kunnan nimi.
search-misread-distance = Etäisyys ”{ $value }”: valitse 1–500 kilometriä.
search-misread-order = Järjestys ”{ $value }”: valitse listasta.
search-misread-page = Sivu ”{ $value }”: sivut alkavat ykkösestä.
search-misread-filter = Rajaus ”{ $value }”: valitse listasta.
chip-remove = Poista rajaus
chip-near = Lähellä: { $place }
chip-within = Enintään { $km } km
quick-title = Nopeat valinnat

filter-milloin = Milloin
filter-lahella = Missä olet?
filter-lahella-hint = Postinumero tai kunta. Emme tallenna sitä.
filter-km = Kuinka kaukana
filter-askel = Askel
filter-kynnys = Millaista
filter-kiinnostus = Mistä pidän
filter-tilanne = Elämäntilanne
filter-laji = Toiminnan laji
filter-tuki = Tukimuoto
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
order-sopivin = Sopivin ensin
order-pian = Seuraavaksi alkava ensin
order-lahin = Lähin ensin
order-nimi = Aakkosjärjestys

onward-without = Ilman rajausta: { $filter }
onward-without-words = Ilman sanoja ”{ $words }”
onward-farther = Myös kauempana
onward-any-time = Milloin vain
why-words = Löytyi sanoilla: { $words }
why-meaning = Liittyy hakuusi: { $words }

positions-title = Paikat töihin
positions-description = Avoimet työkokeilupaikat, palkkatukityö ja osa-aikatyö.
positions-lead = Työkokeilu, palkkatuki tai osa-aikatyö: katso, mitä juuri nyt on auki. Voit kysyä paikasta ensin puhelimella.
