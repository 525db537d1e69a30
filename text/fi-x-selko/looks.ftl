### Asetukset selkosuomeksi.

looks-h1 = Miten sinä haluat lukea?
looks-saved-title = Tallennettu. Miten sinä haluat lukea?
looks-saved = Valintasi on tallennettu. Sivut näyttävät nyt tältä.
looks-home = Siirry etusivulle
looks-theme = Värit
looks-theme-device = Samat kuin puhelimessani
looks-theme-light = Vaalea
looks-theme-dark = Tumma
looks-size = Tekstin koko
looks-size-0 = Tavallinen
looks-size-1 = Iso
looks-size-2 = Suurin
looks-save = Tallenna
looks-cookie = Valintasi pysyy tässä laitteessa vuoden. Emme tiedä, kuka olet.
looks-privacy = Sinun tietosi
looks-language = Kieli
looks-language-text = Voit vaihtaa kielen joka sivulla.
