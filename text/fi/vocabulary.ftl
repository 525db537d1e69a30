### Sanastot: koodit ja niiden suomenkieliset nimet. Tuontitiedostoissa käytetään näitä nimiä.

## Toiminnan laji
kind-open_activity = Avoin toiminta
kind-group = Ryhmä
kind-course = Kurssi
kind-event = Tapahtuma
kind-support = Tuki ja neuvonta
kind-peer_support = Vertaistuki
kind-volunteering = Vapaaehtoistoiminta
kind-work_trial = Työkokeilupaikka
kind-wage_subsidy = Palkkatukityö
kind-part_time = Osa-aikatyö
kind-space = Tila
kind-information = Tietopaketti

## Kynnys: mikä tekee tulemisesta helppoa
threshold-no_sign_up = Ei ilmoittautumista
threshold-anonymous = Voit tulla nimettömänä
threshold-free = Maksuton
threshold-companion = Saat tulla kaverin kanssa
threshold-met_at_door = Joku ottaa sinut vastaan
threshold-drop_in = Voit tulla ja lähteä milloin vain
threshold-no_commitment = Ei tarvitse sitoutua
threshold-quiet = Rauhallinen
threshold-small_group = Pieni ryhmä
threshold-easy_finnish = Helppo suomi riittää
threshold-children = Lapset voivat tulla mukaan
threshold-transport = Kyyti tarjolla
threshold-online = Voit osallistua etänä
threshold-substance_free = Päihteetön
threshold-wheelchair = Pääsee pyörätuolilla
threshold-accessible_toilet = Esteetön vessa
threshold-hearing_loop = Induktiosilmukka
threshold-interpreter = Tulkki voidaan järjestää

## Mistä pidän
interest-animals = Eläimet
interest-nature = Luonto ja retkeily
interest-gardening = Puutarha
interest-crafts = Käsityöt
interest-repair = Korjaaminen ja rakentaminen
interest-cooking = Ruoka ja leivonta
interest-company = Seura ja jutustelu
interest-music = Musiikki ja laulu
interest-dance = Tanssi
interest-art = Kuvataide ja valokuvaus
interest-theatre = Teatteri ja elokuva
interest-literature = Lukeminen ja kirjoittaminen
interest-games = Pelit
interest-digital = Tietokone ja puhelin
interest-exercise = Liikunta
interest-languages = Kielet
interest-history = Historia ja kotiseutu
interest-children = Lasten ja nuorten parissa
interest-elderly = Ikäihmisten parissa
interest-faith = Hengellisyys
interest-learning = Uuden oppiminen
interest-work = Työ ja tekeminen
interest-wellbeing = Mieli ja hyvinvointi
interest-recycling = Kierrätys ja ympäristö
interest-influence = Vaikuttaminen
interest-business = Yrittäminen ja myynti

## Elämäntilanne
situation-unemployed = Työtön
situation-long_unemployed = Pitkään ilman työtä
situation-lonely = Yksinäinen
situation-new_in_finland = Uusi Suomessa
situation-debt = Velkaa tai maksuvaikeuksia
situation-low_income = Rahat eivät riitä
situation-young_adult = Nuori ilman työtä tai opiskelupaikkaa
situation-parent = Vanhempi
situation-single_parent = Yksinhuoltaja
situation-carer = Omaishoitaja
situation-retired = Eläkkeellä
situation-disability = Vamma tai pitkäaikainen sairaus
situation-mental_health = Mielen vointi huolettaa
situation-substance_recovery = Päihteet tai riippuvuus
situation-grief = Suru ja menetys
situation-separation = Ero tai perheen muutos
situation-violence = Väkivaltaa tai pelkoa
situation-homeless = Asunto puuttuu tai on vaarassa
situation-released = Vapautunut vankilasta
situation-social_fear = Ihmisten tapaaminen jännittää
situation-learning_difficulty = Oppiminen tai lukeminen on vaikeaa
situation-no_car = Ei autoa, bussi kulkee harvoin

## Järjestäjän tyyppi
organization_type-association = Yhdistys
organization_type-parish = Seurakunta
organization_type-municipality = Kunta
organization_type-wellbeing_county = Hyvinvointialue
organization_type-school = Oppilaitos
organization_type-company = Yritys
organization_type-cooperative = Osuuskunta
organization_type-foundation = Säätiö
organization_type-project = Hanke
organization_type-residents = Asukkaat
organization_type-state = Valtio
organization_type-other = Muu

## Työpaikan tukimuoto
support_form-work_trial = Työkokeilu
support_form-rehabilitative_work = Kuntouttava työtoiminta
support_form-wage_subsidy = Palkkatuki
support_form-apprenticeship = Oppisopimus
support_form-supported_employment = Tuettu työ
support_form-none = Tavallinen työsuhde

## Hinta
price-free = Maksuton
price-paid = Maksullinen
price-donation = Vapaaehtoinen maksu
price-unknown = Hinta ei ole tiedossa

## Sijainnin julkisuus
confidentiality-public = Julkinen
confidentiality-area_only = Vain alue näytetään
confidentiality-hidden = Ei näytetä

## Kielet, joilla toiminnassa pärjää
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
