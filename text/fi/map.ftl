### Kartta: missä tapahtuu ja kuinka paljon.

map-description = Missä kunnissa ja kylissä on toimintaa ja kuinka paljon.
map-h1 = Missä tapahtuu?
map-lead = Valitse kunta kartalta. Samat tiedot ovat luettelona.
map-to-list = Siirry luetteloon
map-steps = Näytä askeleen mukaan
map-all-steps = Kaikki askeleet
map-told =
    { $count ->
        [0] { $place }: ei vielä toimintaa
        [one] { $place }: { $count } toiminta
       *[other] { $place }: { $count } toimintaa
    }
map-more-places =
    { $count ->
        [one] ja { $count } muu paikka
       *[other] ja { $count } muuta paikkaa
    }
map-legend-little = Vähän toimintaa
map-legend-much = Paljon toimintaa
map-legend-dot = Paikka. Iso piste: monta toimintaa.
map-source = Kuntarajat: Maanmittauslaitos 2023, CC BY 4.0
map-list = Toiminta kunnittain
map-count =
    { $count ->
        [one] Yhteensä { $count } toiminta. Sama toiminta voi olla monessa kunnassa.
       *[other] Yhteensä { $count } toimintaa. Sama toiminta voi olla monessa kunnassa.
    }
map-municipality = Kunta
map-number = Toimintaa
map-online =
    { $count ->
        [one] { $count } toiminta, johon voi osallistua etänä
       *[other] { $count } toimintaa, joihin voi osallistua etänä
    }
map-villages = Kylät ja kaupunginosat
map-villages-text = Valitse lähin, niin näet, mitä siellä on.
