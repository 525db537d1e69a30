### Import: vad som hände och vad i filen som inte dög. $value är det som stod i filen.

## Sammandrag
import-dry-run = Det här var ett försök. Ingenting sparades.
import-read = { $count ->
    [one] En post lästes från källan ”{ $source }”.
   *[other] { $count } poster lästes från källan ”{ $source }”.
  }
import-counts = { $kind }: nya { $added }, ändrade { $changed }, oförändrade { $unchanged }, borttagna { $gone }.
import-kind-activities = Verksamhet
import-kind-organizations = Arrangörer
import-kind-places = Platser
import-kind-terms = Klassificeringar
import-kind-settings = Inställningar
import-repeats = { $count ->
    [one] En post upprepades. Den första togs med.
   *[other] { $count } poster upprepades. Av varje togs den första med.
  }
import-dropped-contacts = { $count ->
    [one] En persons kontaktuppgift lämnades bort.
   *[other] { $count } personers kontaktuppgifter lämnades bort.
  }
import-rejected = { $count ->
    [one] En post avvisades.
   *[other] { $count } poster avvisades.
  }
import-held-back-incomplete = { $count ->
    [one] En post saknades. Den märktes inte som borttagen, eftersom allt inte kunde läsas.
   *[other] { $count } poster saknades. De märktes inte som borttagna, eftersom allt inte kunde läsas.
  }
import-held-back-nothing-good = { $count ->
    [one] Källan har haft en post. Den märktes inte som borttagen, eftersom det inte fanns en enda giltig post i filen.
   *[other] Källan har haft { $count } poster. De märktes inte som borttagna, eftersom det inte fanns en enda giltig post i filen.
  }
import-held-back-over-half = { $count ->
    [one] En post saknades, och det är över hälften av källans poster. Ingenting märktes som borttaget. Kontrollera att filen är hel.
   *[other] { $count } poster saknades, och det är över hälften av källans poster. Ingenting märktes som borttaget. Kontrollera att filen är hel.
  }
import-difference-added = + { $name }
import-difference-changed = ~ { $name }
import-difference-gone = − { $name }
import-list-files = De här filerna, eller slutet av dem, kunde inte läsas ({ $count }):
import-list-rejected = De här avvisades. Rätta dem i filen och importera den på nytt ({ $count }):
import-list-questions = De här väntar på granskning. Resten av uppgifterna importerades ({ $count }):
import-list-notes = Bra att veta ({ $count }):
import-list-more = … och { $count } till.
import-at-line = { $file }, rad { $line }
import-at-sheet-line = { $file }, blad { $sheet }, rad { $line }

## Framsteg
import-reading = Importerar uppgifter
import-progress = { $count ->
    [one] En post har lästs, { $percent } % av filerna.
   *[other] { $count } poster har lästs, { $percent } % av filerna.
  }
import-failed = Importen avbröts: { $error } Det som har importerats hittills är sparat. När du startar importen på nytt fortsätter den därifrån.

## Filer
import-file-unreadable = Filen kan inte öppnas: { $value }
import-file-too-large = Filen är för stor. Den får vara högst { $value } byte.
import-file-empty = Filen är tom.
import-not-a-table = Filen är ingen tabell. Välj en CSV-fil eller en kalkylbladsfil (.xlsx eller .ods).
import-other-spreadsheet = En sådan kalkylbladsfil kan inte läsas. Spara den som .xlsx eller CSV.
import-protected = Filen har ett lösenord. Spara den utan lösenord.
import-no-headings = Filen har ingen rubrikrad.
import-table-too-large = Tabellen innehåller för mycket. Dela upp filen eller förkorta texterna.
import-damaged = Filen kan inte läsas härifrån framåt. Kontrollera citattecknen.
import-unknown-table = Rubrikerna hör inte till någon importtabell: { $value }
import-missing-column = En obligatorisk kolumn saknas: { $value }
import-unknown-column = Kolumnen ”{ $value }” är okänd. Den lästes inte.
import-column-twice = Kolumnen ”{ $value }” finns två gånger. Den första lästes.
import-extra-cells = Raden har fler celler än det finns rubriker. Sätt citattecken kring en text som innehåller semikolon.
import-not-json = Härifrån framåt är filen inte giltig JSON.
import-too-deep = Uppgifterna är inkapslade i för många nivåer.
import-record-too-large = En post är för stor. Den får vara högst { $value } byte.
import-time-over = Läsningen tog för länge och avbröts.
import-not-hsds = Det här är inte HSDS-uppgifter: { $value }
import-not-ptv = Det här är inte uppgifter ur Servicedatalagret (SDL): { $value }
import-not-ical = Det här kan inte läsas som en kalender: { $value }
import-not-lahella = Det här är inte en aktivitet från Lähellä.fi: { $value }
import-not-linked-events = Det här är inte Linked Events-uppgifter: { $value }
import-over = Evenemanget är redan över: { $value }
import-pages-missing = Enligt källan finns det fler sidor än i filerna: { $value }. Det som saknas märktes inte som borttaget.

## Poster
import-repeat = Identifieraren ”{ $value }” har redan lästs. Den första gäller.
import-of-another-source = Identifieraren ”{ $value }” finns redan i tjänsten från en annan källa. Den ändrades inte.
import-organization-made = Arrangören ”{ $value }” fanns inte. Den lades till.
import-missing-name = Namnet saknas.
import-missing-id = Identifieraren saknas.
import-missing-organization = Arrangören saknas.
import-ambiguous-organization = Flera arrangörer heter ”{ $value }”. Använd identifieraren.
import-unknown-organization = Arrangören { $value } finns inte. Verksamheten antecknades som källans egen.
import-identity-code = Texten innehåller en personbeteckning ({ $value }). Ta bort den. Personbeteckningar sparas inte.
import-required = En obligatorisk uppgift saknas.
import-wrong-type = Värdet är av fel slag: { $value }
import-too-long = Texten är för lång. { $value } tecken togs med.
import-too-many = Listan är för lång. De { $value } första togs med.
import-unknown-label = Benämningen ”{ $value }” finns inte i listan.
import-missing-kind = Typen saknas. Typen blev Stöd och rådgivning.
import-unknown-language = Språket ”{ $value }” är okänt.
import-unknown-target-group = Målgruppen ”{ $value }” är okänd.
import-unknown-municipality = Kommunen ”{ $value }” är okänd.
import-unknown-postal-code = Postnumret ”{ $value }” är okänt.
import-unknown-place = Platsen { $value } finns inte.
import-unknown-activity = Verksamheten ”{ $value }” finns inte.
import-unknown-term = Klassificeringen { $value } finns inte.
import-unknown-setting = Inställningen ”{ $value }” finns inte.
import-outside-finland = Punkten { $value } ligger inte i Finland. Har latitud och longitud bytt plats?
import-half-point = Bara den ena koordinaten är given: { $value }
import-latitude = Latituden ska vara ett tal mellan −90 och 90: { $value }
import-longitude = Longituden ska vara ett tal mellan −180 och 180: { $value }
import-uuid = Identifieraren är inte ett UUID: { $value }
import-email = E-postadressen duger inte: { $value }
import-uri = Webbadressen duger inte: { $value }
import-phone = Telefonnumret duger inte: { $value }
import-date = Dagen duger inte: { $value }
import-future-date = Dagen är ännu inte här: { $value }
import-date-time = Tidpunkten duger inte: { $value }
import-time = Klockslaget duger inte: { $value }
import-number = Talet duger inte: { $value }
import-age = Åldern duger inte: { $value }
import-age-order = Den lägsta åldern är högre än den högsta: { $value }
import-hours = Veckotimmarna duger inte: { $value }
import-step = Steget ska vara ett tal 1–5: { $value }
import-business-id = FO-numret duger inte: { $value }
import-not-allowed = Värdet hör inte till de tillåtna: { $value }
import-schedule = Tiden gick inte att förstå: { $value }

## Mall att fylla i
import-template-activities = Verksamhet
import-template-organizations = Arrangörer
import-template-guide = Anvisning
import-template-column = Kolumn
import-template-what = Vad man skriver
import-template-labels = Tillåtna benämningar
import-guide-tunnus = En kort identifierare som inte ändras. Små bokstäver a–z, siffror och bindestreck. En rad med samma identifierare uppdaterar den förra.
import-guide-jarjestaja = Arrangörens identifierare eller namn. Obligatorisk. En okänd arrangör läggs till med det namnet.
import-guide-nimi = Obligatoriskt. Andra språk i egna kolumner, till exempel nimi (sv), nimi (en), nimi (selko).
import-guide-laji = En benämning.
import-guide-askel = Ett tal 1–5: 1 öppen verksamhet, 2 grupp, 3 kurs eller kort, 4 sysselsättningstjänst, 5 arbete eller studier.
import-guide-lyhyesti = En mening: vad man gör där.
import-guide-kuvaus = Några korta meningar.
import-guide-millaista-siella-on = Hur många människor, hur mycket ljud, vad som händer första gången.
import-guide-nain-paaset-mukaan = Anvisning steg för steg, varje steg på en egen rad i cellen.
import-guide-vastaanotto = Vem som tar emot. Skriv rollen, inte namnet: ”Ledaren kommer till dörren.”
import-guide-kynnys = Benämningar med komma emellan.
import-guide-kiinnostukset = Benämningar med komma emellan.
import-guide-elamantilanteet = Benämningar med komma emellan.
import-guide-kohderyhmat = Koder eller namn på målgrupper i Servicedatalagret, komma emellan. Oftast tom.
import-guide-kielet = Språk man klarar sig på, komma emellan.
import-guide-hinta = maksuton, 5 €, 2–5 €, 10 €/kk eller vapaaehtoinen maksu. Mer efter ett komma: 3 €, material ingår.
import-guide-ryhman-koko = Hur många personer högst åt gången.
import-guide-tunteja-viikossa = För arbetsplatser: 20 eller 10–20.
import-guide-tukimuoto = För arbetsplatser en benämning.
import-guide-leveysaste = WGS84, till exempel 60.9827. Om tomt tas punkten från postnumret.
import-guide-sijainnin-julkisuus = julkinen, vain alue eller piilotettu. Tomt är offentligt.
import-guide-ajat = På finska: ti 10–13, ma–pe 9–15, joka toinen to 17–19 alkaen 8.10.2026, kuukauden 1. la 11–14 eller 24.11.2026 17–19. Flera tider: snedstreck emellan. Ordet auki först betyder öppethållning.
import-guide-poikkeukset = ei 24.12.2026, ei 24.12.2026–6.1.2027, peruttu 1.12.2026 eller 8.12.2026 siirtyy 9.12.2026 10–13. Snedstreck emellan.
import-guide-ilmoittautuminen = En webbadress eller en mening. Tomt om ingen anmälan behövs.
import-guide-mita-taman-jalkeen = Identifierare för annan verksamhet, komma emellan.
import-guide-vaihtoehdot = Identifierare för annan verksamhet, komma emellan. De erbjuds när den här är full eller har paus.
import-guide-hakusanat = Ord som man skulle söka med, komma emellan.
import-guide-tarkistettu = Dagen då uppgifterna har granskats: 12.3.2026 eller tänään (i dag).
