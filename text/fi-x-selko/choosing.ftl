### Auta minua valitsemaan: neljä kysymystä ja ehdotukset.

choose-description = Kysymme neljä asiaa. Sitten ehdotamme sinulle tekemistä. Voit ohittaa kysymyksen.
choose-number = Kysymys { $number } / 4
choose-likes = Mistä sinä pidät?
choose-likes-hint = Valitse yksi tai monta. Emme tallenna vastauksia.
choose-life = Millaista elämäsi on nyt?
choose-life-hint = Sinun ei tarvitse vastata. Kukaan ei näe vastausta.
choose-where = Minne pääset ja milloin?
choose-where-hint = Kirjoita postinumero tai kunta.
choose-ease = Mikä auttaa sinua lähtemään?
choose-ease-hint = Voit valita monta.
choose-gently = Haluan aloittaa helposta
choose-next = Seuraava
choose-show = Näytä ehdotukset
choose-skip = Ohita kysymys
choose-back = Edellinen kysymys
choose-result = Ehdotamme sinulle näitä
choose-result-lead = Valitse yksi. Voit soittaa ensin. Voit ottaa kaverin mukaan. Voit tulostaa tämän sivun.
choose-none = Emme löytäneet sopivaa. Valitse pidempi matka tai katso kaikki.
choose-because = Sopii, koska valitsit: { $things }
choose-wider = Katso kaikki sopivat
choose-again = Muuta vastauksia
choose-sms = Lähetä nämä tekstiviestinä
choose-sms-text = Näytä viesti
