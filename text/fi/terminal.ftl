### Mitä ohjelma sanoo päätteellä.

terminal-serving = Palvelu on auki osoitteessa { $address } (lopeta: Ctrl+C)
terminal-no-dictionary = Suomen sanakirjaa ei löytynyt: haku toimii, mutta huonommin. Asenna Debianin paketti voikko-fi tai anna --dictionary.
terminal-migrated = Tietokanta { $database } on ajan tasalla.
terminal-reindexing = Rakennetaan hakuindeksiä
terminal-reindexed = { $count ->
    [one] Hakuindeksi on valmis: 1 toiminta.
   *[other] Hakuindeksi on valmis: { $count } toimintaa.
}
terminal-exporting = Viedään tietoja
terminal-exported = { $count ->
    [one] Tiedostoon { $file } vietiin 1 toiminta.
   *[other] Tiedostoon { $file } vietiin { $count } toimintaa.
}
terminal-folder = Kansiota { $path } ei voi käyttää. Tarkista, että se on olemassa ja että sinulla on siihen kirjoitusoikeus.
terminal-dictionary = Kansiossa { $path } ei ole Voikon sanakirjaa (mor.vfst).
terminal-demo-files = Kansiosta { $path } ei löydy esimerkkialueen tiedostoja. Aja komento ohjelman omasta kansiosta tai anna --files.
terminal-file-missing = Tiedostoa { $path } ei ole.
terminal-file-unreadable = Tiedostoa { $path } ei voi lukea.
terminal-ending = Tiedostoa { $path } ei voi kirjoittaa: muotoa ei tunneta. Käytä päätettä .ndjson, .csv tai .xlsx.
terminal-export-failed = Tiedoston { $path } kirjoittaminen ei onnistunut: { $reason }
terminal-port-in-use = Portti { $port } on jo käytössä. Sulje toinen ohjelma tai valitse toinen portti, esimerkiksi --listen 127.0.0.1:8090
terminal-port-forbidden = Porttia { $port } ei saa käyttää ilman pääkäyttäjän oikeuksia. Valitse portti, jonka numero on vähintään 1024.
terminal-address = Osoitetta { $address } ei voi kuunnella tällä koneella.
terminal-index = Hakuindeksiä ei voi avata: { $reason }
terminal-database-newer = Tietokanta on tehty uudemmalla ohjelmalla (versio { $found }, tämä ohjelma osaa version { $known }). Päivitä ohjelma. Mitään ei muutettu.
terminal-database-not-writable = Tietokantaan ei voi kirjoittaa. Tarkista levytila ja kansion oikeudet. Mitään ei muutettu.
terminal-database-away = Tietokanta ei vastaa. Tarkista, että palvelin on käynnissä ja osoite oikein.
terminal-database-address = Tietokannan osoitetta ei voi lukea. Kirjoita se näin: postgres://tunnus:salasana@palvelin/kanta
terminal-database = Tietokannan avaaminen ei onnistunut: { $reason }
