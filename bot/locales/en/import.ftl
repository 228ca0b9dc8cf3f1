# Importing the list of enterprises (python -m bot import)

import-dry = Dry run, nothing was written: { $rows } rows, { $new } new, { $changed } changed, { $same } unchanged, { $bad } with problems. If this is right, run it again with --write.
import-written = Written: { $rows } rows, { $new } new, { $changed } changed, { $same } unchanged; { $bad } with problems were left out.
import-row = Row { $row }: { $what }
import-more = { $count } more problems are not listed. Mend the ones above and run it again.
import-new-town = A new town: { $town }. If this is a typing mistake, correct it before you import.
import-ignored = This column was not used: { $header }
import-namesake = { $town } has more than one enterprise named { $name }, with different credit codes. Please check.
import-no-header = No header was found. The list needs at least the columns 企业名称 (name), 统一社会信用代码 (credit code) and 镇街 (town), within the first 15 rows.

import-empty = “{ $column }” is empty.
import-too-long = “{ $column }” is too long, { $most } characters at most.
import-code-length = The credit code { $code } does not have 18 characters.
import-code-characters = The credit code { $code } has characters that do not occur in one (the letters I, O, S, V, Z are not used).
import-code-check = The check character of credit code { $code } is wrong: one character may be mistyped.
import-code-number = The spreadsheet took the credit code { $code } for a number and dropped its last digits. Format the column as text and fill it in again.
import-double = The credit code stands in row { $first } already.
import-colour = “{ $cell }” is not a colour of notices: orange, yellow, blue, white or green; leave it empty to go by the industry.
import-industry = “{ $cell }” is not a known industry and no colour is given, so the colour cannot be found. Change the industry or give the colour.
import-flag = “{ $fact }” says “{ $cell }”; write yes or no.
import-number = “{ $fact }” says “{ $cell }”; write a number only.
import-phone = “{ $column }” is not a mobile number (11 digits).

column-name = Name
column-credit-code = Credit code
column-town = Town
column-grid = Grid
column-department = Department
column-address = Address
column-principal = Principal
column-principal-phone = Principal's phone
column-officer = Safety officer
column-officer-phone = Safety officer's phone

sheet-empty = The file is empty.
sheet-unreadable = The file cannot be opened: check its path and permissions.
sheet-too-big = The file is too large, 20 MB at most. Split it into several.
sheet-too-much = The file grows too large when it is opened and was not read. Save it as a plain xlsx and try again.
sheet-too-many-rows = Too many rows, 50,000 at most. Split the file into several.
sheet-too-many-columns = Too many columns, 100 at most.
sheet-long-cell = Some cells have more than 1,000 characters.
sheet-old-format = This is an old .xls file, or one with a password. Take the password off and save it as .xlsx.
sheet-password = The file has a password. Take it off first.
sheet-not-a-sheet = This is neither an xlsx nor a csv file.
sheet-broken = The file is damaged and cannot be read.

# whom to call in an emergency (python -m bot responders)

import-call-dry = Checked, nothing written: { $rows } good rows, { $bad } with problems. Run it again with --write.
import-call-written = Written: { $new } new, { $known } brought up to date; { $rows } good rows, { $bad } with problems left out.
import-call-row = Row { $row }: it needs a kind (team, duty, repair, hospital, expert), a name and a phone number.
import-call-no-header = No header was found. At least the columns kind, name and phone are needed; town, person, skills, lat and lon may stand beside them.
