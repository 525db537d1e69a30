### Import: what happened, and what in the file was no good. $value is what stood in the file.

## Summary
import-dry-run = This was a trial. Nothing was saved.
import-read = { $count ->
    [one] One record was read from the source “{ $source }”.
   *[other] { $count } records were read from the source “{ $source }”.
  }
import-counts = { $kind }: new { $added }, changed { $changed }, unchanged { $unchanged }, gone { $gone }.
import-kind-activities = Activities
import-kind-organizations = Organizations
import-kind-places = Places
import-kind-terms = Classifications
import-kind-settings = Settings
import-repeats = { $count ->
    [one] One record was a repeat. The first was taken.
   *[other] { $count } records were repeats. The first of each was taken.
  }
import-dropped-contacts = { $count ->
    [one] The contact details of one person were left out.
   *[other] Contact details of persons were left out { $count } times.
  }
import-rejected = { $count ->
    [one] One record was rejected.
   *[other] { $count } records were rejected.
  }
import-held-back-incomplete = { $count ->
    [one] One record was missing. It was not marked as gone, because not everything could be read.
   *[other] { $count } records were missing. They were not marked as gone, because not everything could be read.
  }
import-held-back-nothing-good = { $count ->
    [one] The source has had one record. It was not marked as gone, because there was not one good record in the file.
   *[other] The source has had { $count } records. They were not marked as gone, because there was not one good record in the file.
  }
import-held-back-over-half = { $count ->
    [one] One record was missing, which is more than half of what the source has had. Nothing was marked as gone. Check that the file is whole.
   *[other] { $count } records were missing, which is more than half of what the source has had. Nothing was marked as gone. Check that the file is whole.
  }
import-difference-added = + { $name }
import-difference-changed = ~ { $name }
import-difference-gone = − { $name }
import-list-files = These files, or the rest of them, could not be read ({ $count }):
import-list-rejected = These were rejected. Put them right in the file and import it again ({ $count }):
import-list-questions = These wait for someone to look at them. Everything else came in ({ $count }):
import-list-notes = Good to know ({ $count }):
import-list-more = … and { $count } more.
import-at-line = { $file }, line { $line }
import-at-sheet-line = { $file }, sheet { $sheet }, line { $line }

## Progress
import-reading = Importing
import-progress = { $count ->
    [one] One record read, { $percent } % of the files.
   *[other] { $count } records read, { $percent } % of the files.
  }
import-failed = The import stopped: { $error } What has come in so far is saved. When you start the import again, it goes on from there.

## Files
import-file-unreadable = The file cannot be opened: { $value }
import-file-too-large = The file is too large. It may have at most { $value } bytes.
import-file-empty = The file is empty.
import-not-a-table = The file is not a table. Choose a CSV file or a spreadsheet (.xlsx or .ods).
import-other-spreadsheet = This kind of spreadsheet cannot be read. Save it as .xlsx or CSV.
import-protected = The file has a password. Save it without one.
import-no-headings = The file has no row of headings.
import-table-too-large = There is too much in the table. Split the file or shorten the texts.
import-damaged = The file cannot be read from here on. Check the quotation marks.
import-unknown-table = The headings are not those of an import table: { $value }
import-missing-column = A required column is missing: { $value }
import-unknown-column = The column “{ $value }” is not known. It was not read.
import-column-twice = The column “{ $value }” is there twice. The first was read.
import-extra-cells = The row has more cells than there are headings. Put quotation marks round a text with a semicolon in it.
import-not-json = From here on the file is not valid JSON.
import-too-deep = The record is nested too deeply.
import-record-too-large = A record is too large. It may have at most { $value } bytes.
import-time-over = Reading took too long and was stopped.
import-not-hsds = This is not HSDS data: { $value }
import-not-ptv = This is not data of the Finnish Service Catalogue (PTV): { $value }
import-not-ical = This cannot be read as a calendar: { $value }
import-not-lahella = This is not an activity of Lähellä.fi: { $value }
import-not-linked-events = This is not Linked Events data: { $value }
import-over = The event is already over: { $value }
import-pages-missing = The source says there are more pages than there are files: { $value }. What is missing was not marked as gone.

## Records
import-repeat = The id “{ $value }” has been read already. The first one holds.
import-of-another-source = The id “{ $value }” is in the service already, from another source. It was not changed.
import-organization-made = There was no organization “{ $value }”. It was added.
import-missing-name = The name is missing.
import-missing-id = The id is missing.
import-missing-organization = The organization is missing.
import-ambiguous-organization = Several organizations are called “{ $value }”. Use the id.
import-unknown-organization = The organization { $value } was not found. The activity was put down as the source’s own.
import-identity-code = There is a personal identity code in the text ({ $value }). Take it out. Identity codes are not kept.
import-required = Something required is missing.
import-wrong-type = The value is of the wrong kind: { $value }
import-too-long = The text is too long. { $value } characters of it were taken.
import-too-many = The list is too long. The first { $value } were taken.
import-unknown-label = The label “{ $value }” is not in the list.
import-missing-kind = The kind is missing. It became Support and advice.
import-unknown-language = The language “{ $value }” is not known.
import-unknown-target-group = The target group “{ $value }” is not known.
import-unknown-municipality = The municipality “{ $value }” is not known.
import-unknown-postal-code = The postal code “{ $value }” is not known.
import-unknown-place = The place { $value } was not found.
import-unknown-activity = The activity “{ $value }” was not found.
import-unknown-term = The classification { $value } was not found.
import-unknown-setting = There is no setting “{ $value }”.
import-outside-finland = The point { $value } is not in Finland. Have latitude and longitude changed places?
import-half-point = Only one of the coordinates is given: { $value }
import-latitude = The latitude must be a number from −90 to 90: { $value }
import-longitude = The longitude must be a number from −180 to 180: { $value }
import-uuid = The id is not a UUID: { $value }
import-email = This is not an email address: { $value }
import-uri = This is not a web address: { $value }
import-phone = This is not a phone number: { $value }
import-date = This is not a day: { $value }
import-future-date = This day is still to come: { $value }
import-date-time = This is not a moment in time: { $value }
import-time = This is not a time of day: { $value }
import-number = This number will not do: { $value }
import-age = This is not an age: { $value }
import-age-order = The lowest age is higher than the highest: { $value }
import-hours = These are not hours a week: { $value }
import-step = The step must be a number from 1 to 5: { $value }
import-business-id = This is not a Finnish business id: { $value }
import-not-allowed = The value is not one of those allowed: { $value }
import-schedule = The time was not understood: { $value }

## The template to fill in
import-template-activities = Activities
import-template-organizations = Organizations
import-template-guide = Guide
import-template-column = Column
import-template-what = What to write
import-template-labels = Labels allowed
import-guide-tunnus = A short id that does not change. Small letters a–z, digits and hyphens. A row with the same id updates the earlier one.
import-guide-jarjestaja = The id or the name of the organization. Required. An unknown organization is added by that name.
import-guide-nimi = Required. Other languages in columns of their own, such as nimi (sv), nimi (en), nimi (selko).
import-guide-laji = One label.
import-guide-askel = A number from 1 to 5: 1 open activity, 2 group, 3 course or card, 4 employment service, 5 work or studies.
import-guide-lyhyesti = One sentence: what one does there.
import-guide-kuvaus = A few short sentences.
import-guide-millaista-siella-on = How many people, how much noise, what happens the first time.
import-guide-nain-paaset-mukaan = What to do step by step, each step on a line of its own in the cell.
import-guide-vastaanotto = Who welcomes people. Write the role, not the name: “A leader comes to the door.”
import-guide-kynnys = Labels with commas between them.
import-guide-kiinnostukset = Labels with commas between them.
import-guide-elamantilanteet = Labels with commas between them.
import-guide-kohderyhmat = Codes or names of target groups of the Finnish Service Catalogue, commas between them. Usually empty.
import-guide-kielet = Languages one gets by with, commas between them.
import-guide-hinta = maksuton (free), 5 €, 2–5 €, 10 €/kk or vapaaehtoinen maksu (donation). More after a comma: 3 €, materials included.
import-guide-ryhman-koko = The most people at a time.
import-guide-tunteja-viikossa = For jobs: 20 or 10–20.
import-guide-tukimuoto = For jobs one label.
import-guide-leveysaste = WGS84, such as 60.9827. When empty, the point comes from the postal code.
import-guide-sijainnin-julkisuus = julkinen (public), vain alue (area only) or piilotettu (hidden). Empty is public.
import-guide-ajat = In Finnish: ti 10–13, ma–pe 9–15, joka toinen to 17–19 alkaen 8.10.2026, kuukauden 1. la 11–14 or 24.11.2026 17–19. Several times: a slash between them. The word auki first means opening hours.
import-guide-poikkeukset = ei 24.12.2026, ei 24.12.2026–6.1.2027, peruttu 1.12.2026 or 8.12.2026 siirtyy 9.12.2026 10–13. A slash between them.
import-guide-ilmoittautuminen = A web address or a sentence. Empty when there is no need to sign up.
import-guide-mita-taman-jalkeen = Ids of other activities, commas between them.
import-guide-vaihtoehdot = Ids of other activities, commas between them. They are offered when this one is full or paused.
import-guide-hakusanat = Words people would search with, commas between them.
import-guide-tarkistettu = The day the facts were checked: 12.3.2026 or tänään (today).
