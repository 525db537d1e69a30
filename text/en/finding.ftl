### Front page and search.

home-title = Something meaningful to do near you
home-description = Find open cafés, groups, courses, support and jobs near you. Free, and no login needed.
home-h1 = What would you like to do?
home-lead = Find something meaningful nearby. You do not need an account. Take your time.
home-topics = Where would you like to start?
topic-company = Company and chat
topic-company-hint = Open cafés and living rooms. No sign-up.
topic-doing = Something to do with your hands
topic-doing-hint = Crafts, cooking, gardening, animals and repairing.
topic-work = Jobs and work trials
topic-work-hint = Try out a job, or find a part-time job or one with a wage subsidy.
topic-money = Help with money
topic-money-hint = Debts, debt collection, bills and food aid.
topic-language = Finnish and other languages
topic-language-hint = Language cafés and courses.
topic-talk = Someone to talk to
topic-talk-hint = Peer support and advice when you feel low.
home-today = What is on today
home-today-none = There is nothing more on today.
home-this-week = See what is on this week
home-today-all = { $count ->
    [one] Show what is on today
   *[other] Show everything today ({ $count })
}
home-start = Not sure where to start?
home-start-text = That is very common. Call and tell us what you like, and we will look together.
home-call = Call{"\u00A0"}{ $phone }
home-choose = Help me choose
home-ask-call = Ask us to call you
home-easy = An easy start: no sign-up, and someone will meet you
home-steps = See the steps: you can start anywhere

search-label = What are you looking for?
search-hint = Use your own words. For example: work with animals
search-button = Search
search-title = Find something to do
search-description = Search in your own words. Narrow it down by time, place, price and life situation.
search-filters = Narrow your search
search-filter-button = Show results
search-chips = Your choices
search-count = { $count ->
    [0] We did not find exactly this
    [one] We found 1 option
   *[other] We found { $count } options
}
suggest-title = Suggestions for your search
suggest-button = Suggest words
suggest-activity = (activity)
suggest-count = { $count ->
    [0] No suggestions
    [one] 1 suggestion
   *[other] { $count } suggestions
}
search-did-you-mean = Did you mean:
search-understood = We saw this in your words. What fits comes first.
search-nothing = Try one of these:
search-wish = Tell us what you wish for here
search-misread = We did not understand these choices. We left them out:
search-misread-step = Step “{ $value }”: the steps are 1–5.
search-misread-area = Area “{ $value }”: there is no such municipality.
search-misread-when = Time “{ $value }”: choose from the list.
search-misread-place = Place “{ $value }”: type a postal code or the name of a municipality.
search-misread-distance = Distance “{ $value }”: choose 1–500 kilometres.
search-misread-order = Order “{ $value }”: choose from the list.
search-misread-page = Page “{ $value }”: the first page is 1.
search-misread-filter = Choice “{ $value }”: choose from the list.
chip-remove = Remove
chip-ignore = Ignore:
chip-near = Near: { $place }
chip-within = Up to { $km } km
quick-title = Quick choices

filter-milloin = When
filter-lahella = Where are you?
filter-lahella-hint = Postal code or municipality. We do not save it.
filter-km = How far can it be?
filter-askel = Step
filter-kynnys = What it is like
filter-kiinnostus = What I like
filter-tilanne = Life situation
filter-laji = Kind of activity
filter-tuki = Form of work
filter-kieli = Language
filter-kunta = Area
filter-jarjesta = Order
km-any = Any distance
km-at-most = Up to { $km } km
when-any = Any time
when-tanaan = Today
when-huomenna = Tomorrow
when-viikko = This week
when-viikonloppu = At the weekend
when-ilta = In the evening
when-ylihuomenna = The day after tomorrow
when-ensi-viikko = Next week
when-ma = On Monday
when-ti = On Tuesday
when-ke = On Wednesday
when-to = On Thursday
when-pe = On Friday
when-la = On Saturday
when-su = On Sunday
when-aamu = In the morning
when-paiva = In the daytime
when-iltapaiva = In the afternoon
order-sopivin = Best match first
order-pian = Soonest first
order-lahin = Nearest first
order-nimi = Alphabetical

onward-without = Without: { $filter }
onward-without-words = Without the words “{ $words }”
onward-farther = Also farther away
onward-any-time = Any time
why-words = Mentioned in the text: { $words }
why-meaning = Related to your search: { $words }

positions-title = Jobs and work trials
positions-description = Open places: work trials, jobs with a wage subsidy and part-time jobs.
positions-lead = See what is open now: work trials, jobs with a wage subsidy and part-time jobs. You can call and ask first.
