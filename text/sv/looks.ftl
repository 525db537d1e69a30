### Inställningar: hur sidorna ser ut.

looks-h1 = Hur vill du läsa?
looks-saved-title = Sparat: hur vill du läsa?
looks-saved = Sparat. Så här ser sidorna ut nu.
looks-home = Fortsätt till startsidan
looks-theme = Färger
looks-theme-device = Som på min enhet
looks-theme-light = Ljust
looks-theme-dark = Mörkt
looks-size = Textens storlek
looks-size-0 = Vanlig
looks-size-1 = Stor
looks-size-2 = Störst
looks-save = Spara
looks-cookie = Ditt val finns kvar i den här webbläsaren i ett år. Vi vet inte vem du är.
looks-privacy = Dataskydd
looks-language = Språk
looks-language-text = Språket syns i adressen. Du kan byta språk på varje sida.
