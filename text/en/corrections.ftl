### Putting activities right.

desk-corrections = { $count ->
    [0] No corrections.
    [one] 1 activity has been put right.
   *[other] { $count } activities have been put right.
}
corrections-title = Put an activity right
corrections-lead = When you put right what came from a source, your word wins: the next run does not change it back.
corrections-which = Which activity?
corrections-none = Nothing was found. Try another word.
corrections-corrected = Activities that have been put right
corrections-saved = Saved. The change is seen at once.
corrections-win = This activity comes from a source. What you change here stays. Write the source's own text again and the source decides once more.
corrections-languages = Language of the texts
corrections-source = The source says: { $value }
corrections-source-silent = The source says nothing of this.
corrections-name = Name
corrections-summary = In brief
corrections-description = Description
corrections-how_to_join = How to join
corrections-phone = Phone
corrections-email = Email
corrections-website = Website
corrections-kind = Kind
corrections-step = Step
corrections-state = Visibility
corrections-state-published = Seen by everyone
corrections-state-draft = Hidden
corrections-problem-name = Write a name for the activity.
corrections-problem-long = The text is too long. Shorten it.
corrections-problem-website = Write the address like this: https://example.fi
corrections-page = See the activity's page
