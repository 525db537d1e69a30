### Fetching a source from the network: what was in the way and what you can do. $value is a server or a number.

## The address
fetch-not-an-address = This is not a web address. Write all of it, for example https://example.fi/events.ics
fetch-scheme = The address must begin with https:// or http://. Nothing is fetched from elsewhere.
fetch-user-info = There is a user name or password in the address. Take it and the @ away. If the data is not open, ask for an open address.
fetch-port = Nothing is fetched from port { $value }. Use the address without a port, or ask the keeper to open the server: --allow-fetch-from
fetch-inside = The address { $value } leads to this server itself or into its own network. Nothing is fetched from there. Check the address, or ask the keeper to open the server: --allow-fetch-from
fetch-unknown-host = There is no server { $value }. Check that the address is written correctly.

## The connection
fetch-unreachable = The server { $value } cannot be reached. Try the address in a browser, and again later.
fetch-tls = There is no safe connection to { $value }. Its certificate is old, wrong or missing. Tell those who run the server.
fetch-silent = The server { $value } does not answer. Try again later.
fetch-slow = The server { $value } sends too slowly, and fetching was stopped. Try again later.
fetch-broken = The answer of { $value } broke off or was damaged. Try again later.
fetch-headers = The answer of { $value } begins with headers that are too long to read. Tell those who run the server.

## The content
fetch-too-large = The file is too large: over { $value } megabytes. Ask the source for a smaller part, or for an address that gives the data in pages.
fetch-bomb = The file is packed so tightly that it may be meant to do harm. It was not opened. Ask the source whether the address is right.
fetch-encoding = The server packed its answer in a way nobody asked for ({ $value }). Tell those who run the server.

## The answer
fetch-redirects = The address always leads on to another. Open it in a browser and copy the address where you end up.
fetch-bad-redirect = The address leads elsewhere but does not say where. Ask the source for a new address.
fetch-downgrade = A safe address leads to an unsafe one. It was not followed. Ask the source for an address that begins with https://
fetch-not-found = There is nothing at the address ({ $value }). Check it, or ask the source whether it has changed.
fetch-denied = The address needs permission or signing in ({ $value }). Ask the source for an open address.
fetch-busy = The server is busy just now. Try again later.
fetch-status = The server answered with the error { $value }. Try again later, or ask the source.
fetch-disk = What was fetched could not be stored for the moment: { $value }. Check the disk space and the permissions of the data folder.

## Interfaces. $address is the address, $value the reason.
remote-fetch = { $address }: { $value }
remote-not-json = The answer of { $address } is not valid JSON. Check the address and the format. If they are right, tell the source.
remote-web-page = At { $address } there is a page for people, no data. Ask the source for the address of an interface or a file.
remote-charset = The letters at { $address } cannot be read. Ask the source to store the data as UTF-8.
remote-no-list = There was no list at { $address }. Check the address and the format.
remote-endless = The pages of { $address } do not end: the same one repeats, or there are too many. Fetching was stopped and nothing was brought in. Tell the source.
remote-too-much = Too much comes from { $address }. Choose a smaller part, for example one municipality.
remote-elsewhere = The next page of { $address } is on another server. It was not fetched. Check the address.
remote-whole-country = The address { $address } means the services of the whole country. Choose a municipality or an organization, for example …/Service/list/area/Municipality/code/398
remote-disk = What was fetched could not be stored for the moment: { $value }. Check the disk space and the permissions of the data folder.
remote-thread = Fetching was stopped by a fault of the program: { $value }

## In the terminal
remote-gathering = Fetching the source
remote-progress = { $pages ->
    [one] One page fetched, { $records } records.
   *[other] { $pages } pages fetched, { $records } records.
  }
