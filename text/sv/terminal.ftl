### Vad programmet säger i terminalen.

terminal-serving = Tjänsten är öppen på adressen { $address } (avsluta: Ctrl+C)
terminal-no-dictionary = Den finska ordlistan hittades inte: sökningen fungerar, men sämre. Installera Debian-paketet voikko-fi eller ange --dictionary.
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
terminal-dictionary = Mappen { $path } innehåller ingen Voikko-ordlista (mor.vfst).
terminal-demo-files = Exempelområdets filer hittades inte i mappen { $path }. Kör kommandot i programmets egen mapp eller ange --files.
terminal-file-missing = Filen { $path } finns inte.
terminal-file-unreadable = Filen { $path } kan inte läsas.
terminal-ending = Filen { $path } kan inte skrivas: formatet är okänt. Använd filändelsen .ndjson, .csv eller .xlsx.
terminal-export-failed = Det gick inte att skriva filen { $path }: { $reason }
terminal-port-in-use = Port { $port } används redan. Stäng det andra programmet eller välj en annan port, till exempel --listen 127.0.0.1:8090
terminal-port-forbidden = Port { $port } får inte användas utan administratörsrättigheter. Välj en port med numret 1024 eller högre.
terminal-address = Adressen { $address } kan inte användas på den här datorn.
terminal-index = Sökindexet kan inte öppnas: { $reason }
terminal-database-newer = Databasen är gjord med ett nyare program (version { $found }, det här programmet klarar version { $known }). Uppdatera programmet. Inget ändrades.
terminal-database-not-writable = Det går inte att skriva i databasen. Kontrollera diskutrymmet och mappens rättigheter. Inget ändrades.
terminal-database-away = Databasen svarar inte. Kontrollera att servern är i gång och att adressen är rätt.
terminal-database-address = Databasens adress kan inte läsas. Skriv den så här: postgres://användare:lösenord@server/databas
terminal-database = Det gick inte att öppna databasen: { $reason }
