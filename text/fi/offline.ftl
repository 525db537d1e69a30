### Ilman yhteyttä, ja sivu puhelimen kotinäytöllä.

offline-h1 = Verkkoyhteys puuttuu
offline-lead = Sivu ei auennut, koska laitteesi ei saa yhteyttä verkkoon. Puhelu voi silti onnistua.
offline-call = Soita meille
offline-emergency = Jos joku on vaarassa, soita hätänumeroon:
offline-again = Kun yhteys palaa, lataa sivu uudelleen. Mitään ei ole kadonnut.
offline-home = Palaa etusivulle
offline-short-name = Tarjotin
offline-description = Tekemistä, seuraa ja apua läheltä.
offline-today = Tänään
offline-map = Kartta
