### Utan anslutning, och sidan på telefonens hemskärm.

offline-h1 = Ingen kontakt med nätet
offline-lead = Sidan kunde inte öppnas, eftersom din enhet inte är uppkopplad. Det kan ändå gå att ringa.
offline-call = Ring oss
offline-emergency = Om någon är i fara, ring nödnumret:
offline-again = Ladda sidan på nytt när anslutningen fungerar igen. Inget har gått förlorat.
offline-home = Gå till startsidan
offline-short-name = Tarjotin
offline-description = Något att göra, sällskap och hjälp nära dig.
offline-today = I dag
offline-map = Karta
