### Auta minua valitsemaan: neljä kysymystä ja ehdotukset.

choose-description = Neljä lyhyttä kysymystä auttaa valitsemaan tekemistä läheltäsi. Voit ohittaa jokaisen.
choose-number = Kysymys { $number } / 4
choose-likes = Mistä pidät?
choose-likes-hint = Valitse niin monta kuin haluat. Vastauksiasi ei tallenneta.
choose-life = Millaista elämäsi on nyt?
choose-life-hint = Voit jättää vastaamatta. Kukaan ei näe vastaustasi.
choose-where = Minne ja milloin pääset?
choose-where-hint = Postinumero tai kunta riittää.
choose-ease = Mikä helpottaisi lähtemistä?
choose-ease-hint = Voit valita monta.
choose-gently = Haluan aloittaa jostakin ihan pienestä
choose-next = Seuraava
choose-show = Näytä ehdotukset
choose-skip = Ohita tämä kysymys
choose-back = Edellinen kysymys
choose-result = Näitä ehdotamme sinulle
choose-result-lead = Valitse yksi. Voit soittaa ensin tai ottaa kaverin mukaan. Voit myös tulostaa tämän sivun.
choose-none = Näillä vastauksilla emme löytäneet ehdotettavaa. Kokeile pidempää matkaa tai katso kaikki.
choose-because = Sopii vastauksiisi: { $things }
choose-wider = Katso kaikki, mikä sopii
choose-again = Muuta vastauksia
choose-sms = Lähetä nämä tekstiviestinä
choose-sms-text = Näytä viestin teksti
