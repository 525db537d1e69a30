### Askeleet: askelmalli karttana.

step-1 = Avoin matalan kynnyksen toiminta
step-1-description = Paikkoja, joihin voi vain tulla. Ei ilmoittautumista, ei sitoutumista. Voit juoda kahvin ja lähteä.
step-2 = Ryhmät
step-2-description = Samat ihmiset, sama paikka, yhteinen tekeminen. Ryhmä kokoontuu sovittuina aikoina, ja joku odottaa sinua.
step-3 = Kurssit ja kortit
step-3-description = Opit uutta ja saat siitä todistuksen tai kortin: ensiapu, hygieniapassi, kieli, tietokone.
step-4 = Työvoimapalvelut
step-4-description = Työkokeilu, kuntouttava työtoiminta tai palkkatuki. Kokeilet työtä, ja tukea on vierellä.
step-5 = Työ ja opinnot
step-5-description = Palkkatyötä, osa-aikatyötä, oppisopimuksia ja opiskelupaikkoja.

steps-description = Viisi tapaa olla mukana, avoimesta kahvilasta työhön. Voit aloittaa mistä vain.
steps-h1 = Mistä haluat aloittaa?
steps-lead = Voit aloittaa mistä vain. Voit jäädä. Voit palata.
steps-text = Nämä viisi askelta ovat kartta, eivät portaat. Kukaan ei mittaa, monennellako olet.
steps-nav = Askeleet tällä sivulla
steps-all =
    { $count ->
        [one] Katso ainoa: { $step }
       *[other] Katso kaikki { $count }: { $step }
    }
steps-none = Täällä ei ole juuri nyt mitään. Kurkista muihin askeliin.
steps-unsure = Etkö tiedä, mikä sopisi?
steps-unsure-text = Sinun ei tarvitse tietää. Kerro, mistä pidät, niin etsimme yhdessä.
steps-call = Soita{"\u00A0"}{ $phone }
steps-easy = Näytä, mihin voi vain tulla
