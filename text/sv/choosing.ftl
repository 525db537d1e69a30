### Hjälp mig välja: fyra frågor och förslag.

choose-description = Fyra korta frågor hjälper dig att välja något att göra nära dig. Du kan hoppa över varje fråga.
choose-number = Fråga { $number } / 4
choose-likes = Vad tycker du om?
choose-likes-hint = Välj så många du vill. Dina svar sparas inte.
choose-life = Hur är ditt liv just nu?
choose-life-hint = Du behöver inte svara. Ingen ser ditt svar.
choose-where = Vart kan du ta dig, och när?
choose-where-hint = Ett postnummer eller en kommun räcker.
choose-ease = Vad skulle göra det lättare att komma?
choose-ease-hint = Du kan välja flera.
choose-gently = Jag vill börja med något riktigt litet
choose-next = Nästa
choose-show = Visa förslagen
choose-skip = Hoppa över frågan
choose-back = Föregående fråga
choose-result = Det här föreslår vi
choose-result-lead = Välj en. Du kan ringa först eller ta med en vän. Du kan också skriva ut sidan.
choose-none = Vi hittade inget att föreslå med de här svaren. Pröva ett längre avstånd eller se allt.
choose-because = Passar dina svar: { $things }
choose-wider = Se allt som passar
choose-again = Ändra svaren
choose-sms = Skicka de här som textmeddelande
choose-sms-text = Visa meddelandets text
