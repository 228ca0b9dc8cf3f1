# The commands of content authors (python -m checklists …)

diff-same = No difference: both are the same text.
diff-count = { $n ->
    [one] 1 change.
   *[other] { $n } changes.
}
diff-no-such = “{ $what }” is no file, no folder and no fingerprint.
diff-not-kept = { $what } is not a kept version (python -m checklists kept --out writes them).
diff-no-fingerprint = No kept version, or more than one, has a fingerprint that starts with { $what }. python -m checklists kept lists them.
kept-version = { $checklist }  { $fingerprint }  shown since { $since }
kept-none = No version has been kept in this database yet.
kept-away = The database cannot be opened: { $why }.

no-checklist = There is no checklist “{ $name }”. There are: { $known }.
no-checklist-guess = There is no checklist “{ $name }”. Did you mean “{ $guess }”? There are: { $known }.
preview-written = { $file } is written ({ $kb } KB). Open it in a browser.
preview-title = Preview of the checklists
preview-switch = Language of the phones
preview-show = { $what ->
    [both] Both
    [zh-CN] 中文
   *[other] English
}
preview-contents = Contents
preview-form = { $id }: { $n } questions, due every { $days } days.
preview-when = Asked only when { $when }.
preview-accept = Fine: { $accept }.
preview-photo = Photo: { $photo }.
preview-unchecked = not held against the official text yet: { $clause }
preview-critical = critical
preview-major = suspected major
preview-na = may not apply
preview-optional = may be skipped
preview-never = no case was found in which it is asked
preview-end = At the end
preview-example = An example: two findings, one question passed over.
preview-kind = { $kind ->
    [yesno] yes / no
    [single] one of several
    [multi] several at once
    [number] number
    [date] date
    [text] text
    [time] time
    [photo] photo
    [file] file
    [place] place
    [code] code
   *[other] { $kind }
}
preview-step = { $at ->
    [ask] The question
    [calendar] The calendar
    [na] Why it does not apply
    [why] Behind “?”
    [sure] Suspected major: is it really so?
    [bad] The hazard card
    [photo] The photo
    [review] The review
    [receipt] The receipt
   *[other] { $at }
}

simulate-how = Type a button's number, or a text. =12 sends 12 as a text, :photo, :file and :place send one, :quit leaves.
simulate-no-button = There is no button { $n }, the screen has { $count }. To send the number as a text, type ={ $n }.
simulate-unknown = There is no :{ $word }. Known: :photo, :file, :place, :place 39.9 116.4, :quit.
simulate-unreadable = { $file } cannot be read: { $why }.
simulate-end = {"="}= Submitted: { $form } ==
simulate-left = {"="}= Left before submission: { $form } ==
simulate-score = Score { $points }: { $passed } of { $asked } passed, { $bad } findings, { $uncounted } not counted for want of a photo.
simulate-finding = { $severity ->
    [major] ‼ suspected major
   *[general] ⚠ finding
} { $id } { $question } { $answer } (due { $due })
simulate-na = ○ { $id } { $question } { $answer }
simulate-fact = Learned about the enterprise: { $fact } = { $value }
fact-unknown = There is no fact “{ $name }”. Near: { $near }
fact-derived = “{ $name }” follows from other facts; state those.
fact-number = “{ $name }” is a number, as in { $name }=30; “{ $value }” is none.
fact-flag = “{ $name }” is yes or no, as in { $name }=no; “{ $value }” is neither.

xls-one = One form at a time (or several with --tally).
xls-no-pyxform = XLSForms are read with pyxform, which is not installed: pip install "anwen[xlsform]"
xls-unreadable = { $file } cannot be read: { $said }
xls-empty = { $file } is empty.
xls-too-big = { $file } is larger than 10 MB; no form is.
xls-too-much = { $file } unpacks to more than a form can be, or takes too long to read.
xls-too-many-rows = { $file } has more rows than a form can have.
xls-too-many-columns = { $file } has more columns than a form can have.
xls-long-cell = { $file } has a cell longer than 20000 characters.
xls-password = { $file } is protected by a password.
xls-not-a-sheet = { $file } is no spreadsheet.
xls-old-format = { $file } is in an old format that is not read.
xls-broken = { $file } is damaged: { $said }
xls-pyxform = pyxform does not take { $file }: { $said }
xls-head = Imported from { $file }. To do before it is published: basis, advice, what is compliant, critical questions.
xls-written = { $file } is written.
xls-taken = { $questions } questions from { $rows } rows; { $recorded } rows ask for what is recorded anyway.
xls-all = Everything came over.
xls-row = ✗ row { $row } { $name }: left out, { $reason }
xls-rule = △ row { $row } { $name }: { $reason }
xls-look = · row { $row } { $name }: { $reason }
xls-todo = Still to do before it can be published:
left-when = asked always, the condition cannot be said: { $reason }
left-type = there is no such kind of question ({ $detail })
left-audio = sound recordings are not taken
left-video = videos are not taken
left-area = lines and areas on the map are not taken
left-unasked-place = a place is only taken when it is shared
left-device = nothing is recorded about the phone ({ $detail })
left-rank = answers cannot be put in order
left-osm = map features are not taken
left-hidden = values that nobody is asked for are not taken
left-other-file = its answers stand in another file or sheet ({ $detail })
left-nested-repeat = a repeat inside a repeat
left-calculation = the calculation cannot be said: { $detail }
left-condition-on-left = it looks at { $detail }, which was left out
left-two-answers = it compares two answers: { $detail }
left-later = it looks at { $detail }, which comes later or nowhere
left-expression = { $detail }
left-function = the function { $detail }
left-never = it never holds
left-no-options = { $detail } has no answers to choose from
left-no-such-answer = there is no such answer: { $detail }
left-answered = whether { $detail } was answered at all
left-constraint = the limit cannot be said and is not checked: { $detail }
left-pattern = the pattern is not understood: { $detail }
left-required-when = required only under a condition; now optional: { $detail }
left-choice-filter = its answers depend on an earlier one; now all are offered
left-label-reference = its text mentions { $detail }, which was left out
left-repeat-count = how often it repeats cannot be said, now one more is asked for each time: { $detail }
left-note-alone = a text without a question it could belong to
left-note-condition = a text shown under a condition, now always behind the “?” of the next question
left-no-label = it has no text; its name stands there
left-look = “{ $detail }” has no place in a chat
left-own-column = the column anwen_{ $detail } is no JSON
tally-form = { $whole ->
    [yes] ✓
   *[no] ✗
} { $file }: { $rows } rows, { $lost } left
tally-refused = – { $file }: not read: { $why }
tally-whole = { $whole } of { $forms } forms that could be read came over whole ({ $share } %), { $plain } of them without even a look lost.
tally-rows = { $left } of { $rows } rows were left out.
tally-not-read = { $n } files were not read: { $why }
tally-reason = { $n } times in { $forms } forms, { $weight ->
    [row] row left out
    [rule] rule lost
   *[look] look lost
}: { $reason }
xls-exported = { $file } is written, { $rows } rows.
