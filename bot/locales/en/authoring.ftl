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
simulate-fact = Learned about the enterprise: { $fact } = { $value }
fact-unknown = There is no fact “{ $name }”. Near: { $near }
fact-derived = “{ $name }” follows from other facts; state those.
fact-number = “{ $name }” is a number, as in { $name }=30; “{ $value }” is none.
fact-flag = “{ $name }” is yes or no, as in { $name }=no; “{ $value }” is neither.
