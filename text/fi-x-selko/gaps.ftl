### Aukot: mitä alueelta puuttuu.

desk-gaps = { $count ->
    [0] Joka alueella on jotain joka askeleella.
    [one] 1 kohta on tyhjä.
   *[other] { $count } kohtaa on tyhjiä.
}
gaps-title = Mitä alueelta puuttuu?
gaps-lead = Taulukosta näet, missä on paljon tekemistä ja missä vähän. Avaa taulukon kohta. Voit aloittaa neuvottelun tai pyytää uutta järjestäjää.
gaps-views = Taulukot
gaps-view-areas = Alueet ja askeleet
gaps-view-themes = Aiheet ja askeleet
gaps-area = Alue
gaps-theme = Aihe
gaps-every-theme = Kaikki aiheet
gaps-choose = Näytä
gaps-legend = ”Ei mitään” tarkoittaa, että toimintaa ei ole. ”Vähän” tarkoittaa, että toimintoja on enintään { $count }.
gaps-caption = Toiminnat alueilla ja askelilla
gaps-caption-theme = Toiminnat alueilla ja askelilla, aihe: { $theme }
gaps-caption-area = Toiminnat eri aiheista ja askelilla, alue: { $area }
gaps-elsewhere = Muualla kunnassa
gaps-no-place = Ei paikkaa / verkossa
gaps-all = Yhteensä
gaps-whole = Kaikki, kukin kerran
gaps-nothing = ei mitään
gaps-little = vähän
gaps-people = noin { $count } asukasta
gaps-population = Asukkaita noin (2022)
gaps-counting = Sama toiminta voi kuulua monelle alueelle ja moneen aiheeseen. Silloin se lasketaan niihin kaikkiin, mutta kuhunkin vain kerran. Kohdassa ”Yhteensä” on myös toiminta, jolla ei ole askelta. Rivillä ”Ei paikkaa / verkossa” on toiminta, joka on verkossa tai jonka paikkaa emme näytä. Asukkaiden määrät ovat Tilastokeskuksen lukuja vuodelta 2022. Ne on pyöristetty.
gaps-csv = Lataa taulukko (CSV)
gaps-picture = Taulukko kuvana
gaps-picture-alt = Sama taulukko kuvana. Tumma ruutu tarkoittaa, että toimintaa on paljon. Tyhjissä ruuduissa on katkoviiva.
gaps-picture-open = Avaa kuva
gaps-missing = Mitä ihmiset toivovat
gaps-missing-lead = Tässä ovat toiveet ja haut viimeisten 90 päivän ajalta. Näillä hauilla ei löytynyt mitään. Kukaan ei näe, kuka toivoi tai haki.
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
    [0] Tarjottimella ei ole tällaista toimintaa.
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
gaps-call-text = Etsimme järjestäjää! Toivomme uutta tekemistä { $place }: { $what }. Tällaista tekemistä on liian vähän. Moni ihminen toivoo sitä. Haluatteko te järjestää sitä? Ottakaa yhteyttä: { $contact }
