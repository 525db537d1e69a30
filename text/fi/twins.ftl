### Sama toiminta kahdesta lähteestä: ylläpito päättää.

desk-twins = { $count ->
    [0] Mikään pari ei odota päätöstä.
    [one] 1 pari odottaa päätöstä.
   *[other] { $count } paria odottaa päätöstä.
}
twins-title = Sama toiminta kahdesta lähteestä
twins-lead = Nämä näyttävät samalta toiminnalta, josta kaksi lähdettä kertoo. Päätä, kumpi jää näkyviin. Toinen piilotetaan, eikä lähde tuo sitä takaisin. Voit perua päätöksesi.
twins-none = Mikään pari ei odota päätöstä.
twins-none-here = Näillä järjestäjillä mikään pari ei odota päätöstä.
twins-why = Miksi kysymme:
twins-reason-provider = Sama järjestäjä
twins-reason-place = Sama paikka
twins-reason-name = Samankaltainen nimi
twins-reason-times = Samat ajat
twins-reason-no-times = Kummallakaan ei ole aikoja
twins-no-times = Aikoja ei ole kerrottu.
twins-source = Lähde
twins-made-here = Tehty täällä
twins-keep = Sama – pidä tämä
twins-different = Eri toiminta
twins-next = Katso seuraavat järjestäjät
twins-decisions = Päätökset
twins-decided-same = Sama toiminta. Näkyviin jäi { $name }.
twins-decided-different = Eri toiminta. Molemmat näkyvät.
twins-kept-unseen = Näkyviin jätetty toiminta ei enää näy. Jos perut päätöksen, toinen tulee taas näkyviin.
twins-take-back = Peru päätös
