### Toiminnan tietojen korjaaminen ylläpidossa.

desk-corrections = { $count ->
    [0] Korjauksia ei ole.
    [one] 1 toiminnan tietoja on korjattu.
   *[other] { $count } toiminnan tietoja on korjattu.
}
corrections-title = Korjaa toiminnan tietoja
corrections-lead = Kun korjaat lähteestä tullutta tietoa, korjauksesi voittaa: seuraava lukukerta ei muuta sitä takaisin.
corrections-which = Minkä toiminnan tietoja korjaat?
corrections-none = Mitään ei löytynyt. Kokeile toista sanaa.
corrections-corrected = Korjatut toiminnat
corrections-saved = Tallennettu. Muutos näkyy heti.
corrections-win = Tämä toiminta tulee lähteestä. Mitä muutat tässä, pysyy. Kun kirjoitat takaisin lähteen oman tekstin, lähde päättää taas.
corrections-languages = Tekstien kieli
corrections-source = Lähde sanoo: { $value }
corrections-source-silent = Lähde ei sano tästä mitään.
corrections-name = Nimi
corrections-summary = Lyhyesti
corrections-description = Kuvaus
corrections-how_to_join = Näin pääset mukaan
corrections-phone = Puhelin
corrections-email = Sähköposti
corrections-website = Verkkosivu
corrections-kind = Laji
corrections-step = Askel
corrections-state = Näkyvyys
corrections-state-published = Näkyy kaikille
corrections-state-draft = Piilotettu
corrections-problem-name = Kirjoita toiminnalle nimi.
corrections-problem-long = Teksti on liian pitkä. Lyhennä se.
corrections-problem-website = Kirjoita verkkosivun osoite näin: https://esimerkki.fi
corrections-page = Katso toiminnan sivua
