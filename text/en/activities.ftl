### The activity's own page, poster and reporting a mistake.

activity-facts = In brief
activity-promises = This makes it easier to come
activity-next-times = Next times
activity-length = Length
activity-support = Form of work
activity-ages = Age
activity-group-size = Group size
activity-languages = Languages you can use
activity-interests = Topics
activity-about = What happens there
activity-like = What it is like
activity-join = How to join
activity-just-come = Just come along. You do not need to sign up.
activity-ask-first = Contact the organiser first.
activity-sign-up = Sign up
activity-call = Call { $phone }
activity-website = The organiser’s own website
activity-after = What can come after this?
activity-after-hint = There is no hurry. You can also stay with this.
activity-instead = If this is full or not right for you
activity-other-languages = The same in other languages
activity-take = Keep the details
activity-calendar = Add to calendar
activity-poster = Print a poster
activity-sms = Send as a text message
activity-sms-text = Show the text of the message
activity-true = Is this information right?
activity-checked = Details checked on { $date }.
activity-source = Source: { $source }
activity-report = Report a mistake
activity-stale = These details were last checked on { $date }. Call before you go.
activity-never-checked = These details have not been checked yet. Call before you go.
time-cancelled = Cancelled
age-from = { $from } years or older
age-to = Up to { $to } years
age-between = { $from }–{ $to } years
group-size = { $count ->
    [one] One person at a time
   *[other] Up to { $count } people
}
onward-why-next = Same topic, next step, nearby
onward-why-instead = Something similar nearby

poster-title = Poster: { $name }
poster-back = Back to the activity page
poster-print = Print this page on A4 paper. Cut the strips at the bottom apart.
poster-qr = QR code that opens the activity page
poster-phone = Phone

fault-title = Report a mistake
fault-about = What is wrong?
fault-about-times = The time
fault-about-place = The place or address
fault-about-ended = The activity has ended
fault-about-contact = The phone number or other contact details
fault-about-other = Something else
fault-message = How should it be?
fault-message-hint = You can leave this empty. Do not write your own details here.
fault-contact = Phone or email
fault-contact-hint = Only if you want an answer.
fault-leave-empty = Leave this empty
fault-send = Send
fault-problem-about = Choose what is wrong.
fault-problem-long = Make the text shorter: at most 2,000 characters.
fault-problem-contact = Make the contact details shorter: at most 200 characters.
fault-sent-title = Thank you, we got your message
fault-sent = We will read your message and check the details with the organiser. If you left your contact details, we will answer you.
fault-back = Back to the activity page
