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
terminal-ending = The file { $path } cannot be written: the format is not known. Use the ending .ndjson, .csv or .xlsx.
terminal-export-failed = Writing the file { $path } failed: { $reason }
terminal-port-in-use = Port { $port } is already in use. Close the other program or choose another port, for example --listen 127.0.0.1:8090
terminal-port-forbidden = Port { $port } may not be used without administrator rights. Choose a port with the number 1024 or higher.
terminal-address = The address { $address } cannot be used on this computer.
terminal-index = The search index cannot be opened: { $reason }
terminal-database-newer = The database was made with a newer program (version { $found }, this program knows version { $known }). Update the program. Nothing was changed.
terminal-database-not-writable = The database cannot be written. Check the disk space and the rights of the folder. Nothing was changed.
terminal-database-away = The database does not answer. Check that the server is running and the address is right.
terminal-database-address = The address of the database cannot be read. Write it like this: postgres://user:password@server/database
terminal-database = Opening the database failed: { $reason }
