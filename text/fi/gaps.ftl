### Aukot: mitä alueelta puuttuu.

desk-gaps = { $count ->
    [0] Jokaisella alueella on jotain joka askeleella.
    [one] 1 kohdassa ei ole mitään.
   *[other] { $count } kohdassa ei ole mitään.
}
gaps-title = Missä on aukkoja?
gaps-lead = Taulukko kertoo, montako toimintaa tarjottimella on eri alueilla ja askelilla. Avaa kohta, niin voit aloittaa neuvottelun tai pyytää uutta järjestäjää.
gaps-views = Taulukot
gaps-view-areas = Alueet ja askeleet
gaps-view-themes = Aiheet ja askeleet
gaps-area = Alue
gaps-theme = Aihe
gaps-every-theme = Kaikki aiheet
gaps-choose = Näytä
gaps-legend = ”Ei mitään” tarkoittaa nollaa. ”Vähän” tarkoittaa, että toimintoja on enintään { $count }: kun yksi loppuu, valinnanvaraa ei jää.
gaps-caption = Julkaistut toiminnat alueittain ja askelittain
gaps-caption-theme = Julkaistut toiminnat alueittain ja askelittain, aihe: { $theme }
gaps-caption-area = Julkaistut toiminnat aiheittain ja askelittain, alue: { $area }
gaps-elsewhere = Muualla kunnassa
gaps-no-place = Ei paikkaa / verkossa
gaps-all = Yhteensä
gaps-whole = Kaikki, kukin kerran
gaps-nothing = ei mitään
gaps-little = vähän
gaps-people = noin { $count } asukasta
gaps-population = Asukkaita noin (2022)
gaps-counting = Toiminta lasketaan jokaiselle alueelle ja jokaiseen aiheeseen, johon se kuuluu, mutta kullekin vain kerran. Yhteensä-sarakkeessa ovat mukana myös toiminnat, joilla ei ole askelta. Rivillä ”Ei paikkaa / verkossa” ovat etätoiminta ja toiminta, jonka paikkaa ei ole kerrottu tai ei näytetä kenellekään. Asukasluvut: Tilastokeskus 2022, laskettu postinumeroalueista ja pyöristetty.
gaps-csv = Lataa taulukko (CSV)
gaps-picture = Taulukko kuvana
gaps-picture-alt = Yllä oleva taulukko kuvana: mitä enemmän toimintaa, sitä tummempi ruutu. Tyhjissä ruuduissa on katkoviiva.
gaps-picture-open = Avaa kuva
gaps-missing = Mitä ihmiset kaipaavat
gaps-missing-lead = Viimeisten 90 päivän toiveet ja haut, joilla ei löytynyt mitään. Kukaan ei näe, kuka toivoi tai haki.
gaps-wishes = Toiveet
gaps-no-wishes = Toiveita ei ole.
gaps-searches = Haettu, mutta ei löydetty
gaps-no-searches = Tällaisia hakuja ei ole.
gaps-anywhere = missä tahansa
gaps-days = { $count ->
    [one] haettu 1 päivänä
   *[other] haettu { $count } päivänä
}
gaps-count = { $count ->
    [0] Tarjottimella ei ole tällaista lainkaan.
    [one] Tarjottimella on 1 tällainen toiminta.
   *[other] Tarjottimella on { $count } tällaista toimintaa.
}
gaps-is-little = Se on vähän.
gaps-negotiate = Aloita neuvottelu
gaps-search = Hae tästä
gaps-search-near = Hae tästä läheltä
gaps-call = Pyydä uutta järjestäjää
gaps-call-hint = Kopioi teksti kirjeeseen, viestiin tai ilmoitustaululle.
gaps-in-area = alueella { $area }
gaps-online = verkossa
gaps-call-text = Etsimme järjestäjää! Toivomme uutta tekemistä { $place }: { $what }. Tällaista on tarjolla liian vähän, ja moni kaipaa sitä lähelle. Sopisiko tämä teille? Kertokaa ideanne, niin suunnitellaan yhdessä: { $contact }
