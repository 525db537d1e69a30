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
terminal-ending = Tiedostoa { $path } ei voi kirjoittaa: muotoa ei tunneta. Käytä päätettä .ndjson, .csv, .xlsx tai .zip (HSDS-datapaketti).
terminal-export-failed = Tiedoston { $path } kirjoittaminen ei onnistunut: { $reason }
terminal-port-in-use = Portti { $port } on jo käytössä. Sulje toinen ohjelma tai valitse toinen portti, esimerkiksi --listen 127.0.0.1:8090
terminal-port-forbidden = Porttia { $port } ei saa käyttää ilman pääkäyttäjän oikeuksia. Valitse portti, jonka numero on vähintään 1024.
terminal-address = Osoitetta { $address } ei voi kuunnella tällä koneella.
terminal-index = Hakuindeksiä ei voi avata: { $reason }
terminal-database-newer = Tietokanta on tehty uudemmalla ohjelmalla (versio { $found }, tämä ohjelma osaa version { $known }). Päivitä ohjelma. Mitään ei muutettu.
terminal-database-not-writable = Tietokantaan ei voi kirjoittaa. Tarkista levytila ja kansion oikeudet. Mitään ei muutettu.
terminal-database-away = Tietokanta ei vastaa. Tarkista, että palvelin on käynnissä ja osoite oikein.
terminal-database-address = Tietokannan osoitetta ei voi lukea. Kirjoita se näin: postgres://tunnus:salasana@palvelin/kanta
terminal-database-damaged = Tietokanta on vioittunut tai tiedosto ei ole tietokanta. Siirrä tiedosto talteen ja palauta varmuuskopio. Mitään ei muutettu.
terminal-database = Tietokannan avaaminen ei onnistunut: { $reason }
terminal-usage = Komentoa ei voitu tehdä: { $what }
terminal-usage-command = tuntematon komento { $value }
terminal-usage-option = tuntematon valinta { $value }
terminal-usage-missing = puuttuu { $value }
terminal-usage-value = arvo { $value } ei kelpaa valintaan { $name }
terminal-usage-help = Ohje: { $command }
terminal-post = Kirjeitä ei voi lähettää näin. Tarkista --smtp ja --mail-from: { $reason }
terminal-randomness = Kone ei anna satunnaislukuja kirjautumislinkkiä varten: { $reason }

## Ohjeet: tarjotin --help

help-usage = Käyttö
help-commands = Komennot
help-arguments = Annettavat
help-options = Valinnat
help-after = Aloita näin:  tarjotin demo
    Avaa sitten   http://127.0.0.1:8080 selaimessa.

    Jokaisen valinnan voi antaa myös ympäristömuuttujana: --data on TARJOTIN_DATA, --listen on TARJOTIN_LISTEN.
    Paluuarvo: 0 kaikki meni hyvin, 2 osa tiedoista hylättiin, 1 mitään ei tehty.
help = Yksi tarjotin kaikelle mielekkäälle, mitä alueella on.
help-serve = Käynnistä palvelu: sivut ihmisille, avoin data ohjelmille
help-demo = Täytä tyhjä kansio keksityllä Lahden seudulla ja käynnistä palvelu
help-migrate = Tee tietokanta tai päivitä vanha
help-import = Tuo järjestäjiä ja toimintaa tiedostosta tai verkosta
help-faults = Näytä, mitä virheitä lukijat ovat ilmoittaneet, tai merkitse ne käsitellyiksi
help-needs = Näytä, mitä haettiin löytämättä mitään ja mitä toivottiin
help-calls = Näytä, kuka odottaa soittoa, tai merkitse soitetuiksi
help-audit = Tarkista, ettei kukaan ole muuttanut lokia siitä, kuka on tehnyt mitäkin
help-reindex = Rakenna hakuindeksi uudelleen (palvelu ei saa olla käynnissä)
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
help-any-behind_proxy = Pyynnöt tulevat oman välityspalvelimen kautta: usko, mitä se kertoo niiden lähtöosoitteesta (X-Forwarded-For)
help-any-smtp = Postipalvelin: smtps://tunnus:salasana@palvelin tai smtp://palvelin:587?tls=required. Ilman sitä kirjeet jäävät tietojen kansioon nimeltä letters
help-any-mail_from = Kenen nimissä kirjeet lähtevät: "Lahden seudun tarjotin <tarjotin@esimerkki.fi>"
help-any-allow_fetch_from = Palvelimet, joilta lähteitä saa hakea myös omasta verkosta ja mistä tahansa portista, pilkku väliin: PALVELIN tai PALVELIN:PORTTI. Muuten haetaan vain avoimesta verkosta
help-demo-files = Kansio, jossa esimerkkialueen tiedostot ovat
help-demo-fill_only = Täytä kansio, älä käynnistä palvelua
help-import-files = Tiedostot tai verkko-osoitteet (https://…) järjestyksessä. Otsikkorivi kertoo, mitä taulukossa on
help-import-format = Miten tiedostot on kirjoitettu: csv, xlsx, hsds (Open Referral), ptv (Palvelutietovaranto), linked-events (Helsinki, Turku, Tampere), lahella (Lähellä.fi) tai ical (kalenteri)
help-import-source = Lähteen nimi. Sama nimi uudelleen päivittää aiemmin tuodut. Muuten ensimmäisen tiedoston nimi
help-import-licence = Lupa, jolla lähde antaa tietonsa, esimerkiksi CC BY 4.0
help-import-attribution = Kuka nimetään tietojen lähteeksi
help-import-dry_run = Näytä, mitä tapahtuisi. Mitään ei muuteta
help-import-partial = Älä merkitse poistuneeksi sitä, mitä tiedostoissa ei ole
help-import-let_go = Merkitse poistuneet poistuneiksi, vaikka yli puolet lähteen tiedoista poistuisi
help-import-keep_contacts = Säilytä yhteyshenkilöiden nimet, puhelimet ja sähköpostit. Muuten ne jätetään pois ja lasketaan
help-export-file = Tiedosto. Pääte kertoo muodon: .ndjson, .csv, .xlsx tai .zip (HSDS-datapaketti)
help-faults-handled = Käsiteltyjen ilmoitusten tunnukset. Yhteystieto poistetaan heti
help-needs-days = Kuinka monen päivän ajalta, 1–730
help-calls-called = Soitettujen pyyntöjen tunnukset. Nimi ja numero poistetaan heti

## Virheilmoitukset: tarjotin faults

faults-waiting = { $count ->
    [0] Yhtään ilmoitusta ei odota.
    [one] 1 ilmoitus odottaa. Kun se on hoidettu: tarjotin faults --handled TUNNUS
   *[other] { $count } ilmoitusta odottaa. Kun jokin on hoidettu: tarjotin faults --handled TUNNUS
}
faults-handled = { $count ->
    [one] 1 ilmoitus on merkitty käsitellyksi.
   *[other] { $count } ilmoitusta on merkitty käsitellyksi.
}
faults-unknown = Ilmoitusta { $id } ei ole, tai se on jo käsitelty.

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
help-sign-in = Tee linkki, jolla ylläpitäjä kirjautuu kerran sisään
help-sign-in-name = Kenen tunnus; tehdään, jos sitä ei ole
help-sign-in-public_url = Osoite, josta palvelu näkyy: linkki alkaa sillä

## Loki siitä, kuka on tehnyt mitäkin: tarjotin audit

audit-whole = { $count ->
    [one] Loki on ehjä: 1 rivi.
   *[other] Loki on ehjä: { $count } riviä.
}
audit-broken = Lokia on muutettu tai siitä puuttuu rivejä. Ensimmäinen virhe on rivillä { $number }.
