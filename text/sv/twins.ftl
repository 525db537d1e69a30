### Samma verksamhet från två källor: administratören bestämmer.

desk-twins = { $count ->
    [0] Inget par väntar på beslut.
    [one] 1 par väntar på beslut.
   *[other] { $count } par väntar på beslut.
}
twins-title = Samma verksamhet från två källor
twins-lead = De här ser ut att vara samma verksamhet, som två källor berättar om. Bestäm vilken som ska synas. Den andra döljs, och källan tar den inte tillbaka. Du kan ångra ditt beslut.
twins-none = Inget par väntar på beslut.
twins-none-here = Hos de här arrangörerna väntar inget par på beslut.
twins-why = Varför vi frågar:
twins-reason-provider = Samma arrangör
twins-reason-place = Samma plats
twins-reason-name = Liknande namn
twins-reason-times = Samma tider
twins-reason-no-times = Ingendera har tider
twins-no-times = Inga tider har uppgetts.
twins-source = Källa
twins-made-here = Gjord här
twins-keep = Samma – behåll den här
twins-different = Olika verksamheter
twins-next = Se följande arrangörer
twins-decisions = Beslut
twins-decided-same = Samma verksamhet. Den som syns är { $name }.
twins-decided-different = Olika verksamheter. Båda syns.
twins-kept-unseen = Verksamheten som skulle synas syns inte längre. Om du ångrar beslutet syns den andra igen.
twins-take-back = Ångra beslutet
