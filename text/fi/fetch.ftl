### Lähteen hakeminen verkosta: mikä esti ja mitä voit tehdä. $value on palvelin tai luku.

## Osoite
fetch-not-an-address = Tämä ei ole verkko-osoite. Kirjoita osoite kokonaan, esimerkiksi https://esimerkki.fi/tapahtumat.ics
fetch-scheme = Osoitteen alussa pitää olla https:// tai http://. Muualta ei haeta.
fetch-user-info = Osoitteessa on käyttäjätunnus tai salasana. Poista se ja @-merkki. Jos tiedot eivät ole avoimia, pyydä avoin osoite.
fetch-port = Portista { $value } ei haeta. Käytä osoitetta ilman porttia tai pyydä ylläpitoa avaamaan palvelin: --allow-fetch-from
fetch-inside = Osoite { $value } johtaa palvelimeen itseensä tai sen omaan verkkoon. Sieltä ei haeta. Tarkista osoite tai pyydä ylläpitoa avaamaan palvelin: --allow-fetch-from
fetch-unknown-host = Palvelinta { $value } ei löydy. Tarkista, että osoite on kirjoitettu oikein.

## Yhteys
fetch-unreachable = Palvelimeen { $value } ei saada yhteyttä. Kokeile osoitetta selaimessa ja yritä myöhemmin uudelleen.
fetch-tls = Palvelimeen { $value } ei saada turvallista yhteyttä. Sen varmenne on vanha, väärä tai puuttuu. Kerro siitä palvelimen ylläpidolle.
fetch-silent = Palvelin { $value } ei vastaa. Yritä myöhemmin uudelleen.
fetch-slow = Palvelin { $value } lähettää liian hitaasti, ja haku lopetettiin. Yritä myöhemmin uudelleen.
fetch-broken = Palvelimen { $value } vastaus katkesi kesken tai oli rikki. Yritä myöhemmin uudelleen.
fetch-headers = Palvelimen { $value } vastaus alkaa liian pitkillä otsakkeilla, eikä sitä voi lukea. Kerro siitä palvelimen ylläpidolle.

## Sisältö
fetch-too-large = Tiedosto on liian suuri: yli { $value } megatavua. Pyydä lähteeltä pienempi osa tai osoite, jossa tiedot ovat sivuina.
fetch-bomb = Tiedosto on pakattu niin tiiviiksi, että se voi olla tehty haitaksi. Sitä ei avattu. Kysy lähteestä, onko osoite oikea.
fetch-encoding = Palvelin pakkasi vastauksen tavalla, jota ei pyydetty ({ $value }). Kerro siitä palvelimen ylläpidolle.

## Vastaus
fetch-redirects = Osoite ohjaa aina uuteen osoitteeseen. Avaa se selaimessa ja kopioi osoite, johon päädyt.
fetch-bad-redirect = Osoite ohjaa muualle, mutta ei kerro minne. Pyydä lähteeltä uusi osoite.
fetch-downgrade = Turvallinen osoite ohjaa turvattomaan. Sitä ei seurattu. Pyydä lähteeltä osoite, jonka alussa on https://
fetch-not-found = Osoitteessa ei ole mitään ({ $value }). Tarkista osoite tai kysy lähteestä, onko se muuttunut.
fetch-denied = Osoite vaatii luvan tai kirjautumisen ({ $value }). Pyydä lähteeltä avoin osoite.
fetch-busy = Palvelin on nyt ruuhkainen. Yritä myöhemmin uudelleen.
fetch-status = Palvelin vastasi virheellä { $value }. Yritä myöhemmin uudelleen tai kysy lähteestä.
fetch-disk = Haettua ei voitu tallentaa väliaikaisesti: { $value }. Tarkista levytila ja datakansion oikeudet.

## Rajapinnat. $address on osoite, $value syy.
remote-fetch = { $address }: { $value }
remote-not-json = Osoitteen { $address } vastaus ei ole kelvollista JSONia. Tarkista osoite ja muoto. Jos ne ovat oikein, kerro asiasta lähteelle.
remote-web-page = Osoitteessa { $address } on sivu ihmisille, ei dataa. Pyydä lähteeltä rajapinnan tai tiedoston osoite.
remote-charset = Osoitteen { $address } kirjaimia ei voi lukea. Pyydä lähdettä tallentamaan tiedot UTF-8-muodossa.
remote-no-list = Osoitteesta { $address } ei löytynyt luetteloa. Tarkista osoite ja muoto.
remote-endless = Osoitteen { $address } sivut eivät lopu: sama sivu toistuu tai sivuja on liikaa. Haku lopetettiin, eikä mitään tuotu. Kerro asiasta lähteelle.
remote-too-much = Osoitteesta { $address } tulee liikaa tietoa. Valitse pienempi osa, esimerkiksi yksi kunta.
remote-elsewhere = Osoitteen { $address } seuraava sivu on toisella palvelimella. Sitä ei haettu. Tarkista osoite.
remote-whole-country = Osoite { $address } tarkoittaa koko maan palveluja. Valitse kunta tai organisaatio, esimerkiksi …/Service/list/area/Municipality/code/398
remote-disk = Haettua ei voitu tallentaa väliaikaisesti: { $value }. Tarkista levytila ja datakansion oikeudet.
remote-thread = Haku keskeytyi ohjelman virheeseen: { $value }

## Päätteellä
remote-gathering = Haetaan lähdettä
remote-progress = { $pages ->
    [one] Yksi sivu haettu, { $records } tietoa.
   *[other] { $pages } sivua haettu, { $records } tietoa.
  }
