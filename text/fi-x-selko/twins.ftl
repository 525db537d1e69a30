### Sama toiminta kahdesta lähteestä: ylläpito päättää.

desk-twins = { $count ->
    [0] Mikään pari ei odota päätöstä.
    [one] 1 pari odottaa päätöstä.
   *[other] { $count } paria odottaa päätöstä.
}
twins-title = Sama toiminta kahdesta lähteestä
twins-lead = Kaksi lähdettä kertoo ehkä samasta toiminnasta. Päätä, kumpi näkyy. Toinen piilotetaan. Voit perua päätöksen.
twins-none = Mikään pari ei odota päätöstä.
twins-none-here = Näillä järjestäjillä ei ole pareja.
twins-why = Miksi kysymme:
twins-reason-provider = Sama järjestäjä
twins-reason-place = Sama paikka
twins-reason-name = Melkein sama nimi
twins-reason-times = Samat ajat
twins-reason-no-times = Aikoja ei ole
twins-no-times = Aikoja ei ole kerrottu.
twins-source = Lähde
twins-made-here = Tehty täällä
twins-keep = Sama – pidä tämä
twins-different = Eri toiminta
twins-next = Katso seuraavat järjestäjät
twins-decisions = Päätökset
twins-decided-same = Sama toiminta. Tämä näkyy: { $name }.
twins-decided-different = Eri toiminta. Molemmat näkyvät.
twins-kept-unseen = Kumpikaan ei näy nyt. Jos perut päätöksen, toinen näkyy taas.
twins-take-back = Peru päätös
