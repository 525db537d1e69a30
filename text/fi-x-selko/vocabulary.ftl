### Sanastot selkosuomeksi. Tuontitiedostot ymmärtävät myös nämä nimet.

## Toiminnan laji
kind-open_activity = Avoin kaikille
kind-group = Ryhmä
kind-course = Kurssi
kind-event = Tapahtuma
kind-support = Apu ja neuvonta
kind-peer_support = Vertaistuki (muilla on sama tilanne)
kind-volunteering = Vapaaehtoistyö
kind-work_trial = Työkokeilu (kokeilet työtä)
kind-wage_subsidy = Palkkatukityö (saat palkkaa)
kind-part_time = Osa-aikatyö (lyhyt työaika)
kind-space = Tila (huone tai talo)
kind-information = Tietoa ja ohjeita

## Kynnys: mikä auttaa tulemaan
threshold-no_sign_up = Sinun ei tarvitse ilmoittautua
threshold-anonymous = Sinun ei tarvitse kertoa nimeäsi
threshold-free = Ei maksa mitään
threshold-companion = Voit ottaa kaverin mukaan
threshold-met_at_door = Joku ottaa sinut vastaan
threshold-drop_in = Voit tulla ja lähteä milloin vain
threshold-no_commitment = Sinun ei tarvitse tulla joka kerta
threshold-quiet = Rauhallinen paikka
threshold-small_group = Pieni ryhmä
threshold-easy_finnish = Helppo suomi riittää
threshold-children = Lapset voivat tulla mukaan
threshold-transport = Saat kyydin
threshold-online = Voit osallistua netissä
threshold-substance_free = Ei alkoholia eikä huumeita
threshold-wheelchair = Pääset sisään pyörätuolilla
threshold-accessible_toilet = Vessa sopii pyörätuolille
threshold-hearing_loop = Induktiosilmukka (kuulet kuulolaitteella paremmin)
threshold-interpreter = Voit saada tulkin

## Mistä pidän
interest-animals = Eläimet
interest-nature = Luonto ja retket
interest-gardening = Puutarha
interest-crafts = Käsityöt
interest-repair = Korjaaminen ja rakentaminen
interest-cooking = Ruoka ja leipominen
interest-company = Seura ja juttelu
interest-music = Musiikki ja laulu
interest-dance = Tanssi
interest-art = Taide ja valokuvat
interest-theatre = Teatteri ja elokuvat
interest-literature = Lukeminen ja kirjoittaminen
interest-games = Pelit
interest-digital = Tietokone ja puhelin
interest-exercise = Liikunta
interest-languages = Kielet
interest-history = Historia ja oma kotiseutu
interest-children = Lapset ja nuoret
interest-elderly = Iäkkäät ihmiset
interest-faith = Usko ja hengelliset asiat
interest-learning = Uudet taidot
interest-work = Työ ja tekeminen
interest-wellbeing = Mieli ja hyvä olo
interest-recycling = Kierrätys ja ympäristö
interest-influence = Yhteiset asiat
interest-business = Oma yritys ja myynti

## Elämäntilanne
situation-unemployed = Ei työtä
situation-long_unemployed = Pitkään ilman työtä
situation-lonely = Yksinäinen
situation-new_in_finland = Uusi Suomessa
situation-debt = Velkaa tai laskuja maksamatta
situation-low_income = Rahat eivät riitä
situation-young_adult = Nuori ilman työtä tai koulua
situation-parent = Äiti tai isä
situation-single_parent = Yksin lasten kanssa
situation-carer = Omaishoitaja (hoidat läheistä kotona)
situation-retired = Eläkkeellä
situation-disability = Vamma tai pitkä sairaus
situation-mental_health = Mieli voi huonosti
situation-substance_recovery = Ongelmia alkoholin tai huumeiden tai pelien kanssa
situation-grief = Suru
situation-separation = Ero tai muutos perheessä
situation-violence = Väkivaltaa tai pelkoa
situation-homeless = Ei kotia tai koti on vaarassa
situation-released = Vankilan jälkeen
situation-social_fear = Ihmisten tapaaminen jännittää
situation-learning_difficulty = Oppiminen tai lukeminen on vaikeaa
situation-no_car = Ei autoa ja vähän busseja

## Järjestäjän tyyppi
organization_type-association = Yhdistys
organization_type-parish = Seurakunta
organization_type-municipality = Kunta tai kaupunki
organization_type-wellbeing_county = Hyvinvointialue (hoitaa terveyttä ja antaa tukea)
organization_type-school = Koulu
organization_type-company = Yritys
organization_type-cooperative = Osuuskunta (jäsenten oma yritys)
organization_type-foundation = Säätiö
organization_type-project = Hanke (kestää vain jonkin aikaa)
organization_type-residents = Asukkaat
organization_type-state = Valtio
organization_type-other = Joku muu

## Työn muoto
support_form-work_trial = Työkokeilu (kokeilet työtä)
support_form-rehabilitative_work = Kuntouttava työtoiminta (harjoittelet työtä)
support_form-wage_subsidy = Palkkatuki (työnantaja saa tukea palkkaasi)
support_form-apprenticeship = Oppisopimus (opit ammatin työssä)
support_form-supported_employment = Tuettu työ (saat apua työssä)
support_form-none = Tavallinen työ

## Hinta
price-free = Ei maksa mitään
price-paid = Maksaa jotain
price-donation = Voit maksaa jos haluat
price-unknown = Emme tiedä hintaa

## Näkyykö paikka
confidentiality-public = Näkyy kaikille
confidentiality-area_only = Vain alue näkyy
confidentiality-hidden = Ei näy

## Kielet
language-fi = suomi
language-sv = ruotsi
language-en = englanti
language-fi-x-selko = selkosuomi
language-so = somali
language-ar = arabia
language-ru = venäjä
language-uk = ukraina
language-et = viro
language-fa = persia
language-fse = suomalainen viittomakieli
