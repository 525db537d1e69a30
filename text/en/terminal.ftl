### What the program says in the terminal.

terminal-serving = The service is open at { $address } (stop: Ctrl+C)
terminal-no-dictionary = The Finnish dictionary was not found: search works, but not as well. Install the Debian package voikko-fi or give --dictionary.
terminal-migrated = The database { $database } is up to date.
terminal-reindexing = Building the search index
terminal-reindexed = { $count ->
    [one] The search index is ready: 1 activity.
   *[other] The search index is ready: { $count } activities.
}
terminal-exporting = Exporting
terminal-exported = { $count ->
    [one] Exported 1 activity to the file { $file }.
   *[other] Exported { $count } activities to the file { $file }.
}
terminal-folder = The folder { $path } cannot be used. Check that it exists and that you may write to it.
terminal-dictionary = There is no Voikko dictionary (mor.vfst) in the folder { $path }.
terminal-demo-files = The files of the demo region were not found in the folder { $path }. Run the command in the program’s own folder or give --files.
terminal-file-missing = There is no file { $path }.
terminal-file-unreadable = The file { $path } cannot be read.
terminal-ending = The file { $path } cannot be written: the format is not known. Use the ending .ndjson, .csv, .xlsx or .zip (HSDS data package).
terminal-export-failed = Writing the file { $path } failed: { $reason }
terminal-port-in-use = Port { $port } is already in use. Close the other program or choose another port, for example --listen 127.0.0.1:8090
terminal-port-forbidden = Port { $port } may not be used without administrator rights. Choose a port with the number 1024 or higher.
terminal-address = The address { $address } cannot be used on this computer.
terminal-index = The search index cannot be opened: { $reason }
terminal-database-newer = The database was made with a newer program (version { $found }, this program knows version { $known }). Update the program. Nothing was changed.
terminal-database-not-writable = The database cannot be written. Check the disk space and the rights of the folder. Nothing was changed.
terminal-database-away = The database does not answer. Check that the server is running and the address is right.
terminal-database-address = The address of the database cannot be read. Write it like this: postgres://user:password@server/database
terminal-database-damaged = The database is damaged, or the file is not a database. Move the file to safety and restore a backup. Nothing was changed.
terminal-database = Opening the database failed: { $reason }
terminal-usage = The command could not be done: { $what }
terminal-usage-command = unknown command { $value }
terminal-usage-option = unknown option { $value }
terminal-usage-missing = { $value } is missing
terminal-usage-value = the value { $value } does not do for { $name }
terminal-usage-help = Help: { $command }
terminal-post = Emails cannot be sent like this. Check --smtp and --mail-from: { $reason }
terminal-randomness = The machine gives no random numbers for the sign-in link: { $reason }

## Help: tarjotin --help

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-after = Begin with:  tarjotin demo
    Then open    http://127.0.0.1:8080 in a browser.

    Every option can also be set in the environment: --data is TARJOTIN_DATA, --listen is TARJOTIN_LISTEN.
    Exit status: 0 all is well, 2 some records were rejected, 1 nothing was done.
help = One tray of everything meaningful an area offers.
help-serve = Run the service: pages for people, open data for programs
help-demo = Fill an empty folder with the invented region of Lahti and run the service
help-migrate = Make the database, or bring an older one up to date
help-import = Bring in organizations and activities from a file or from the network
help-faults = Show the faults readers have reported, or mark them handled
help-needs = Show what people looked for and did not find, and what they wished for
help-calls = Show who asked for a call, or mark them called
help-audit = Check that nobody has changed the log of who has done what
help-reindex = Build the search index anew (the service must not be running)
help-export = Write everything public into a file
help-any-help = Show this help
help-any-version = Show the version
help-any-language = The language of messages: fi, sv, en or selko
help-any-data = The folder with the database and the search index. It is made when it is missing
help-any-database = A PostgreSQL database instead of the file in the folder: postgres://user:password@host/name
help-any-dictionary = The folder with Voikko's dictionary of Finnish. Otherwise the usual places are tried
help-any-no_dictionary = Search without the dictionary even when there is one
help-any-listen = The address and port to listen on
help-any-public_url = The address people see: for links in calendars, posters and data
help-any-behind_proxy = Requests come through a proxy of your own: believe what it tells of where they come from (X-Forwarded-For)
help-any-smtp = The mail server: smtps://user:password@host or smtp://host:587?tls=required. Without it emails stay in the data folder, in a folder called letters
help-any-mail_from = Whom emails come from: "Lahti region tray <tray@example.fi>"
help-any-allow_fetch_from = Servers that sources may be fetched from even inside the own network and from any port, separated by commas: HOST or HOST:PORT. Otherwise only the open network is fetched from
help-demo-files = The folder with the demo region's files
help-demo-fill_only = Fill the folder, do not run the service
help-import-files = The files or web addresses (https://…), in order. The heading line tells what a table holds
help-import-format = How the files are written: csv, xlsx, hsds (Open Referral), ptv (Finnish Service Catalogue), linked-events (Helsinki, Turku, Tampere), lahella (Lähellä.fi) or ical (a calendar)
help-import-source = The name of the source. The same name again updates what came before. Otherwise the first file's name
help-import-licence = The licence the source gives its data under, for example CC BY 4.0
help-import-attribution = Whom to name as the source
help-import-dry_run = Show what would happen. Nothing is changed
help-import-partial = Do not mark as gone what the files do not have
help-import-let_go = Mark missing records gone even when more than half of the source would go
help-import-keep_contacts = Keep names, phones and mail addresses of contact persons. Otherwise they are dropped and counted
help-export-file = The file. Its ending tells the format: .ndjson, .csv, .xlsx or .zip (HSDS data package)
help-faults-handled = Ids of the reports that are handled. The contact detail is deleted at once
help-needs-days = How many days back, 1–730
help-calls-called = The ids of the requests that were answered. Name and number are deleted at once

## Reports of faults: tarjotin faults

faults-waiting = { $count ->
    [0] No reports are waiting.
    [one] 1 report is waiting. When it is done: tarjotin faults --handled ID
   *[other] { $count } reports are waiting. When one is done: tarjotin faults --handled ID
}
faults-handled = { $count ->
    [one] 1 report is marked handled.
   *[other] { $count } reports are marked handled.
}
faults-unknown = There is no report { $id }, or it is handled already.

## What is missing, and whom to call: tarjotin needs, tarjotin calls

needs-missed = { $count ->
    [0] No search has been without a result.
   *[other] Looked for and not found:
}
needs-days = { $count ->
    [one] on one day
   *[other] on { $count } days
}
needs-wishes = { $count ->
    [0] There are no wishes.
   *[other] Wishes:
}
calls-waiting = { $count ->
    [0] Nobody is waiting for a call.
    [one] 1 request is waiting. When you have called: tarjotin calls --called ID
   *[other] { $count } requests are waiting. When you have called: tarjotin calls --called ID
}
calls-called = { $count ->
    [one] 1 request is done and deleted.
   *[other] { $count } requests are done and deleted.
}
calls-unknown = There is no request { $id }, or it is already done.
help-sign-in = Make a link that signs a keeper in once
help-sign-in-name = Whose account; made when it is not there
help-sign-in-public_url = The address people see: the link begins with it

## The log of who has done what: tarjotin audit

audit-whole = { $count ->
    [one] The log is whole: 1 line.
   *[other] The log is whole: { $count } lines.
}
audit-broken = The log has been changed, or lines are missing from it. The first fault is on line { $number }.
