### Att hämta en källa från nätet: vad som hindrade och vad du kan göra. $value är en server eller ett tal.

## Adressen
fetch-not-an-address = Det här är ingen webbadress. Skriv hela adressen, till exempel https://exempel.fi/evenemang.ics
fetch-scheme = Adressen ska börja med https:// eller http://. Från annat håll hämtas inget.
fetch-user-info = Adressen innehåller ett användarnamn eller lösenord. Ta bort det och @-tecknet. Om uppgifterna inte är öppna, be om en öppen adress.
fetch-port = Från port { $value } hämtas inget. Använd adressen utan port eller be driften öppna servern: --allow-fetch-from
fetch-inside = Adressen { $value } leder till servern själv eller dess eget nät. Därifrån hämtas inget. Kontrollera adressen eller be driften öppna servern: --allow-fetch-from
fetch-unknown-host = Servern { $value } finns inte. Kontrollera att adressen är rätt skriven.

## Förbindelsen
fetch-unreachable = Det går inte att nå servern { $value }. Pröva adressen i webbläsaren och försök igen senare.
fetch-tls = Det går inte att få en säker förbindelse till { $value }. Certifikatet är gammalt, fel eller saknas. Berätta det för dem som sköter servern.
fetch-silent = Servern { $value } svarar inte. Försök igen senare.
fetch-slow = Servern { $value } sänder för långsamt och hämtningen avbröts. Försök igen senare.
fetch-broken = Svaret från { $value } bröts av eller var trasigt. Försök igen senare.
fetch-headers = Svaret från { $value } börjar med för långa huvuden och kan inte läsas. Berätta det för dem som sköter servern.

## Innehållet
fetch-too-large = Filen är för stor: över { $value } megabyte. Be källan om en mindre del eller om en adress där uppgifterna finns på sidor.
fetch-bomb = Filen är så hårt packad att den kan vara gjord för att skada. Den öppnades inte. Fråga källan om adressen är rätt.
fetch-encoding = Servern packade svaret på ett sätt som ingen bad om ({ $value }). Berätta det för dem som sköter servern.

## Svaret
fetch-redirects = Adressen skickar alltid vidare till en ny. Öppna den i webbläsaren och kopiera adressen där du hamnar.
fetch-bad-redirect = Adressen skickar vidare men säger inte vart. Be källan om en ny adress.
fetch-downgrade = En säker adress skickar vidare till en osäker. Den följdes inte. Be källan om en adress som börjar med https://
fetch-not-found = Det finns inget på adressen ({ $value }). Kontrollera adressen eller fråga källan om den har ändrats.
fetch-denied = Adressen kräver tillstånd eller inloggning ({ $value }). Be källan om en öppen adress.
fetch-busy = Servern är upptagen just nu. Försök igen senare.
fetch-status = Servern svarade med fel { $value }. Försök igen senare eller fråga källan.
fetch-disk = Det som hämtades kunde inte sparas tillfälligt: { $value }. Kontrollera diskutrymmet och rättigheterna till datamappen.

## Gränssnitt. $address är adressen, $value orsaken.
remote-fetch = { $address }: { $value }
remote-not-json = Svaret från { $address } är inte giltig JSON. Kontrollera adressen och formatet. Om de är rätt, berätta det för källan.
remote-web-page = På adressen { $address } finns en sida för människor, inga data. Be källan om adressen till ett gränssnitt eller en fil.
remote-charset = Bokstäverna på { $address } kan inte läsas. Be källan spara uppgifterna som UTF-8.
remote-no-list = På { $address } fanns ingen lista. Kontrollera adressen och formatet.
remote-endless = Sidorna på { $address } tar inte slut: samma sida upprepas eller så är de för många. Hämtningen avbröts och inget togs in. Berätta det för källan.
remote-too-much = Från { $address } kommer för mycket. Välj en mindre del, till exempel en kommun.
remote-elsewhere = Nästa sida på { $address } finns på en annan server. Den hämtades inte. Kontrollera adressen.
remote-whole-country = Adressen { $address } betyder hela landets tjänster. Välj en kommun eller en organisation, till exempel …/Service/list/area/Municipality/code/398
remote-disk = Det som hämtades kunde inte sparas tillfälligt: { $value }. Kontrollera diskutrymmet och rättigheterna till datamappen.
remote-thread = Hämtningen avbröts av ett fel i programmet: { $value }

## I terminalen
remote-gathering = Hämtar källan
remote-progress = { $pages ->
    [one] En sida hämtad, { $records } poster.
   *[other] { $pages } sidor hämtade, { $records } poster.
  }
