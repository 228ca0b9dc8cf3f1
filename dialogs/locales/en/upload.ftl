# Importing lists of enterprises (/import, python -m bot import)

to-import = 📥 Import a list

upload-heading =
    📥 <b>Import enterprises</b>
    Send an xlsx or csv file here: one enterprise a row, matched by its credit code.
    You see what would happen first. Nothing changes until you say so.
upload-heading-town = Only enterprises of your own town; the column “town” may stay empty.
upload-recent = Lately:
upload-recent-one = { $n }. { $name }  { $sent }  { $state ->
    [reading] ⏳ being read
    [ready] 👀 waits for you
    [writing] ⏳ being written
    [written] ✅ written
    [stopped] ⚠️ stopped half-way
    [refused] ⚠️ cannot be used
   *[other] cancelled
 }
upload-template = 📄 Empty template
upload-accepts = Send an xlsx or csv file, or tap a button below.
upload-accepts-field = Type the name of a field, “staff” for example, or tap a button below.

upload-reading = ⏳ Reading <b>{ $name }</b>; this takes a few seconds. The result appears here.
upload-read = 📥 { $name } was read: { $new } new, { $changed } changed, { $bad } rows with problems. Nothing is written yet.
upload-not-read = ⚠️ { $name } cannot be used: { $why }
upload-open = 👀 Look
upload-look = 🔄 Ready yet?
upload-refused = ⚠️ <b>{ $name }</b> was not read.
upload-send-again = Mend it and send the file again.

upload-ready = 📥 <b>{ $name }</b> ({ $rows } rows, nothing written yet)
upload-counts = <b>{ $new }</b> new, <b>{ $changed }</b> changed, { $same } unchanged, rows with problems: <b>{ $bad }</b>.
upload-no-rows = There is no enterprise below the header.
upload-no-code = No column of credit codes was recognised. Tap “Columns” and point it out.
upload-columns-understood = { $n } columns understood: { $names }
upload-columns-unknown = ❔ { $n ->
    [one] One column
   *[other] { $n } columns
 } not recognised, left out: { $names }
upload-columns-remembered = The columns are as you named them last time; you can change that.
upload-more-names = …
upload-both = { $a }, { $b }
upload-nothing-to-write = Nothing to write: the list says what the ledger says, or every row has a problem.
upload-bad-first = The first problems:
upload-row = Row { $row }: { $what }
upload-note = ℹ️ { $what }
upload-write = ✅ Write { $n }
upload-map = 🔧 Columns
upload-bad-rows = 📄 Bad rows ({ $n })
upload-try = 🔄 Try again
upload-drop = 🗑 Cancel
upload-dropped = Cancelled. Nothing was written.
upload-file-coming = The file is on its way.

upload-sure =
    Write <b>{ $name }</b>?
    <b>{ $new }</b> new, <b>{ $changed }</b> changed. Changes replace what the ledger has now; empty cells leave it alone.
upload-sure-bad = { $bad ->
    [one] The row with problems is
   *[other] The { $bad } rows with problems are
 } left out; mend and send later.
upload-sure-yes = ✅ Yes, write
upload-changed-since = The list was checked again meanwhile. Please look once more.

upload-writing =
    ⏳ Writing <b>{ $name }</b>: { $done } of { $total } rows.
    No need to wait here, you will be told.
upload-written =
    ✅ <b>{ $name }</b> is written: { $new } new, { $changed } changed, { $same } unchanged.
upload-left-out = { $bad ->
    [one] One row was
   *[other] { $bad } rows were
 } left out. Get the file “Bad rows”, mend it and send it back: only those are imported.
upload-written-next = Next: invite the new enterprises, so that their principals and safety officers can come in.
upload-stopped =
    ⚠️ <b>{ $name }</b> stopped at row { $done } of { $total }.
    { $why }
    What is written stays. Send the same file again to go on; nothing is entered twice.
upload-is-dropped = 🗑 <b>{ $name }</b> was cancelled, nothing was written.
upload-to-list = ⬅️ Imports

upload-columns-title = <b>What each column means</b> (tap a number to change it)
upload-column-row = { $n }. { $label } → { $field }{ $how ->
    [hand] {" "}(by hand)
   *[other] {""}
 }
upload-unused = left out
upload-unknown = ❔ not recognised
upload-column-title = What is the column “<b>{ $label }</b>”?
upload-column-now = Now: { $field }
upload-column-hint = Tap one, or type what you look for, “gas” for example.
upload-column-none = There is no field called “{ $text }”.
upload-group-who = 🏢 Name, address
upload-group-watched = 🗂 Industry, state
upload-group-people = 👤 People, phones
upload-group-facts = 📋 Facts
upload-skip = 🚫 Leave it out
upload-mapped = ✅ { $label } → { $field }
upload-field-row = { $n }. { $field }

upload-field-name = Name
upload-field-code = Credit code
upload-field-district = District
upload-field-town = Town
upload-field-grid = Grid
upload-field-department = Department
upload-field-industry = Industry
upload-field-colour = Notice colour
upload-field-address = Address
upload-field-activity = State of production
upload-field-principal = Principal
upload-field-principal-phone = Principal's phone
upload-field-officer = Safety officer
upload-field-officer-phone = Safety officer's phone

upload-bad-empty = “{ $field }” is empty.
upload-bad-too-long = “{ $field }” is too long, { $most } characters at most.
upload-bad-formula = “{ $field }” says “{ $cell }”, which looks like a formula and is not taken. Write it as text.
upload-bad-clear = “{ $field }” cannot be cleared, only changed.
upload-bad-code-length = The credit code { $code } does not have 18 characters.
upload-bad-code-characters = The credit code { $code } has characters that do not occur in one (the letters I, O, S, V, Z are not used).
upload-bad-code-check = The check character of credit code { $code } is wrong: one character may be mistyped.
upload-bad-code-number = The spreadsheet took the credit code { $code } for a number and dropped its last digits. Format the column as text and fill it in again.
upload-bad-double = The credit code stands in row { $first } already.
upload-bad-colour = “{ $cell }” is not a colour of notices: orange, yellow, blue, white or green; leave it empty to go by the industry.
upload-bad-industry = “{ $cell }” is not a known industry and no colour is given, so the colour cannot be found. Change the industry or give the colour.
upload-bad-activity = “{ $cell }” is not a state of production: write producing, stopped, resumed or closed.
upload-bad-flag = “{ $fact }” says “{ $cell }”; write yes or no.
upload-bad-number = “{ $fact }” says “{ $cell }”; write a number only.
upload-bad-phone = “{ $field }” is not a mobile number (11 digits).
upload-bad-phone-number = The spreadsheet took “{ $field }” for a number and dropped its last digits. Format the column as text and fill it in again.
upload-bad-others = This enterprise belongs to another town: you cannot change it. The district can move it to you.
upload-bad-other-town = The town is “{ $town }”; you can import enterprises of { $own } only.

upload-note-new-town = A new town: { $town }. If this is a typing mistake, correct it before you import.
upload-note-namesake = { $town } has more than one enterprise named { $name }, with different credit codes. Please check.
upload-note-hidden = A hidden sheet was not read: { $sheet }

upload-refused-empty = The file is empty.
upload-refused-unreadable = The file cannot be opened: check its path and permissions.
upload-refused-too-big = The file is too large, 20 MB at most. Split it into several.
upload-refused-too-much = The file grows too large when it is opened and was not read. Save it as a plain xlsx and try again.
upload-refused-too-many-rows = Too many rows, 50,000 at most. Split the file into several.
upload-refused-too-many-columns = Too many columns, 100 at most. Take out the empty ones and those that are not needed.
upload-refused-long-cell = Some cells have more than 1,000 characters. Shorten them.
upload-refused-old-format = This is an old .xls file, or one with a password. Take the password off and save it as .xlsx.
upload-refused-password = The file has a password. Take it off first.
upload-refused-not-a-sheet = This is neither an xlsx nor a csv file.
upload-refused-broken = The file is damaged and cannot be read. Save it anew.
upload-refused-macros = The file has macros and was not read. Save it as .xlsx without them.
upload-refused-links = The file has formulas that point to other files and was not read. Break the links, or save it as csv.
upload-refused-embedded = The file has other files inside it and was not read. Take them out, or save it as csv.
upload-refused-nothing = There is no table in the file.
upload-refused-fetching = The file could not be fetched, perhaps because of the network. Send it again.
upload-refused-gone = The file is not there any more. Send it again.
upload-refused-seat = You do not hold that seat any more, so it was not gone on with.

upload-running = Your last list is still being written. Send the next one afterwards.
upload-gone = This list has been dealt with. Look at the newest one.
upload-file-running = Your last file is still being made, one moment.
upload-rows-name = Bad rows
upload-rows-problem = Problem
upload-rows-about = About
upload-rows-how = Mend the yellow cells and send this file back as it is: only these rows are imported. The last column “Problem” may stay.
upload-rows-sent = 📄 Bad rows of { $name }: { $n }. Mend the yellow cells and send the file back.
upload-rows-none = This list has no bad rows any more.
upload-template-name = Enterprises
upload-template-sent = 📄 An empty list. One enterprise a row; fill it in and send it back. New enterprises need what is marked with *.
upload-file-failed = The file was not made. Tap again in a moment.
upload-help-title = How to fill it in
upload-help-needed = A new enterprise needs its name, credit code and town; a known one only its credit code and what is to change.
upload-help-empty = An empty cell leaves what the ledger has. To take something away, write “clear”.
upload-help-code = The credit code has 18 characters; keep the column as text.
upload-help-colour = The colour may stay empty, it follows from the industry; or write orange, yellow, blue, white or green.
upload-help-industry = Industries: { $names }
upload-help-activity = State of production: producing, stopped, resumed or closed.
upload-help-flag = Questions are answered with yes or no.
upload-label = { $label }
upload-between = ;{" "}
