### Ylläpitäjän kirjautuminen.

sign-in-title = Ylläpitäjän kirjautuminen
sign-in-offered = Tällä linkillä kirjaudut nimellä { $name }. Linkki toimii yhden kerran.
sign-in-button = Kirjaudu sisään
sign-in-cookie = Kirjautuminen säilyy tässä selaimessa evästeessä enintään 14 päivää ja päättyy, kun sitä ei käytetä vuorokauteen. Älä kirjaudu yhteiskäytössä olevalla laitteella.
sign-in-used-up = Linkki ei enää toimi. Se on käytetty tai siitä on yli puoli tuntia. Tee uusi linkki.
sign-in-who = Vain palvelun ylläpitäjä kirjautuu sisään. Muut eivät tarvitse tunnusta mihinkään.
sign-in-how = Ylläpitäjä tekee kirjautumislinkin palvelimella tällä komennolla:
sign-in-link = Tällä linkillä { $name } kirjautuu sisään. Linkki toimii kerran ja { $minutes } minuuttia:
sign-out = Kirjaudu ulos
sign-out-everywhere = Kirjaudu ulos kaikkialta ({ $count })
