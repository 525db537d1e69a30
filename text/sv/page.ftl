### Ord som finns på varje sida.

skip-to-content = Gå till innehållet
nav-main = Huvudmeny
nav-search = Hitta något att göra
nav-steps = Stegen
nav-positions = Jobb och arbetsprövning
nav-map = Karta
nav-languages = Språk
nav-footer = Meny längst ner
nav-about = Om tjänsten
nav-organizations = Arrangörer
nav-settings = Inställningar
nav-privacy = Dataskydd
nav-accessibility = Tillgänglighet
footer-call = Behöver du hjälp att välja? Ring:
region-brand = Tarjotin

step-word = Steg
card-when = När
card-where = Var
card-who = Ordnas av
card-price = Pris
card-hours = Arbetstid
card-stale = Uppgifterna har inte kontrollerats på över ett halvår. Ring innan du går.
text-fallback = Texten finns inte på svenska ännu. Vi visar den på finska eller på ett annat språk.

place-hidden = Adressen är inte offentlig, fråga per telefon
place-area-only = Du får den exakta adressen när du tar kontakt.
distance-metres = { $metres } m
distance-km = { $km } km
hours-a-week = { $hours } timmar i veckan

pager = Fler resultat
pager-earlier = Föregående
pager-later = Nästa
pager-here = Sida { $page } / { $last }

form-problems = Rätta det här
problem-identity-code = Ta bort personbeteckningen. Vi behöver den inte till något.

error-title-not-found = Sidan hittades inte
error-title-bad-request = Det här lyckades inte
error-title-internal = Tjänsten fungerar inte just nu
error-not-found = Det kan vara fel i adressen. Eller så har verksamheten redan upphört.
error-bad-request = Vi förstod inte adressen eller formuläret. Inget sparades.
error-method = Den här adressen kan inte användas så. Inget sparades.
error-cross-site = Formuläret kom från en annan webbplats, så vi tog inte emot det. Öppna formuläret här och skicka det på nytt.
error-too-large = Du skickade för mycket på en gång. Inget sparades. Korta ner och skicka på nytt.
error-busy = Det är mycket trafik just nu. Inget sparades. Försök igen om en stund.
error-internal = Något gick fel hos oss. Felet är registrerat och vi rättar det.
error-onward = Så här kommer du vidare
error-home = Gå till startsidan
error-today = Se vad som händer i dag
error-not-your-fault = Det är inget fel på dig eller din telefon.
error-title-sign-in = Logga in först
error-sign-in = Den här sidan är för dem som sköter brickans uppgifter. Om du har ett konto kan du be om en inloggningslänk.
error-title-forbidden = Den här sidan är inte öppen för dig
error-forbidden = Ditt konto har inte rätt till det här. Om du behöver rätten, be administratören om den.
problem-too-often = Det har blivit för många försök nu. Vänta en stund och försök igen.
