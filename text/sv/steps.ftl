### Stegen: stegmodellen som karta.

step-1 = Öppen verksamhet med låg tröskel
step-1-description = Ställen dit du bara kan komma. Ingen anmälan, och du behöver inte binda dig. Du kan dricka en kopp kaffe och gå.
step-2 = Grupper
step-2-description = Samma människor, samma plats, något att göra tillsammans. Gruppen träffas på bestämda tider, och någon väntar på dig.
step-3 = Kurser och kort
step-3-description = Du lär dig nytt och får ett intyg eller ett kort: första hjälpen, hygienpass, språk, dator.
step-4 = Arbetskraftstjänster
step-4-description = Arbetsprövning, arbetsverksamhet i rehabiliteringssyfte eller lönesubvention. Du prövar på arbete med stöd vid din sida.
step-5 = Arbete och studier
step-5-description = Lönearbete, deltidsarbete, läroavtal och studieplatser.

steps-description = Fem sätt att vara med, från öppet kafé till arbete. Du kan börja var som helst.
steps-h1 = Var vill du börja?
steps-lead = Du kan börja var som helst. Du kan stanna. Du kan komma tillbaka.
steps-text = De här fem stegen är en karta, inte en trappa. Ingen mäter vilket steg du är på.
steps-nav = Stegen på den här sidan
steps-all =
    { $count ->
        [one] Se den enda: { $step }
       *[other] Se alla { $count }: { $step }
    }
steps-none = Här finns inget just nu. Titta på de andra stegen.
steps-unsure = Vet du inte vad som passar?
steps-unsure-text = Du behöver inte veta. Berätta vad du tycker om, så letar vi tillsammans.
steps-call = Ring{"\u00A0"}{ $phone }
steps-easy = Visa ställen dit man bara kan komma
