### Asetukset: miltä sivut näyttävät.

looks-h1 = Miten haluat lukea?
looks-saved-title = Tallennettu: miten haluat lukea?
looks-saved = Tallennettu. Sivut näyttävät nyt tältä.
looks-home = Jatka etusivulle
looks-theme = Värit
looks-theme-device = Kuten laitteessani
looks-theme-light = Vaalea
looks-theme-dark = Tumma
looks-size = Tekstin koko
looks-size-0 = Tavallinen
looks-size-1 = Iso
looks-size-2 = Suurin
looks-save = Tallenna
looks-cookie = Valintasi säilyy tässä selaimessa vuoden. Emme tiedä, kuka olet.
looks-privacy = Tietosuoja
looks-language = Kieli
looks-language-text = Kieli näkyy osoitteessa. Sen voi vaihtaa joka sivulla.
