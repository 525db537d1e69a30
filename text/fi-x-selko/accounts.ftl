### Kirjautuminen, oma tili ja käyttäjät, selkosuomeksi.

sign-in-title = Kirjaudu sisään
sign-in-who = Hoidatko järjestäjän, kunnan tai tarjottimen tietoja? Kirjaudu silloin sisään. Muut eivät tarvitse tiliä.
sign-in-email = Sähköposti
sign-in-ask = Lähetä kirjautumislinkki
sign-in-sent-title = Katso sähköpostisi
sign-in-sent = Jos sinulla on tili, saat pian kirjeen. Kirjeessä on linkki. Sillä kirjaudut sisään. Linkki toimii yhden kerran. Se toimii puoli tuntia. Etkö näe kirjettä? Katso myös roskapostista.
sign-in-again = Kokeile toista osoitetta
sign-in-none = Eikö sinulla ole tiliä? Voit silti ehdottaa toimintaa tarjottimelle:
sign-in-problem-email = Kirjoita sähköpostiosoite näin: nimi@esimerkki.fi
sign-in-offered = Tällä linkillä kirjaudut sisään. Nimesi on { $name }. Linkki toimii yhden kerran.
sign-in-button = Kirjaudu sisään
sign-in-cookie = Selain muistaa sinut enintään 14 päivää. Jos et käytä palvelua yhteen päivään, kirjaudut ulos. Älä kirjaudu laitteella, jota muutkin käyttävät.
sign-in-used-up = Linkki ei enää toimi. Se on vanha tai sitä on jo käytetty. Pyydä uusi linkki.
sign-in-link = Tällä linkillä { $name } kirjautuu sisään. Linkki toimii kerran. Se toimii { $minutes } minuuttia:
sign-out = Kirjaudu ulos
sign-out-everywhere = Kirjaudu ulos joka laitteelta ({ $count })

letters-in-folder = Sähköposti ei toimi vielä. Kirjeet jäävät palvelimelle. Ne ovat kansiossa letters. Ylläpitäjä voi antaa sinulle linkin sieltä.

own-title = Oma tili
own-save = Tallenna
own-saved = Tallennettu.
own-email = Kirjeet tulevat osoitteeseen { $email }.
own-roles = Mitä voit tehdä?
own-sessions = Millä laitteilla tiliä käytetään?
own-device-unknown = Tuntematon laite
own-device-this = (tämä laite)
own-began = Kirjautuminen alkoi: { $when }.
own-seen = Viimeksi käytetty: { $when }.
own-end = Lopeta tämä kirjautuminen

people-title = Käyttäjät
people-invite = Kutsu uusi käyttäjä
people-invited = Kutsu on matkalla. Linkki toimii viikon.
people-name = Nimi
people-email-hint = Lähetämme kutsun tähän osoitteeseen.
people-role = Rooli eli tehtävä
people-roles = Roolit eli tehtävät
people-organization = Järjestäjä
people-organization-hint = Hoitaako käyttäjä järjestäjän tietoja? Kirjoita järjestäjän nimi.
people-areas = Kunnat
people-areas-hint = Mitkä ovat koordinaattorin kunnat? Laita pilkku nimien väliin. Jos et kirjoita mitään, mukana on koko alue.
people-language = Kirjeiden kieli
people-send = Lähetä kutsu
people-no-role = Ei roolia
people-take = Poista rooli
people-end-all = Kirjaa ulos joka laitteelta
people-sessions = { $count ->
    [0] Ei ole nyt kirjautunut.
    [one] On kirjautunut yhdellä laitteella.
   *[other] On kirjautunut { $count } laitteella.
}
people-problem-name = Kirjoita nimi. Nimessä saa olla enintään 100 merkkiä.
people-problem-role = Valitse rooli.
people-problem-organization = Emme löydä tätä järjestäjää. Katso, mikä nimi on tarjottimella. Kirjoita nimi samalla tavalla.
people-problem-area = Kuntaa { $name } ei ole. Kirjoita kunnan nimi. Esimerkiksi: Lahti.
people-problem-last = Palvelussa on vain yksi ylläpitäjä. Häntä ei voi poistaa. Kutsu ensin toinen ylläpitäjä.

role-keeper = Ylläpitäjä
role-keeper-hint = Pitää palvelun kunnossa. Kutsuu muut mukaan.
role-coordinator = Koordinaattori
role-coordinator-hint = Kokoaa tarjottimen. Päättää, mitä tarjottimelle tulee.
role-leader = Vastuuhenkilö
role-leader-hint = Hoitaa järjestäjän tiedot. Kutsuu muokkaajat.
role-editor = Muokkaaja
role-editor-hint = Hoitaa järjestäjän tiedot.
role-counsellor = Palveluohjaaja
role-counsellor-hint = Auttaa ihmisiä. Etsii heidän kanssaan sopivaa tekemistä.

desk-people = Täällä näet, kuka voi tehdä mitä.

people-remove = Poista tili
people-remove-hint = Tili poistetaan heti. Myös roolit ja kirjautumiset poistetaan. Tarjottimelle tehdyt muutokset jäävät, mutta niissä ei ole nimeä.
people-remove-button = Poista tili nyt
