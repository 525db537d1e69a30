### Ovatko tiedot oikein? Yksi nappi kirjeestä, ilman kirjautumista. Selkosuomeksi.

confirm-title = Ovatko tiedot oikein?
confirm-yes = Tiedot ovat oikein
confirm-change = Jotain on muuttunut
confirm-ended = Toiminta on loppunut
confirm-thanks-title = Kiitos!
confirm-thanks = Tiedot ovat oikein. Kysymme uudelleen noin puolen vuoden päästä.
confirm-ended-thanks = Kiitos, että kerroit. Otamme toiminnan pois tarjottimelta.
