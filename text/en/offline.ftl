### Without a connection, and the page on a phone's home screen.

offline-h1 = There is no internet connection
offline-lead = The page did not open because your device cannot reach the internet. A phone call may still work.
offline-call = Call us
offline-emergency = If somebody is in danger, call the emergency number:
offline-again = Reload the page when the connection is back. Nothing has been lost.
offline-home = Go to the front page
offline-short-name = Tarjotin
offline-description = Things to do, company and help near you.
offline-today = Today
offline-map = Map
