### Koordinatorns kö: förslag, fel och ändringar.

queue-title = Kö
desk-queue = { $count ->
    [0] Ingenting väntar.
    [one] 1 förslag väntar.
   *[other] { $count } förslag väntar.
}
queue-waiting = { $count ->
    [0] Inga förslag väntar.
    [one] 1 förslag väntar på dig.
   *[other] { $count } förslag väntar på dig.
}
queue-faults = { $count ->
    [0] Inga felanmälningar
    [one] 1 felanmälan väntar
   *[other] { $count } felanmälningar väntar
}
queue-new = Ny
queue-change = Ändring
queue-since = Skickat { $when }
queue-resting = Vilande
queue-resting-hint = Ingen har bekräftat de här på över ett år, så de syns inte i sökningen. Ring arrangören eller väck dem.
queue-wrong = Det här kan inte publiceras ännu
queue-difference = Vad som ändras
queue-field = Uppgift
queue-now = Nu
queue-proposed = Förslag
queue-contact = Breven går till adressen { $email }.
queue-no-contact = Den som lämnade förslaget gav ingen adress och får därför inget brev.
queue-organizer = Vems verksamhet är det här?
queue-organizer-new = En ny arrangör
queue-keeps = Den som lämnade förslaget får ett konto och kan sköta arrangörens uppgifter
queue-publish = Publicera
queue-note = Fråga eller motivering
queue-note-hint = Den som lämnade förslaget läser det här i brevet.
queue-ask = Fråga mer
queue-decline = Publicera inte
queue-has-changed = Förslaget eller brickan har ändrats efter att du öppnade sidan. Titta igen och besluta sedan.
queue-conflict = Uppgifterna på brickan har ändrats efter att förslaget gjordes. Tabellen visar vad som händer. Publicera på nytt om förslaget ska gälla.
queue-problem-note = Skriv en fråga eller en motivering.
queue-problem-what = Välj vad som ska göras med förslaget.

changes-title = Senaste ändringar
changes-none = Inga ändringar.
changes-nobody = Någon utan konto
changes-fields = { $count ->
    [one] 1 uppgift ändrades
   *[other] { $count } uppgifter ändrades
}
changes-undo = Ångra ändringen
changes-undone = Ändringen är ångrad.
changes-since = Ändringen ångrades inte: någon har ändrat samma uppgift efter det.

faults-title = Felanmälningar
faults-none = Inga felanmälningar.
faults-handle = Markera som behandlad
