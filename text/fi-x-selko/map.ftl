### Kartta selkosuomeksi.

map-description = Missä kunnissa ja kylissä on toimintaa.
map-h1 = Missä on toimintaa?
map-lead = Valitse kunta kartasta. Samat tiedot ovat listassa.
map-to-list = Siirry listaan
map-steps = Valitse askel
map-all-steps = Kaikki askeleet
map-told =
    { $count ->
        [0] { $place }: ei toimintaa
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
map-legend-dot = Paikka. Iso piste: paljon toimintaa.
map-source = Kuntien rajat: Maanmittauslaitos 2023, CC BY 4.0
map-list = Toiminta eri kunnissa
map-count =
    { $count ->
        [one] Yhteensä { $count } toiminta.
       *[other] Yhteensä { $count } toimintaa. Sama toiminta voi olla monessa kunnassa.
    }
map-municipality = Kunta
map-number = Toimintaa
map-online =
    { $count ->
        [one] { $count } toiminta, johon voit osallistua kotoa
       *[other] { $count } toimintaa, joihin voit osallistua kotoa
    }
map-villages = Kylät ja kaupunginosat
map-villages-text = Valitse lähin paikka. Näet, mitä siellä on.
