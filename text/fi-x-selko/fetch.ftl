### Lähteen hakeminen verkosta: mikä esti ja mitä voit tehdä. $value on palvelin tai luku.

## Osoite
fetch-not-an-address = Tämä ei ole verkko-osoite. Kirjoita koko osoite. Esimerkki: https://esimerkki.fi/tapahtumat.ics
fetch-scheme = Osoitteen alussa pitää olla https:// tai http://.
fetch-user-info = Osoitteessa on tunnus tai salasana. Poista se. Pyydä avoin osoite.
fetch-port = Portista { $value } ei voi hakea. Poista portti osoitteesta. Ylläpito voi avata palvelimen: --allow-fetch-from
fetch-inside = Osoite { $value } on palvelimen omassa verkossa. Sieltä ei haeta. Tarkista osoite. Ylläpito voi avata palvelimen: --allow-fetch-from
fetch-unknown-host = Palvelinta { $value } ei löydy. Tarkista osoite.

## Yhteys
fetch-unreachable = Palvelin { $value } ei ole auki. Kokeile osoitetta selaimessa. Yritä myöhemmin uudelleen.
fetch-tls = Yhteys palvelimeen { $value } ei ole turvallinen. Kerro siitä palvelimen ylläpidolle.
fetch-silent = Palvelin { $value } ei vastaa. Yritä myöhemmin uudelleen.
fetch-slow = Palvelin { $value } on liian hidas. Haku lopetettiin. Yritä myöhemmin uudelleen.
fetch-broken = Palvelimen { $value } vastaus katkesi. Yritä myöhemmin uudelleen.
fetch-headers = Palvelimen { $value } vastausta ei voi lukea. Kerro siitä palvelimen ylläpidolle.

## Sisältö
fetch-too-large = Tiedosto on liian suuri. Siinä on yli { $value } megatavua. Pyydä pienempi tiedosto.
fetch-bomb = Tiedosto voi olla vaarallinen. Sitä ei avattu. Kysy lähteestä, onko osoite oikea.
fetch-encoding = Palvelin pakkasi vastauksen väärin ({ $value }). Kerro siitä palvelimen ylläpidolle.

## Vastaus
fetch-redirects = Osoite vie aina uuteen osoitteeseen. Avaa osoite selaimessa. Kopioi sitten uusi osoite.
fetch-bad-redirect = Osoite on muuttunut. Uutta osoitetta ei kerrota. Pyydä lähteeltä uusi osoite.
fetch-downgrade = Turvallinen osoite vie osoitteeseen, joka ei ole turvallinen. Pyydä osoite, jonka alussa on https://
fetch-not-found = Osoitteessa ei ole mitään ({ $value }). Tarkista osoite.
fetch-denied = Osoite ei ole avoin ({ $value }). Pyydä lähteeltä avoin osoite.
fetch-busy = Palvelimella on nyt ruuhka. Yritä myöhemmin uudelleen.
fetch-status = Palvelimella on virhe ({ $value }). Yritä myöhemmin uudelleen.
fetch-disk = Tiedostoa ei voitu tallentaa: { $value }. Onko levyllä tilaa? Tarkista myös kansion oikeudet.

## Rajapinnat. $address on osoite, $value syy.
remote-fetch = { $address }: { $value }
remote-not-json = Osoitteessa { $address } ei ole oikeaa JSONia. Tarkista osoite ja muoto.
remote-web-page = Osoitteessa { $address } on tavallinen verkkosivu. Pyydä lähteeltä tiedoston osoite.
remote-charset = Osoitteen { $address } kirjaimia ei voi lukea. Pyydä tiedot UTF-8-muodossa.
remote-no-list = Osoitteessa { $address } ei ole luetteloa. Tarkista osoite ja muoto.
remote-endless = Osoitteen { $address } sivut eivät lopu. Haku lopetettiin. Mitään ei tuotu. Kerro asiasta lähteelle.
remote-too-much = Osoitteesta { $address } tulee liikaa tietoa. Valitse pienempi osa, esimerkiksi yksi kunta.
remote-elsewhere = Osoitteen { $address } seuraava sivu on eri palvelimella. Sitä ei haettu. Tarkista osoite.
remote-whole-country = Osoitteessa { $address } ovat koko maan palvelut. Valitse yksi kunta tai organisaatio. Esimerkki: …/Service/list/area/Municipality/code/398
remote-disk = Tiedostoa ei voitu tallentaa: { $value }. Onko levyllä tilaa? Tarkista myös kansion oikeudet.
remote-thread = Haku katkesi. Ohjelmassa on virhe: { $value }

## Päätteellä
remote-gathering = Haetaan lähdettä
remote-progress = { $pages ->
    [one] Yksi sivu on haettu. Tietoja on { $records }.
   *[other] { $pages } sivua on haettu. Tietoja on { $records }.
  }
