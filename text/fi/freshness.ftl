### Pitävätkö tiedot paikkansa? Yksi nappi kirjeestä, ilman kirjautumista.

confirm-title = Pitävätkö tiedot paikkansa?
confirm-yes = Tiedot pitävät paikkansa
confirm-change = Jotain on muuttunut
confirm-ended = Toiminta on loppunut
confirm-thanks-title = Kiitos!
confirm-thanks = Tiedot on vahvistettu. Kysymme uudelleen noin puolen vuoden päästä.
confirm-ended-thanks = Kiitos, että kerroit. Otamme toiminnan pois tarjottimelta.
