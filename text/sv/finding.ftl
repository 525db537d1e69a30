### Startsidan och sökningen.

home-title = Något meningsfullt att göra nära dig
home-description = Hitta öppna kaféer, grupper, kurser, stöd och jobb nära dig. Gratis och utan inloggning.
home-h1 = Vad skulle du vilja göra?
home-lead = Hitta något meningsfullt nära dig. Du behöver inte logga in. Titta i lugn och ro.
home-topics = Var vill du börja?
topic-company = Sällskap och prat
topic-company-hint = Öppna kaféer och vardagsrum. Ingen anmälan.
topic-doing = Något att göra med händerna
topic-doing-hint = Handarbete, matlagning, trädgård, djur och reparationer.
topic-work = Jobb och arbetsprövning
topic-work-hint = Pröva på ett jobb, eller sök jobb med lönesubvention eller på deltid.
topic-money = Hjälp med pengar
topic-money-hint = Skulder, utsökning, räkningar och mathjälp.
topic-language = Finska och andra språk
topic-language-hint = Språkkaféer och kurser.
topic-talk = Någon att prata med
topic-talk-hint = Kamratstöd och rådgivning när det känns tungt.
home-today = Det här händer i dag
home-today-none = Det finns inget mer på programmet i dag.
home-this-week = Se vad som händer den här veckan
home-today-all = { $count ->
    [one] Visa det som händer i dag
   *[other] Visa allt i dag ({ $count })
}
home-start = Vet du inte var du ska börja?
home-start-text = Det är helt vanligt. Berätta i telefon vad du gillar, så letar vi tillsammans.
home-call = Ring{"\u00A0"}{ $phone }
home-choose = Hjälp mig välja
home-ask-call = Be om ett samtal
home-easy = En lätt början: ingen anmälan, och någon tar emot dig
home-steps = Se stegen: du kan börja var som helst

search-label = Vad söker du?
search-hint = Skriv med egna ord. Till exempel: jobb med djur
search-button = Sök
search-title = Hitta något att göra
search-description = Sök med egna ord. Begränsa enligt tid, plats, pris och livssituation.
search-filters = Begränsa sökningen
search-filter-button = Visa resultaten
search-chips = Det här har du valt
search-count = { $count ->
    [0] Just det här hittades inte
    [one] 1 alternativ hittades
   *[other] { $count } alternativ hittades
}
suggest-title = Förslag till sökningen
suggest-button = Föreslå ord
suggest-activity = (aktivitet)
suggest-count = { $count ->
    [0] Inga förslag
    [one] 1 förslag
   *[other] { $count } förslag
}
search-did-you-mean = Menade du:
search-understood = Vi såg det här i dina ord. Det som passar kommer först.
search-nothing = Pröva något av det här:
search-wish = Berätta vad du önskar här
search-misread = De här valen förstod vi inte. Vi lämnade bort dem:
search-misread-step = Steg ”{ $value }”: stegen är 1–5.
search-misread-area = Område ”{ $value }”: det finns ingen sådan kommun.
search-misread-when = Tid ”{ $value }”: välj i listan.
search-misread-place = Plats ”{ $value }”: skriv ett postnummer eller namnet på en kommun.
search-misread-distance = Avstånd ”{ $value }”: välj 1–500 kilometer.
search-misread-order = Ordning ”{ $value }”: välj i listan.
search-misread-page = Sida ”{ $value }”: den första sidan är 1.
search-misread-filter = Val ”{ $value }”: välj i listan.
chip-remove = Ta bort valet
chip-ignore = Bortse från:
chip-near = Nära: { $place }
chip-within = Högst { $km } km
quick-title = Snabbval

filter-milloin = När
filter-lahella = Var är du?
filter-lahella-hint = Postnummer eller kommun. Vi sparar det inte.
filter-km = Hur långt bort får det vara?
filter-askel = Steg
filter-kynnys = Hur det är där
filter-kiinnostus = Vad jag gillar
filter-tilanne = Livssituation
filter-laji = Typ av verksamhet
filter-tuki = Form av arbete
filter-kieli = Språk
filter-kunta = Område
filter-jarjesta = Ordning
km-any = Spelar ingen roll
km-at-most = Högst { $km } km
when-any = När som helst
when-tanaan = I dag
when-huomenna = I morgon
when-viikko = Den här veckan
when-viikonloppu = På veckoslutet
when-ilta = På kvällen
when-ylihuomenna = I övermorgon
when-ensi-viikko = Nästa vecka
when-ma = På måndag
when-ti = På tisdag
when-ke = På onsdag
when-to = På torsdag
when-pe = På fredag
when-la = På lördag
when-su = På söndag
when-aamu = På morgonen
when-paiva = På dagen
when-iltapaiva = På eftermiddagen
order-sopivin = Bäst först
order-pian = Det som börjar först
order-lahin = Närmast först
order-nimi = Alfabetisk

onward-without = Utan valet: { $filter }
onward-without-words = Utan orden ”{ $words }”
onward-farther = Också längre bort
onward-any-time = När som helst
why-words = Nämns i texten: { $words }
why-meaning = Hänger ihop med din sökning: { $words }

positions-title = Jobb och arbetsprövning
positions-description = Lediga platser: arbetsprövning, jobb med lönesubvention och deltidsjobb.
positions-lead = Se vad som är ledigt just nu: arbetsprövning, jobb med lönesubvention och deltidsjobb. Du kan först ringa och fråga.
