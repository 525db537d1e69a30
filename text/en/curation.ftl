### The coordinator's queue: suggestions, mistakes and changes.

queue-title = Queue
desk-queue = { $count ->
    [0] Nothing is waiting.
    [one] 1 suggestion is waiting.
   *[other] { $count } suggestions are waiting.
}
queue-waiting = { $count ->
    [0] No suggestions are waiting.
    [one] 1 suggestion is waiting for you.
   *[other] { $count } suggestions are waiting for you.
}
queue-faults = { $count ->
    [0] No reported mistakes
    [one] 1 reported mistake is waiting
   *[other] { $count } reported mistakes are waiting
}
queue-new = New
queue-change = Change
queue-since = Sent { $when }
queue-resting = Resting
queue-resting-hint = Nobody has confirmed these for over a year, so they are not shown in search. Call the organiser or wake them up.
queue-wrong = This cannot be published yet
queue-difference = What changes
queue-field = Detail
queue-now = Now
queue-proposed = Suggestion
queue-contact = Our emails go to { $email }.
queue-no-contact = The person who made the suggestion left no address, so they get no email.
queue-organizer = Whose activity is this?
queue-organizer-new = A new organiser
queue-keeps = The person who made the suggestion gets an account and can look after the organiser's details
queue-publish = Publish
queue-note = A question or a reason
queue-note-hint = The person who made the suggestion reads this in the email.
queue-ask = Ask for more
queue-decline = Do not publish
queue-has-changed = The suggestion or the tray has changed since you opened this page. Look again, then decide.
queue-conflict = The details on the tray have changed since the suggestion was made. The table shows what will happen. Publish again if the suggestion still stands.
queue-problem-note = Write a question or a reason.
queue-problem-what = Choose what to do with the suggestion.

changes-title = Latest changes
changes-none = There are no changes.
changes-nobody = Somebody without an account
changes-fields = { $count ->
    [one] 1 detail changed
   *[other] { $count } details changed
}
changes-undo = Undo the change
changes-undone = The change has been undone.
changes-since = The change was not undone: somebody has changed the same detail since then.

faults-title = Reported mistakes
faults-none = There are no reported mistakes.
faults-handle = Mark as handled
