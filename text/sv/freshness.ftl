### Stämmer uppgifterna? En enda knapp från brevet, utan inloggning.

confirm-title = Stämmer uppgifterna?
confirm-yes = Uppgifterna stämmer
confirm-change = Något har ändrats
confirm-ended = Verksamheten har upphört
confirm-thanks-title = Tack!
confirm-thanks = Uppgifterna är bekräftade. Vi frågar igen om ungefär ett halvt år.
confirm-ended-thanks = Tack för att du berättade. Vi tar bort verksamheten från brickan.
