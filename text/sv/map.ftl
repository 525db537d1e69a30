### Kartan: var det händer och hur mycket.

map-description = I vilka kommuner och byar det finns verksamhet och hur mycket.
map-h1 = Var händer det?
map-lead = Välj en kommun på kartan. Samma uppgifter finns som lista.
map-to-list = Gå till listan
map-steps = Visa enligt steg
map-all-steps = Alla steg
map-told =
    { $count ->
        [0] { $place }: ingen verksamhet ännu
        [one] { $place }: { $count } verksamhet
       *[other] { $place }: { $count } verksamheter
    }
map-more-places =
    { $count ->
        [one] och { $count } plats till
       *[other] och { $count } platser till
    }
map-legend-little = Lite verksamhet
map-legend-much = Mycket verksamhet
map-legend-dot = Plats. Stor prick: många verksamheter.
map-source = Kommungränser: Lantmäteriverket 2023, CC BY 4.0
map-list = Verksamhet kommunvis
map-count =
    { $count ->
        [one] Sammanlagt { $count } verksamhet. Samma verksamhet kan finnas i flera kommuner.
       *[other] Sammanlagt { $count } verksamheter. Samma verksamhet kan finnas i flera kommuner.
    }
map-municipality = Kommun
map-number = Verksamhet
map-online =
    { $count ->
        [one] { $count } verksamhet där man kan delta på distans
       *[other] { $count } verksamheter där man kan delta på distans
    }
map-villages = Byar och stadsdelar
map-villages-text = Välj den närmaste, så ser du vad som finns där.
