### Mitä ohjelma sanoo päätteellä.

terminal-serving = Palvelu on auki. Osoite on { $address } (lopeta: Ctrl+C)
terminal-no-dictionary = Suomen sanakirjaa ei löytynyt. Haku toimii, mutta se toimii huonommin. Asenna paketti voikko-fi (Debian) tai anna --dictionary.
terminal-migrated = Tietokanta { $database } on nyt kunnossa.
terminal-reindexing = Teen hakuindeksiä
terminal-reindexed = { $count ->
    [one] Hakuindeksi on valmis. Siinä on 1 toiminta.
   *[other] Hakuindeksi on valmis. Siinä on { $count } toimintaa.
}
terminal-exporting = Tallennan tietoja
terminal-exported = { $count ->
    [one] Tiedostossa { $file } on nyt 1 toiminta.
   *[other] Tiedostossa { $file } on nyt { $count } toimintaa.
}
terminal-folder = En voi käyttää kansiota { $path }. Tarkista, että kansio on olemassa. Tarkista myös, että saat kirjoittaa siihen.
terminal-dictionary = Kansiossa { $path } ei ole Voikon sanakirjaa (mor.vfst).
terminal-demo-files = Kansiossa { $path } ei ole esimerkkialueen tiedostoja. Mene ohjelman omaan kansioon ja anna komento siellä. Voit myös antaa valinnan --files.
terminal-file-missing = Tiedostoa { $path } ei ole.
terminal-file-unreadable = En voi lukea tiedostoa { $path }.
terminal-ending = En voi kirjoittaa tiedostoa { $path }. Nimen lopussa pitää olla .ndjson, .csv, .xlsx tai .zip.
terminal-export-failed = En voinut kirjoittaa tiedostoa { $path }. Syy: { $reason }
terminal-port-in-use = Toinen ohjelma käyttää porttia { $port }. Sulje se ohjelma tai valitse toinen portti. Esimerkiksi: --listen 127.0.0.1:8090
terminal-port-forbidden = Porttia { $port } saa käyttää vain pääkäyttäjä. Valitse portti, jonka numero on 1024 tai isompi.
terminal-address = En voi käyttää osoitetta { $address } tällä koneella.
terminal-index = En voi avata hakuindeksiä. Syy: { $reason }
terminal-database-newer = Tietokanta on tehty uudella ohjelmalla (versio { $found }). Tämä ohjelma on vanha (versio { $known }). Päivitä ohjelma. Mitään ei muutettu.
terminal-database-not-writable = En voi kirjoittaa tietokantaan. Tarkista, että levyllä on tilaa. Tarkista myös, että saat kirjoittaa kansioon. Mitään ei muutettu.
terminal-database-away = Tietokanta ei vastaa. Tarkista, että palvelin on päällä. Tarkista myös osoite.
terminal-database-address = En ymmärrä tietokannan osoitetta. Kirjoita se näin: postgres://tunnus:salasana@palvelin/kanta
terminal-database-damaged = Tietokanta on rikki. Siirrä tiedosto talteen ja ota käyttöön varmuuskopio. Mitään ei muutettu.
terminal-database = En voinut avata tietokantaa. Syy: { $reason }
terminal-usage = Komento ei toiminut: { $what }
terminal-usage-command = tuntematon komento { $value }
terminal-usage-option = tuntematon valinta { $value }
terminal-usage-missing = puuttuu { $value }
terminal-usage-value = arvo { $value } ei sovi kohtaan { $name }
terminal-usage-help = Ohje: { $command }
terminal-post = En voi lähettää kirjeitä näin. Tarkista --smtp ja --mail-from. Syy: { $reason }
terminal-randomness = Kone ei anna satunnaislukuja. Siksi linkkiä ei voi tehdä: { $reason }

## Ohjeet: tarjotin --help

help-usage = Käyttö
help-commands = Komennot
help-arguments = Annettavat
help-options = Valinnat
help-after = Aloita näin:  tarjotin demo
    Avaa sitten   http://127.0.0.1:8080 selaimessa.

    Voit antaa valinnat myös ympäristömuuttujina. Esimerkiksi --data on TARJOTIN_DATA.
    Paluuarvo 0: kaikki meni hyvin. Paluuarvo 2: osaa tiedoista ei otettu. Paluuarvo 1: mitään ei tehty.
help = Yksi tarjotin kaikelle mielekkäälle, mitä alueella on.
help-serve = Käynnistä palvelu: sivut ihmisille, avoin data ohjelmille
help-demo = Täytä tyhjä kansio keksityllä Lahden seudulla ja käynnistä palvelu
help-migrate = Tee tietokanta tai päivitä vanha
help-import = Tuo järjestäjiä ja toimintaa tiedostosta tai verkosta
help-faults = Näytä virheet, joista lukijat ovat kertoneet
help-needs = Näytä, mitä haettiin löytämättä mitään ja mitä toivottiin
help-calls = Näytä, kuka odottaa soittoa, tai merkitse soitetuiksi
help-audit = Tarkista, ettei kukaan ole muuttanut lokia. Loki kertoo, kuka on tehnyt mitä
help-reindex = Tee hakuindeksi uudelleen (palvelu ei saa olla käynnissä)
help-export = Kirjoita kaikki julkinen tiedostoon
help-any-help = Näytä tämä ohje
help-any-version = Näytä versio
help-any-language = Viestien kieli: fi, sv, en tai selko
help-any-data = Kansio, jossa tietokanta ja hakuindeksi ovat. Tehdään, jos sitä ei ole
help-any-database = PostgreSQL-tietokanta kansion tiedoston sijaan: postgres://tunnus:salasana@palvelin/kanta
help-any-dictionary = Voikon suomen sanakirjan kansio. Muuten etsitään tavallisista paikoista
help-any-no_dictionary = Hae ilman sanakirjaa, vaikka se löytyisi
help-any-listen = Osoite ja portti, jossa palvelu on auki
help-any-public_url = Osoite, jonka ihmiset näkevät: linkkeihin kalentereissa, julisteissa ja datassa
help-any-behind_proxy = Pyynnöt tulevat oman välityspalvelimen kautta. Usko, kun se kertoo, mistä osoitteesta ne tulevat (X-Forwarded-For)
help-any-smtp = Postipalvelin: smtps://tunnus:salasana@palvelin tai smtp://palvelin:587?tls=required. Jos sitä ei ole, kirjeet jäävät tietojen kansioon. Siellä ne ovat kansiossa letters
help-any-mail_from = Kuka lähettää kirjeet: "Lahden seudun tarjotin <tarjotin@esimerkki.fi>"
help-any-allow_fetch_from = Palvelimet, joista saa hakea myös omassa verkossa. Pilkku väliin: PALVELIN tai PALVELIN:PORTTI
help-demo-files = Kansio, jossa esimerkkialueen tiedostot ovat
help-demo-fill_only = Täytä kansio, älä käynnistä palvelua
help-import-files = Tiedostot tai verkko-osoitteet (https://…) järjestyksessä. Otsikkorivi kertoo, mitä taulukossa on
help-import-format = Miten tiedostot on kirjoitettu: csv, xlsx, hsds (Open Referral), ptv (Palvelutietovaranto), linked-events (Helsinki, Turku, Tampere), lahella (Lähellä.fi) tai ical (kalenteri)
help-import-source = Lähteen nimi. Sama nimi uudelleen päivittää aiemmin tuodut. Muuten ensimmäisen tiedoston nimi
help-import-licence = Lupa, jolla tietoja saa käyttää, esimerkiksi CC BY 4.0
help-import-attribution = Kuka on antanut tiedot
help-import-dry_run = Näytä, mitä tapahtuisi. Mitään ei muuteta
help-import-partial = Älä merkitse poistuneeksi sitä, mitä tiedostoissa ei ole
help-import-let_go = Merkitse tiedot poistuneiksi, vaikka niitä on yli puolet
help-import-keep_contacts = Säilytä yhteyshenkilöiden nimet, puhelimet ja sähköpostit. Muuten ne jätetään pois ja lasketaan
help-export-file = Tiedosto. Pääte kertoo muodon: .ndjson, .csv, .xlsx tai .zip
help-faults-handled = Hoidettujen ilmoitusten tunnukset. Yhteystieto poistetaan heti
help-needs-days = Kuinka monen päivän ajalta, 1–730
help-calls-called = Soitettujen pyyntöjen tunnukset. Nimi ja numero poistetaan heti

## Ilmoitukset virheistä: tarjotin faults

faults-waiting = { $count ->
    [0] Yhtään ilmoitusta ei odota.
    [one] 1 ilmoitus odottaa. Kun se on hoidettu: tarjotin faults --handled TUNNUS
   *[other] { $count } ilmoitusta odottaa. Kun jokin on hoidettu: tarjotin faults --handled TUNNUS
}
faults-handled = { $count ->
    [one] 1 ilmoitus on nyt hoidettu.
   *[other] { $count } ilmoitusta on nyt hoidettu.
}
faults-unknown = Ilmoitusta { $id } ei ole. Ehkä se on jo hoidettu.

## Mitä puuttuu, ja kenelle soittaa: tarjotin needs, tarjotin calls

needs-missed = { $count ->
    [0] Yhtään tuloksetonta hakua ei ole.
   *[other] Haettiin löytämättä mitään:
}
needs-days = { $count ->
    [one] yhtenä päivänä
   *[other] { $count } päivänä
}
needs-wishes = { $count ->
    [0] Yhtään toivetta ei ole.
   *[other] Toiveet:
}
calls-waiting = { $count ->
    [0] Kukaan ei odota soittoa.
    [one] 1 pyyntö odottaa. Kun olet soittanut: tarjotin calls --called TUNNUS
   *[other] { $count } pyyntöä odottaa. Kun olet soittanut: tarjotin calls --called TUNNUS
}
calls-called = { $count ->
    [one] 1 pyyntö on hoidettu ja poistettu.
   *[other] { $count } pyyntöä on hoidettu ja poistettu.
}
calls-unknown = Pyyntöä { $id } ei ole, tai se on jo hoidettu.
help-sign-in = Tee linkki. Sillä ylläpitäjä kirjautuu sisään yhden kerran
help-sign-in-name = Kenen tunnus. Jos tunnusta ei ole, se tehdään
help-sign-in-public_url = Palvelun osoite. Linkki alkaa sillä

## Loki kertoo, kuka on tehnyt mitä: tarjotin audit

audit-whole = { $count ->
    [one] Loki on kunnossa. Siinä on 1 rivi.
   *[other] Loki on kunnossa. Siinä on { $count } riviä.
}
audit-broken = Lokia on muutettu tai siitä puuttuu rivejä. Ensimmäinen virhe on rivillä { $number }.
