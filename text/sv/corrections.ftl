### Rättande av verksamheters uppgifter.

desk-corrections = { $count ->
    [0] Inga rättelser.
    [one] 1 verksamhet är rättad.
   *[other] { $count } verksamheter är rättade.
}
corrections-title = Rätta verksamheters uppgifter
corrections-lead = När du rättar en uppgift som kom från en källa gäller din rättelse: nästa körning ändrar den inte tillbaka.
corrections-which = Vilken verksamhet vill du rätta?
corrections-none = Ingenting hittades. Prova ett annat ord.
corrections-corrected = Rättade verksamheter
corrections-saved = Sparat. Ändringen syns genast.
corrections-win = Den här verksamheten kommer från en källa. Det du ändrar här består. När du skriver tillbaka källans egen text bestämmer källan igen.
corrections-languages = Texternas språk
corrections-source = Källan säger: { $value }
corrections-source-silent = Källan säger ingenting om det här.
corrections-name = Namn
corrections-summary = Kort
corrections-description = Beskrivning
corrections-how_to_join = Så kommer du med
corrections-phone = Telefon
corrections-email = E-post
corrections-website = Webbplats
corrections-kind = Slag
corrections-step = Steg
corrections-state = Synlighet
corrections-state-published = Syns för alla
corrections-state-draft = Dold
corrections-problem-name = Skriv ett namn på verksamheten.
corrections-problem-long = Texten är för lång. Korta ner den.
corrections-problem-website = Skriv webbplatsens adress så här: https://exempel.fi
corrections-page = Se verksamhetens sida
