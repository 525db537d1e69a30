### Vad programmet säger i terminalen.

terminal-serving = Tjänsten är öppen på adressen { $address } (avsluta: Ctrl+C)
terminal-no-dictionary = Den finska ordboken hittades inte: sökningen fungerar, men sämre. Installera Debian-paketet voikko-fi eller ange --dictionary.
terminal-migrated = Databasen { $database } är uppdaterad.
terminal-reindexing = Bygger sökindexet
terminal-reindexed = { $count ->
    [one] Sökindexet är klart: 1 verksamhet.
   *[other] Sökindexet är klart: { $count } verksamheter.
}
terminal-exporting = Exporterar uppgifter
terminal-exported = { $count ->
    [one] 1 verksamhet exporterades till filen { $file }.
   *[other] { $count } verksamheter exporterades till filen { $file }.
}
terminal-folder = Mappen { $path } kan inte användas. Kontrollera att den finns och att du har rätt att skriva i den.
terminal-dictionary = Mappen { $path } innehåller ingen Voikko-ordbok (mor.vfst).
terminal-demo-files = Exempelområdets filer hittades inte i mappen { $path }. Kör kommandot i programmets egen mapp eller ange --files.
terminal-file-missing = Filen { $path } finns inte.
terminal-file-unreadable = Filen { $path } kan inte läsas.
terminal-ending = Filen { $path } kan inte skrivas: formatet är okänt. Använd filändelsen .ndjson, .csv, .xlsx eller .zip (HSDS-datapaket).
terminal-export-failed = Det gick inte att skriva filen { $path }: { $reason }
terminal-port-in-use = Port { $port } används redan. Stäng det andra programmet eller välj en annan port, till exempel --listen 127.0.0.1:8090
terminal-port-forbidden = Port { $port } får inte användas utan administratörsrättigheter. Välj en port med numret 1024 eller högre.
terminal-address = Adressen { $address } kan inte användas på den här datorn.
terminal-index = Sökindexet kan inte öppnas: { $reason }
terminal-database-newer = Databasen är gjord med ett nyare program (version { $found }, det här programmet klarar version { $known }). Uppdatera programmet. Inget ändrades.
terminal-database-not-writable = Det går inte att skriva i databasen. Kontrollera diskutrymmet och mappens rättigheter. Inget ändrades.
terminal-database-away = Databasen svarar inte. Kontrollera att servern är i gång och att adressen är rätt.
terminal-database-address = Databasens adress kan inte läsas. Skriv den så här: postgres://användare:lösenord@server/databas
terminal-database-damaged = Databasen är skadad eller så är filen ingen databas. Spara filen på annat håll och återställ en säkerhetskopia. Inget ändrades.
terminal-database = Det gick inte att öppna databasen: { $reason }
terminal-usage = Kommandot kunde inte utföras: { $what }
terminal-usage-command = okänt kommando { $value }
terminal-usage-option = okänt val { $value }
terminal-usage-missing = { $value } saknas
terminal-usage-value = värdet { $value } duger inte för { $name }
terminal-usage-help = Hjälp: { $command }
terminal-post = Brev kan inte skickas så här. Kontrollera --smtp och --mail-from: { $reason }
terminal-randomness = Maskinen ger inga slumptal för inloggningslänken: { $reason }

## Hjälp: tarjotin --help

help-usage = Användning
help-commands = Kommandon
help-arguments = Anges
help-options = Val
help-after = Börja så här:  tarjotin demo
    Öppna sedan   http://127.0.0.1:8080 i en webbläsare.

    Varje val kan också ges som miljövariabel: --data är TARJOTIN_DATA, --listen är TARJOTIN_LISTEN.
    Returvärde: 0 allt gick bra, 2 en del poster avvisades, 1 inget gjordes.
help = En bricka för allt meningsfullt som finns i en region.
help-serve = Starta tjänsten: sidor för människor, öppna data för program
help-demo = Fyll en tom mapp med den påhittade Lahtisregionen och starta tjänsten
help-migrate = Skapa databasen eller uppdatera en gammal
help-import = Hämta in arrangörer och verksamhet från en fil eller från nätet
help-faults = Visa vilka fel läsare har anmält, eller markera dem som åtgärdade
help-needs = Visa vad som har sökts utan att något hittades, och vad som har önskats
help-calls = Visa vem som väntar på ett samtal, eller märk dem som uppringda
help-audit = Kontrollera att ingen har ändrat loggen över vem som har gjort vad
help-reindex = Bygg sökindexet på nytt (tjänsten får inte vara i gång)
help-export = Skriv allt offentligt till en fil
help-any-help = Visa den här hjälpen
help-any-version = Visa versionen
help-any-language = Meddelandenas språk: fi, sv, en eller selko
help-any-data = Mappen med databasen och sökindexet. Den skapas om den saknas
help-any-database = En PostgreSQL-databas i stället för filen i mappen: postgres://namn:lösenord@server/databas
help-any-dictionary = Mappen med Voikkos finska ordbok. Annars söks den på de vanliga ställena
help-any-no_dictionary = Sök utan ordboken även om den finns
help-any-listen = Adress och port där tjänsten är öppen
help-any-public_url = Adressen som människor ser: för länkar i kalendrar, affischer och data
help-any-behind_proxy = Begäranden kommer genom en egen proxyserver: lita på vad den säger om varifrån de kommer (X-Forwarded-For)
help-any-smtp = E-postserver: smtps://namn:lösenord@server eller smtp://server:587?tls=required. Utan den stannar breven i datamappen, i mappen letters
help-any-mail_from = I vems namn breven skickas: "Lahtisregionens bricka <bricka@exempel.fi>"
help-any-allow_fetch_from = Servrar som källor får hämtas från också i det egna nätet och från vilken port som helst, med komma emellan: SERVER eller SERVER:PORT. Annars hämtas bara från det öppna nätet
help-demo-files = Mappen med exempelregionens filer
help-demo-fill_only = Fyll mappen, starta inte tjänsten
help-import-files = Filerna eller webbadresserna (https://…) i ordning. Rubrikraden berättar vad tabellen innehåller
help-import-format = Hur filerna är skrivna: csv, xlsx, hsds (Open Referral), ptv (Servicedatalagret), linked-events (Helsingfors, Åbo, Tammerfors), lahella (Lähellä.fi) eller ical (kalender)
help-import-source = Källans namn. Samma namn igen uppdaterar det som hämtats förut. Annars den första filens namn
help-import-licence = Licensen som källan ger sina uppgifter under, till exempel CC BY 4.0
help-import-attribution = Vem som nämns som källa
help-import-dry_run = Visa vad som skulle hända. Inget ändras
help-import-partial = Märk inte det som saknas i filerna som borttaget
help-import-let_go = Markera försvunna uppgifter som borttagna även när över hälften av källan skulle försvinna
help-import-keep_contacts = Behåll kontaktpersoners namn, telefon och e-post. Annars lämnas de bort och räknas
help-export-file = Filen. Ändelsen berättar formatet: .ndjson, .csv, .xlsx eller .zip (HSDS-datapaket)
help-faults-handled = Id för de anmälningar som är åtgärdade. Kontaktuppgiften raderas genast
help-needs-days = För hur många dagar bakåt, 1–730
help-calls-called = Id för dem som har fått sitt samtal. Namn och nummer tas bort genast

## Felanmälningar: tarjotin faults

faults-waiting = { $count ->
    [0] Inga anmälningar väntar.
    [one] 1 anmälan väntar. När den är åtgärdad: tarjotin faults --handled ID
   *[other] { $count } anmälningar väntar. När någon är åtgärdad: tarjotin faults --handled ID
}
faults-handled = { $count ->
    [one] 1 anmälan är markerad som åtgärdad.
   *[other] { $count } anmälningar är markerade som åtgärdade.
}
faults-unknown = Anmälan { $id } finns inte eller är redan åtgärdad.

## Vad som saknas, och vem som ska ringas: tarjotin needs, tarjotin calls

needs-missed = { $count ->
    [0] Inga sökningar har varit utan resultat.
   *[other] Sökt utan att något hittades:
}
needs-days = { $count ->
    [one] en dag
   *[other] { $count } dagar
}
needs-wishes = { $count ->
    [0] Det finns inga önskemål.
   *[other] Önskemål:
}
calls-waiting = { $count ->
    [0] Ingen väntar på ett samtal.
    [one] 1 väntar på ett samtal. När du har ringt: tarjotin calls --called ID
   *[other] { $count } väntar på ett samtal. När du har ringt: tarjotin calls --called ID
}
calls-called = { $count ->
    [one] 1 begäran är skött och borttagen.
   *[other] { $count } är skötta och borttagna.
}
calls-unknown = Det finns ingen begäran { $id }, eller så är den redan skött.
help-sign-in = Gör en länk som loggar in administratören en gång
help-sign-in-name = Vems konto; görs om det inte finns
help-sign-in-public_url = Adressen där tjänsten syns: länken börjar med den

## Loggen över vem som har gjort vad: tarjotin audit

audit-whole = { $count ->
    [one] Loggen är hel: 1 rad.
   *[other] Loggen är hel: { $count } rader.
}
audit-broken = Loggen har ändrats eller så saknas det rader i den. Det första felet är på rad { $number }.
