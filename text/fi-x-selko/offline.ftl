### Ilman yhteyttä, selkosuomeksi.

offline-h1 = Verkko ei toimi
offline-lead = Sivu ei auennut. Laitteesi ei ole nyt verkossa. Puhelu voi silti toimia.
offline-call = Soita meille
offline-emergency = Onko joku vaarassa? Soita hätänumeroon:
offline-again = Odota, että verkko toimii. Lataa sivu sitten uudelleen.
offline-home = Palaa etusivulle
offline-short-name = Tarjotin
offline-description = Tekemistä, seuraa ja apua läheltä.
offline-today = Tänään
offline-map = Kartta
