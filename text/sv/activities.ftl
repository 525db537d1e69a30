### Verksamhetens egen sida, affisch och felanmälan.

activity-facts = I korthet
activity-promises = Det här gör det lättare att komma
activity-next-times = Kommande gånger
activity-length = Längd
activity-support = Form av arbete
activity-ages = Ålder
activity-group-size = Gruppens storlek
activity-languages = Språk du klarar dig med
activity-interests = Teman
activity-about = Vad gör man där?
activity-like = Hur är det där?
activity-join = Så kommer du med
activity-just-come = Kom bara. Du behöver inte anmäla dig.
activity-ask-first = Kontakta först arrangören.
activity-sign-up = Anmälan
activity-call = Ring { $phone }
activity-website = Arrangörens egen webbplats
activity-after = Vad kan komma efter det här?
activity-after-hint = Det är ingen brådska. Du kan också stanna här.
activity-instead = Om det här är fullt eller inte passar
activity-other-languages = Samma på andra språk
activity-take = Spara uppgifterna
activity-calendar = Lägg till i kalendern
activity-poster = Skriv ut en affisch
activity-sms = Skicka som textmeddelande
activity-sms-text = Visa meddelandets text
activity-true = Stämmer uppgifterna?
activity-checked = Uppgifterna kontrollerades { $date }.
activity-source = Källa: { $source }
activity-report = Berätta om ett fel
activity-stale = Uppgifterna kontrollerades senast { $date }. Ring innan du går.
activity-never-checked = De här uppgifterna är inte kontrollerade ännu. Ring innan du går.
time-cancelled = Inställt
age-from = Minst { $from } år
age-to = Högst { $to } år
age-between = { $from }–{ $to } år
group-size = { $count ->
    [one] En åt gången
   *[other] Högst { $count } personer
}
onward-why-next = Samma ämne och nästa steg i närheten
onward-why-instead = Något liknande i närheten

poster-title = Affisch: { $name }
poster-back = Tillbaka till verksamhetens sida
poster-print = Skriv ut den här sidan på A4-papper. Klipp upp remsorna längst ner.
poster-qr = QR-kod som öppnar verksamhetens sida
poster-phone = Telefon

fault-title = Berätta om ett fel
fault-about = Vad är fel?
fault-about-times = Tiden
fault-about-place = Platsen eller adressen
fault-about-ended = Verksamheten har upphört
fault-about-contact = Telefonnumret eller en kontaktuppgift
fault-about-other = Något annat
fault-message = Hur borde det vara?
fault-message-hint = Du kan lämna det här tomt. Skriv inte dina egna uppgifter här.
fault-contact = Telefon eller e-post
fault-contact-hint = Bara om du vill ha svar.
fault-leave-empty = Lämna det här tomt
fault-send = Skicka
fault-problem-about = Välj vad som är fel.
fault-problem-long = Korta ner texten: högst 2 000 tecken.
fault-problem-contact = Korta ner kontaktuppgiften: högst 200 tecken.
fault-sent-title = Tack, vi har fått ditt meddelande
fault-sent = Vi läser ditt meddelande och kontrollerar uppgifterna med arrangören. Om du lämnade en kontaktuppgift svarar vi dig.
fault-back = Tillbaka till verksamhetens sida
