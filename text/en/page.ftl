### Words that are on every page.

skip-to-content = Skip to content
nav-main = Main menu
nav-search = Find something to do
nav-steps = Steps
nav-positions = Jobs and work trials
nav-map = Map
nav-languages = Language
nav-footer = Footer menu
nav-about = About this service
nav-organizations = Organisers
nav-settings = Settings
nav-privacy = Privacy
nav-accessibility = Accessibility
footer-call = Need help choosing? Call:
region-brand = Tarjotin

step-word = Step
card-when = When
card-where = Where
card-who = Organised by
card-price = Price
card-hours = Working hours
card-stale = These details have not been checked for over six months. Call before you go.
text-fallback = This text is not available in English yet. We show it in Finnish or in another language.

place-hidden = The address is not public, please ask by phone
place-area-only = You will get the exact address when you contact them.
distance-metres = { $metres } m
distance-km = { $km } km
hours-a-week = { $hours } hours a week

pager = More results
pager-earlier = Previous
pager-later = Next
pager-here = Page { $page } of { $last }

form-problems = Please fix these
problem-identity-code = Remove the personal identity code. We do not need it for anything.

error-title-not-found = Page not found
error-title-bad-request = This did not work
error-title-internal = The service is not working right now
error-not-found = There may be a mistake in the address. Or the activity has already ended.
error-bad-request = We did not understand the address or the form. Nothing was saved.
error-method = This address cannot be used in this way. Nothing was saved.
error-cross-site = The form came from another website, so we did not accept it. Open the form here and send it again.
error-too-large = You sent too much at once. Nothing was saved. Make it shorter and send it again.
error-busy = The service is very busy right now. Nothing was saved. Try again in a moment.
error-internal = Something went wrong on our side. It has been recorded and we will fix it.
error-onward = What you can do next
error-home = Go to the front page
error-today = See what is on today
error-not-your-fault = This is not your fault, and your phone is fine.
error-title-sign-in = Sign in first
error-sign-in = This page is for those who look after the details of the tray. If you have an account, ask for a sign-in link.
error-title-forbidden = This page is not open to you
error-forbidden = Your account does not have the right to do this. If you need it, ask the keeper.
problem-too-often = This has been tried too many times now. Wait a moment and try again.
