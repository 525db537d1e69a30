### Luckor: vad som saknas i området.

desk-gaps = { $count ->
    [0] Varje område har något på varje steg.
    [one] 1 ruta är tom.
   *[other] { $count } rutor är tomma.
}
gaps-title = Var finns det luckor?
gaps-lead = Tabellen visar hur många aktiviteter som finns på brickan i olika områden och på olika steg. Öppna en ruta för att börja en förhandling eller söka en ny arrangör.
gaps-views = Tabeller
gaps-view-areas = Områden och steg
gaps-view-themes = Teman och steg
gaps-area = Område
gaps-theme = Tema
gaps-every-theme = Alla teman
gaps-choose = Visa
gaps-legend = ”Inget” betyder noll. ”Lite” betyder högst { $count } aktiviteter: när en slutar finns inget kvar att välja mellan.
gaps-caption = Publicerade aktiviteter efter område och steg
gaps-caption-theme = Publicerade aktiviteter efter område och steg, tema: { $theme }
gaps-caption-area = Publicerade aktiviteter efter tema och steg, område: { $area }
gaps-elsewhere = Annanstans i kommunen
gaps-no-place = Utan plats / på nätet
gaps-all = Sammanlagt
gaps-whole = Alla, var och en räknad en gång
gaps-nothing = inget
gaps-little = lite
gaps-people = cirka { $count } invånare
gaps-population = Invånare cirka (2022)
gaps-counting = En aktivitet räknas i varje område och tema som den hör till, men bara en gång i vart och ett. Kolumnen Sammanlagt innehåller också aktiviteter utan steg. Raden ”Utan plats / på nätet” är verksamhet på distans och sådant vars plats inte har angetts eller inte visas för någon. Invånarantal: Statistikcentralen 2022, räknade ur postnummerområden och avrundade.
gaps-csv = Ladda ner tabellen (CSV)
gaps-picture = Tabellen som bild
gaps-picture-alt = Tabellen ovan som bild: ju fler aktiviteter, desto mörkare ruta. Tomma rutor har streckad ram.
gaps-picture-open = Öppna bilden
gaps-missing = Vad människor saknar
gaps-missing-lead = Önskemål och sökningar utan träffar under de senaste 90 dagarna. Ingen ser vem som önskade eller sökte.
gaps-wishes = Önskemål
gaps-no-wishes = Det finns inga önskemål.
gaps-searches = Sökt men inte hittat
gaps-no-searches = Det finns inga sådana sökningar.
gaps-anywhere = var som helst
gaps-days = { $count ->
    [one] sökt under 1 dag
   *[other] sökt under { $count } dagar
}
gaps-count = { $count ->
    [0] På brickan finns inget sådant alls.
    [one] På brickan finns 1 sådan aktivitet.
   *[other] På brickan finns { $count } sådana aktiviteter.
}
gaps-is-little = Det är lite.
gaps-negotiate = Börja en förhandling
gaps-search = Sök här
gaps-search-near = Sök i närheten
gaps-call = Sök en ny arrangör
gaps-call-hint = Kopiera texten till ett brev, ett meddelande eller en anslagstavla.
gaps-in-area = i området { $area }
gaps-online = på nätet
gaps-call-text = Vi söker en arrangör! Vi önskar något nytt att göra { $place }: { $what }. Det finns för lite av det här, och många saknar det nära sig. Skulle det passa er? Berätta om er idé så planerar vi tillsammans: { $contact }
