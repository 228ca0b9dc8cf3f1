# Importing the list of enterprises (python -m bot import)

import-dry = Dry run, nothing was written: { $rows } rows, { $new } new, { $changed } changed, { $same } unchanged, { $bad } with problems. If this is right, run it again with --write.
import-written = Written: { $rows } rows, { $new } new, { $changed } changed, { $same } unchanged; { $bad } with problems were left out.
import-row = Row { $row }: { $what }
import-more = { $count } more problems are not listed. Mend the ones above and run it again.
import-ignored = This column was not used: { $header }
import-bad-file = Rows with problems are in { $file }: mend the yellow cells and import that file.
import-template = An empty list is in { $file }.
import-map-unknown = “{ $given }” is not understood. Write COLUMN=field; the fields are:
import-no-header = There is no column of credit codes. The header has to stand within the first 15 rows; a column with another name is pointed out by --map "COLUMN=credit-code".

# whom to call in an emergency (python -m bot responders)

import-call-dry = Checked, nothing written: { $rows } good rows, { $bad } with problems. Run it again with --write.
import-call-written = Written: { $new } new, { $known } brought up to date; { $rows } good rows, { $bad } with problems left out.
import-call-row = Row { $row }: it needs a kind (team, duty, repair, hospital, expert), a name and a phone number.
import-call-no-header = No header was found. At least the columns kind, name and phone are needed; town, person, skills, lat and lon may stand beside them.
import-call-yaml = Line { $row } cannot be read. In YAML, words with a colon stand in quotes, and a key stands once.
import-call-no-list = There is no list below “responders:”, or more than 5,000 entries. Each has kind, name, phone, and may have town, person, skills, lat, lon.
