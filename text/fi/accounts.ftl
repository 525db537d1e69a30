### Kirjautuminen, oma tili ja käyttäjät.

sign-in-title = Kirjaudu sisään
sign-in-who = Kirjaudu, jos hoidat järjestäjän, kunnan tai tarjottimen tietoja. Muut eivät tarvitse tiliä mihinkään.
sign-in-email = Sähköposti
sign-in-ask = Lähetä kirjautumislinkki
sign-in-sent-title = Katso sähköpostisi
sign-in-sent = Jos osoitteella on tili, kirjautumislinkki on matkalla. Linkki toimii kerran ja puoli tuntia. Jos kirjettä ei näy, katso myös roskapostista.
sign-in-again = Kokeile toista osoitetta
sign-in-none = Ei tiliä? Voit silti ehdottaa toimintaa tarjottimelle:
sign-in-problem-email = Kirjoita sähköpostiosoite näin: nimi@esimerkki.fi
sign-in-offered = Tällä linkillä kirjaudut nimellä { $name }. Linkki toimii yhden kerran.
sign-in-button = Kirjaudu sisään
sign-in-cookie = Kirjautuminen säilyy tässä selaimessa evästeessä enintään 14 päivää ja päättyy, kun sitä ei käytetä vuorokauteen. Älä kirjaudu yhteiskäytössä olevalla laitteella.
sign-in-used-up = Linkki ei enää toimi. Se on jo käytetty tai vanhentunut. Pyydä uusi linkki.
sign-in-link = Tällä linkillä { $name } kirjautuu sisään. Linkki toimii kerran ja { $minutes } minuuttia:
sign-out = Kirjaudu ulos
sign-out-everywhere = Kirjaudu ulos kaikkialta ({ $count })

letters-in-folder = Sähköposti ei ole vielä käytössä. Kirjeet jäävät palvelimelle kansioon letters, ja ylläpitäjä voi antaa linkin sieltä.

own-title = Oma tili
own-save = Tallenna
own-saved = Tallennettu.
own-email = Kirjeet tulevat osoitteeseen { $email }.
own-roles = Mitä voit tehdä
own-sessions = Missä olet kirjautunut
own-device-unknown = Tuntematon laite
own-device-this = (tämä laite)
own-began = Alkoi { $when }.
own-seen = Käytetty viimeksi { $when }.
own-end = Päätä tämä

people-title = Käyttäjät
people-invite = Kutsu uusi käyttäjä
people-invited = Kutsu on matkalla. Linkki toimii viikon.
people-name = Nimi
people-email-hint = Kutsu lähetetään tähän osoitteeseen.
people-role = Rooli
people-roles = Roolit
people-organization = Järjestäjä
people-organization-hint = Järjestäjän nimi, jos rooli on järjestäjässä.
people-areas = Kunnat
people-areas-hint = Koordinaattorin kunnat, pilkku väliin. Tyhjä tarkoittaa koko aluetta.
people-language = Kirjeiden kieli
people-send = Lähetä kutsu
people-no-role = Ei roolia
people-take = Poista rooli
people-end-all = Kirjaa ulos kaikkialta
people-sessions = { $count ->
    [0] Ei kirjautumisia.
    [one] Kirjautunut yhdellä laitteella.
   *[other] Kirjautunut { $count } laitteella.
}
people-problem-name = Kirjoita nimi, enintään 100 merkkiä.
people-problem-role = Valitse rooli.
people-problem-organization = Tämän nimistä järjestäjää ei löydy. Kirjoita nimi niin kuin se on tarjottimella.
people-problem-area = Kuntaa { $name } ei ole. Kirjoita kunnan nimi, esimerkiksi Lahti.
people-problem-last = Ainoaa ylläpitäjää ei voi poistaa. Kutsu ensin toinen.

role-keeper = Ylläpitäjä
role-keeper-hint = Pitää palvelun kunnossa ja kutsuu muut.
role-coordinator = Koordinaattori
role-coordinator-hint = Kokoaa tarjottimen ja päättää, mitä sille tulee.
role-leader = Vastuuhenkilö
role-leader-hint = Hoitaa järjestäjän tiedot ja kutsuu muokkaajat.
role-editor = Muokkaaja
role-editor-hint = Hoitaa järjestäjän tiedot.
role-counsellor = Palveluohjaaja
role-counsellor-hint = Auttaa ihmisiä löytämään sopivaa tekemistä.

desk-people = Kuka voi tehdä mitä.

people-remove = Poista tili
people-remove-hint = Tili, roolit ja kirjautumiset poistetaan heti. Tarjottimelle tehdyt muutokset jäävät ilman nimeä.
people-remove-button = Poista tili nyt
