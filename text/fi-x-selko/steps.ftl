### Askeleet selkosuomeksi.

step-1 = Avoin toiminta
step-1-description = Voit tulla paikalle, kun haluat. Sinun ei tarvitse ilmoittautua. Voit juoda kahvia ja lähteä.
step-2 = Ryhmät
step-2-description = Ryhmässä on samat ihmiset. Ryhmä tapaa sovittuna aikana. Teette jotain yhdessä.
step-3 = Kurssit ja kortit
step-3-description = Kurssilla opit uutta. Voit saada kortin tai todistuksen. Esimerkiksi: ensiapu, hygieniapassi, suomen kieli, tietokone.
step-4 = Työvoimapalvelut
step-4-description = Voit kokeilla työtä. Saat tukea. Esimerkiksi: työkokeilu, kuntouttava työtoiminta, palkkatuki.
step-5 = Työ ja opiskelu
step-5-description = Täällä on työpaikkoja. Täällä on myös opiskelupaikkoja.

steps-description = Viisi tapaa olla mukana. Voit aloittaa mistä vain.
steps-h1 = Mistä voit aloittaa?
steps-lead = Voit aloittaa mistä vain. Voit jäädä. Voit palata.
steps-text = Tässä on viisi askelta. Voit valita minkä tahansa. Järjestystä ei ole.
steps-nav = Askeleet tällä sivulla
steps-all =
    { $count ->
        [one] Katso yksi toiminta: { $step }
       *[other] Katso kaikki { $count }: { $step }
    }
steps-none = Täällä ei ole nyt mitään. Katso muita askeleita.
steps-unsure = Etkö tiedä, mikä sopii sinulle?
steps-unsure-text = Sinun ei tarvitse tietää. Soita meille. Kerro, mistä pidät. Etsimme yhdessä.
steps-call = Soita{"\u00A0"}{ $phone }
steps-easy = Näytä, mihin voin vain tulla
