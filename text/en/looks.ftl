### Settings: how pages look.

looks-h1 = How do you want to read?
looks-saved-title = Saved: how do you want to read?
looks-saved = Saved. This is how pages look now.
looks-home = Continue to the front page
looks-theme = Colours
looks-theme-device = As on my device
looks-theme-light = Light
looks-theme-dark = Dark
looks-size = Text size
looks-size-0 = Normal
looks-size-1 = Large
looks-size-2 = Largest
looks-save = Save
looks-cookie = Your choice stays in this browser for a year. We do not know who you are.
looks-privacy = Privacy
looks-language = Language
looks-language-text = The language is part of the address. You can change it on every page.
