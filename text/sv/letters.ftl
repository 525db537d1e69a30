### Brev till e-posten. Bara text: det viktigaste först, en enda länk.

letter-sign =
    { $brand }
    Tjänsten skickade brevet själv. Kom det till dig av misstag kan du glömma det.
letter-sign-phone = Är något oklart, ring: { $phone }.

letter-sign-in-subject = Inloggningslänk: { $brand }
letter-sign-in-body =
    Hej!

    Logga in här:
    { $link }

    Länken fungerar en gång, i en halvtimme. Om du inte har bett om länken behöver du inte göra något.

letter-invitation-subject = Du är inbjuden: { $note }
letter-invitation-body =
    Hej!

    Nu kan du sköta de här uppgifterna: { $note }. Logga in här:
    { $link }

    Länken fungerar en gång, i en vecka. Senare får du en ny länk på inloggningssidan.

letter-received-subject = Tack för ditt förslag
letter-received-body =
    Hej!

    Vi har fått ditt förslag. Vi går igenom det och berättar för dig när det finns på brickan.

    Här kan du se förslaget och ändra det:
    { $link }

letter-asked-subject = En fråga om ditt förslag
letter-asked-body =
    Hej!

    Vi har en fråga om ditt förslag:

    { $note }

    Svara och rätta uppgifterna här:
    { $link }

letter-published-subject = Nu på brickan: { $note }
letter-published-body =
    Hej!

    ”{ $note }” finns nu på brickan och alla kan hitta det. Tack!

    Här ser du ditt förslag och kan ändra uppgifterna:
    { $link }

letter-declined-subject = Ditt förslag kom inte med på brickan
letter-declined-body =
    Hej!

    Tack för att du berättade om din verksamhet. Den här gången kommer den inte med på brickan. Orsak:

    { $note }

    Här kan du se ditt förslag:
    { $link }

letter-confirm-subject = Stämmer uppgifterna? { $note }
letter-confirm-body =
    Hej!

    ”{ $note }” finns på brickan. Kontrollera uppgifterna här. Ett tryck på en knapp räcker, och du behöver inte logga in:
    { $link }

    Så slipper människor komma till en stängd dörr. Tack!
