### The open API for people who write programs: the page /rajapinta and its OpenAPI document.

api-title = Open API
api-description = Activities, organizations, places and times of the area for other programs to read, without an account.
api-lead = Everything shown on this site can be read by your program too. You need no account, no key and no permission. Searches find the same things in the same order as the search page.
api-document = OpenAPI document (JSON)
api-hsds = The same in the international format Open Referral HSDS
api-linked-events = Coming times in the format of Linked Events
api-how-title = How it works
api-texts = Texts are objects keyed by language tag: { "{" }"fi": "…", "sv": "…"{ "}" }. The parameter language picks one of them: the best for the reader, under the tag of the language it is really in. The languages of the pages:
api-paging = Lists come in pages. When an answer has next, ask the same again and add cursor = next. The last page has no next.
api-errors = When something is wrong with a question, the answer is application/problem+json (RFC 9457). It names the parameter and says what it may hold. An unknown parameter is an error too.
api-caching = Every answer has an ETag. Send it the next time as If-None-Match: when nothing has changed you get an empty 304. Answers are good for a minute, and any website may read them (CORS).
api-places = For safety, only the area is told of some places (area_only), and nothing at all of others.
api-licence = The licence of the data is CC BY 4.0: say where it comes from. What came from elsewhere has its source in source.
api-addresses-title = Addresses
api-parameters-title = What you can ask
api-example-title = Example
api-answer = The answer from { $address }

api-endpoint-about = What this is and which addresses there are.
api-endpoint-list-activities = Activities: all of them, or what a search finds. The field match says why something was found, and understood what was read out of the words.
api-endpoint-read-activity = One activity in full: texts, times, places, the next time and what one may do after it.
api-endpoint-list-organizations = Who arranges, by name.
api-endpoint-read-organization = One organization, its places and how much it arranges.
api-endpoint-list-places = Public places. Places of which only the area is public are told with their activities.
api-endpoint-read-place = One place and what is done there.
api-endpoint-list-sessions = What happens between two moments, in the order it begins. Cancelled and moved times are among it. The coming 110 days are known; from and to in the answer say which time it covers.
api-endpoint-count-facets = How many hits each value of each filter has, and what the values are called.
api-endpoint-suggest = How the word being typed could go on: words, and names of activities.
api-endpoint-openapi = The OpenAPI 3.1 document of this API.

api-parameter-id = The id of the record.
api-parameter-q = Words to look for. They are understood as on the search page; of organizations, names and summaries are searched.
api-parameter-step = Steps 1–5.
api-parameter-kind = Kind of activity.
api-parameter-interest = Interest.
api-parameter-situation = A situation in life that the activity is meant for.
api-parameter-threshold = What makes coming easy. All that are chosen must hold.
api-parameter-support-form = Form of support of a position.
api-parameter-spoken = A language one gets by with.
api-parameter-municipality = Code of the municipality (Statistics Finland).
api-parameter-organization = Only what this organization arranges.
api-parameter-free = Only what costs nothing.
api-parameter-lat = Latitude to measure distances from (WGS 84). Needs lon too.
api-parameter-lon = Longitude to measure distances from. Needs lat too.
api-parameter-km = No farther than this, in kilometres. Needs lat and lon.
api-parameter-from = Not before this moment. Of activities: some time ends after it.
api-parameter-to = Not after this moment. Of activities: some time ends by then.
api-parameter-order = The order: best, soonest, nearest or by name.
api-parameter-ignore = What of that which was understood from the words does not count: keys of understood, commas between.
api-parameter-type = Type of organization.
api-parameter-limit = How many records a page has.
api-parameter-cursor = The next of the answer before: goes on where it ended.
api-parameter-language = The language texts are wanted in. Without it all languages come.

api-holds-id = A UUID
api-holds-moment = A moment, such as 2026-12-01T10:00:00+02:00
api-holds-truth = true or false
api-holds-number = A number { $range }
api-holds-one-of = One of these:
api-holds-any-of = One or more, commas between:
api-holds-municipalities = A code of three digits, one or more with commas between, such as 398
api-holds-mark = The characters that the answer before gave
api-holds-words = At most 300 letters
