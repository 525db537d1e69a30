### Sources, runs and questions on the keeper's pages.

desk-title = The keeper's desk
desk-signed-in = You are signed in as { $name }.
desk-sources = { $count ->
    [0] No source yet.
    [one] 1 source.
   *[other] { $count } sources.
}
desk-questions = { $count ->
    [0] Nothing waits for you.
    [one] 1 thing waits for an answer.
   *[other] { $count } things wait for an answer.
}
sources-title = Sources
sources-lead = Activities come to the tray from a source: a file you send, or an address that is read as often as you like.
sources-none = There are no sources yet.
source-add = Add a source
source-new-title = New source
source-new-lead = First you see what would come in. Nothing changes before you agree.
source-name = Name of the source
source-name-hint = For example Associations of Lahti. The name is shown on the activity's page.
source-format = Format
source-format-table = Table (CSV or Excel)
source-format-hsds = Open Referral (HSDS)
source-format-ptv = Finnish Service Catalogue (PTV)
source-format-linked-events = Linked Events
source-format-lahella = Lähellä.fi
source-format-ical = Calendar (iCal)
source-reach = Where the data comes from
source-reach-upload = I send a file
source-reach-file = A file at a web address
source-reach-api = An interface that is read page by page
source-address = Address
source-address-hint = Begins with https://. The Finnish Service Catalogue needs none.
source-selection = Municipality or organization
source-selection-hint = Only for the Finnish Service Catalogue: the name of a municipality or the id of an organization.
source-licence = Licence
source-licence-hint = For example CC BY 4.0. It goes along with the data.
source-attribution = Whom to name as the source
source-every = How often it is read
source-every-asked = Only when asked
source-every-hour = Every hour
source-every-day = Every day
source-every-week = Every week
source-files = Files
source-files-hint = You can send several files at once.
source-template = Download a template
source-problem-name = Write a name for the source.
source-problem-long = The name is too long. Write at most 200 characters.
source-problem-taken = There is a source of this name already. Open it from the list or choose another name.
source-problem-format = Choose the format.
source-problem-files = Choose a file to send.
source-problem-every = A file that is sent cannot be read again by itself. Choose “Only when asked”.
source-never-read = The source has not been read yet.
source-next = next { $when }
source-agreed = Agreed
source-not-agreed = Not yet. Try it first and see what would come in.
source-on-its-way = The source is being read. See how far it is.
source-read = Read now
source-try = Try and show the changes
source-send = Send the files
source-runs = Runs
source-questions = { $count ->
    [0] No open questions
    [one] 1 question waits
   *[other] { $count } questions wait
}
source-gone = { $count ->
    [0] Nothing is gone
    [one] 1 record is gone
   *[other] { $count } records are gone
}
source-change = Change the settings of the source
source-save = Save
run-title = Run: { $source }
run-title-dry = Trial: { $source }
run-waiting = waiting
run-running = running
run-done = done
run-failed = did not succeed
run-dry = trial
run-unchanged = the source has not changed
run-unchanged-long = The source has not changed since the last run. Nothing had to be read.
run-counts = new { $added }, changed { $changed }, unchanged { $unchanged }, gone { $gone }, rejected { $rejected }
run-records = { $count ->
    [one] 1 record read
   *[other] { $count } records read
}
run-wait = You can go on with other work. Reading goes on when you close the page.
run-refresh = Refresh
run-nothing-changed = Nothing was changed.
run-no-files = Send a file first. Files that were sent earlier have come in already or are too old.
run-caption = { $count ->
    [one] 1 record was read
   *[other] { $count } records were read
}
run-caption-dry = { $count ->
    [one] 1 record was read. This would happen if you agree.
   *[other] { $count } records were read. This would happen if you agree.
}
run-kind = Kind
run-added = New
run-changed = Changed
run-same = Unchanged
run-gone = Gone
run-agree-text = When you agree, the changes come to the tray and can be found at once. If you do not, nothing changes.
run-agree = Agree and bring in
run-no-difference = Nothing would change: the tray has the same already.
run-differences = Changes ({ $count })
run-not-to-be-approved = Only a trial that is done can be agreed to. Open the source and try again.
import-kind-records = Records
gone-title = Gone: { $source }
gone-lead = The source no longer has these. They are hidden, not destroyed: when the source tells of them again they come back.
gone-none = Nothing is gone.
gone-activity = activity
gone-organization = organizer
questions-title = Questions
questions-lead = These were not understood when sources were read. Nothing was guessed. Say what the word means: the next run uses your answer. Leave it empty and it is not asked about again.
questions-none = Nothing waits for an answer.
questions-places = { $count ->
    [one] in 1 place
   *[other] in { $count } places
}
questions-rejected = the record stayed out
questions-means = What does “{ $value }” mean?
questions-answer = Answer
questions-pass-over = Do not ask about this again
