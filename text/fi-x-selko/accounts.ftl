### Ylläpitäjän kirjautuminen.

sign-in-title = Kirjautuminen ylläpitäjälle
sign-in-offered = Tällä linkillä kirjaudut sisään. Nimesi on { $name }. Linkki toimii yhden kerran.
sign-in-button = Kirjaudu sisään
sign-in-cookie = Selain muistaa sinut enintään 14 päivää. Jos et käytä palvelua yhteen päivään, kirjaudut ulos. Älä kirjaudu laitteella, jota muutkin käyttävät.
sign-in-used-up = Linkki ei enää toimi. Tee uusi linkki.
sign-in-who = Vain ylläpitäjä kirjautuu sisään. Sinä et tarvitse tunnusta.
sign-in-how = Ylläpitäjä tekee linkin palvelimella. Komento on tämä:
sign-in-link = Tällä linkillä { $name } kirjautuu sisään. Linkki toimii kerran. Se toimii { $minutes } minuuttia:
sign-out = Kirjaudu ulos
sign-out-everywhere = Kirjaudu ulos joka laitteelta ({ $count })
