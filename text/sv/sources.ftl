### Källor, körningar och frågor på sidorna för administratören.

desk-title = Administratörens sida
desk-signed-in = Du är inloggad som { $name }.
desk-sources = { $count ->
    [0] Ingen källa ännu.
    [one] 1 källa.
   *[other] { $count } källor.
}
desk-questions = { $count ->
    [0] Ingenting väntar på dig.
    [one] 1 sak väntar på svar.
   *[other] { $count } saker väntar på svar.
}
sources-title = Källor
sources-lead = Från en källa kommer verksamhet till brickan: från en fil som du skickar, eller från en adress som läses så ofta du vill.
sources-none = Det finns inga källor ännu.
source-add = Lägg till en källa
source-new-title = Ny källa
source-new-lead = Först visas vad som skulle komma. Ingenting ändras innan du godkänner.
source-name = Källans namn
source-name-hint = Till exempel Föreningarna i Lahtis. Namnet syns på verksamhetens sida.
source-format = Uppgifternas format
source-format-table = Tabell (CSV eller Excel)
source-format-hsds = Open Referral (HSDS)
source-format-ptv = Servicedatalagret (SDL)
source-format-linked-events = Linked Events
source-format-lahella = Lähellä.fi
source-format-ical = Kalender (iCal)
source-reach = Var uppgifterna kommer ifrån
source-reach-upload = Jag skickar en fil
source-reach-file = En fil på en webbadress
source-reach-api = Ett gränssnitt som läses sida för sida
source-address = Adress
source-address-hint = Börjar med https://. Servicedatalagret behöver ingen adress.
source-selection = Kommun eller organisation
source-selection-hint = Bara för Servicedatalagret: kommunens namn eller organisationens id.
source-licence = Licens
source-licence-hint = Till exempel CC BY 4.0. Den följer med uppgifterna.
source-attribution = Vem som nämns som källa
source-every = Hur ofta den läses
source-every-asked = Bara på begäran
source-every-hour = Varje timme
source-every-day = Varje dag
source-every-week = Varje vecka
source-files = Filer
source-files-hint = Du kan skicka flera filer på en gång.
source-template = Ladda ner en modell
source-problem-name = Skriv ett namn på källan.
source-problem-long = Namnet är för långt. Skriv högst 200 tecken.
source-problem-taken = Det finns redan en källa med det namnet. Öppna den i listan eller välj ett annat namn.
source-problem-format = Välj uppgifternas format.
source-problem-files = Välj en fil att skicka.
source-problem-every = En fil som skickas kan inte läsas på nytt av sig själv. Välj ”Bara på begäran”.
source-never-read = Källan har inte lästs ännu.
source-next = nästa gång { $when }
source-agreed = Godkänd
source-not-agreed = Inte ännu. Prova först och se vad som skulle komma.
source-on-its-way = Källan läses just nu. Se hur långt det har kommit.
source-read = Läs nu
source-try = Prova och visa ändringarna
source-send = Skicka filerna
source-runs = Körningar
source-questions = { $count ->
    [0] Inga öppna frågor
    [one] 1 fråga väntar
   *[other] { $count } frågor väntar
}
source-gone = { $count ->
    [0] Ingenting har försvunnit
    [one] 1 uppgift har försvunnit
   *[other] { $count } uppgifter har försvunnit
}
source-change = Ändra källans inställningar
source-save = Spara
run-title = Körning: { $source }
run-title-dry = Prov: { $source }
run-waiting = väntar på sin tur
run-running = pågår
run-done = klar
run-failed = lyckades inte
run-dry = prov
run-unchanged = inga ändringar i källan
run-unchanged-long = Källan har inte ändrats sedan förra gången. Ingenting behövde läsas.
run-counts = nya { $added }, ändrade { $changed }, oförändrade { $unchanged }, försvunna { $gone }, avvisade { $rejected }
run-records = { $count ->
    [one] 1 uppgift läst
   *[other] { $count } uppgifter lästa
}
run-wait = Du kan göra annat. Läsningen fortsätter även om du stänger sidan.
run-refresh = Uppdatera läget
run-nothing-changed = Ingenting ändrades.
run-no-files = Skicka först en fil. Tidigare filer har redan tagits in eller är för gamla.
run-caption = { $count ->
    [one] 1 uppgift lästes
   *[other] { $count } uppgifter lästes
}
run-caption-dry = { $count ->
    [one] 1 uppgift lästes. Så här skulle det gå om du godkänner.
   *[other] { $count } uppgifter lästes. Så här skulle det gå om du godkänner.
}
run-kind = Slag
run-added = Nya
run-changed = Ändrade
run-same = Oförändrade
run-gone = Försvunna
run-agree-text = När du godkänner tas ändringarna in på brickan och syns genast i sökningen. Om du inte godkänner ändras ingenting.
run-agree = Godkänn och ta in
run-no-difference = Ingenting skulle ändras: brickan har redan samma uppgifter.
run-differences = Ändringar ({ $count })
run-not-to-be-approved = Godkänn bara ett prov som är klart. Öppna källan och prova igen.
import-kind-records = Uppgifter
gone-title = Försvunna: { $source }
gone-lead = De här finns inte längre i källan. De är dolda, inte förstörda: om källan nämner dem igen kommer de tillbaka.
gone-none = Ingenting har försvunnit.
gone-activity = verksamhet
gone-organization = arrangör
questions-title = Frågor
questions-lead = De här ställena förstod vi inte när källorna lästes. Ingenting gissades. Berätta vad ordet betyder: nästa körning använder ditt svar. Om du lämnar fältet tomt frågar vi inte mer.
questions-none = Ingenting väntar på svar.
questions-places = { $count ->
    [one] på 1 ställe
   *[other] på { $count } ställen
}
questions-rejected = uppgiften togs inte med
questions-means = Vad betyder ”{ $value }”?
questions-answer = Svara
questions-pass-over = Fråga inte om det här mer
