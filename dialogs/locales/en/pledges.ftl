## Notices and commitments: read item by item, signed by the principal in person

to-pack = 📜 Notice, pledge
pack-title = <b>Notice and commitment · { $name }</b>
pack-progress = { $title }: { $n } / { $total } items read
pack-signed = Signed: { $number } by { $person } on { $day }, valid to { $due }.
pack-all-done = All is read and signed. There is nothing to do.
pack-none-yet = none yet
pack-to-read = To read: { $title }, { $n } items left.
pack-to-sign = { $why ->
    [soon] Ends soon: { $title }, on { $due }; it can be renewed
    [never] To sign: { $title }
    [expired] To sign again: { $title }, it ended on { $due }
    [principal_changed] To sign again: { $title }, because the principal has changed
    [colour_changed] To sign again: { $title }, because the colour has changed
    [text_changed] To sign again: { $title }, because its text has changed
    [major_hazard_confirmed] To sign again: { $title }, because a major hazard was confirmed
    [accident] To sign again: { $title }, because of an accident
   *[moved_or_extended] To sign again: { $title }, because of a move or an extension
}{ $signs ->
    [you] .
   *[principal] ; the principal signs in person.
}
pack-none = There is no notice and no commitment for the colour of your enterprise yet.
read-notice = { $left ->
    [0] 📖 See the notice
   *[other] 📖 Read the notice
}
read-commitment = { $left ->
    [0] 📜 See the pledge
   *[other] 📜 Read the pledge
}
to-sign = ✍️ Sign the commitment
see-pledge = 🧾 Receipt
to-overview = 📋 Notice, pledge

item-heading = { $doc ->
    [notice] Notice
   *[commitment] Commitment
} · item { $n }/{ $total } · { $kind ->
    [duty] a duty
    [ban] not allowed
    [liability] what a breach leads to
    [report] to be reported
    [right] a right
   *[promise] a promise
}
item-text = <b>{ $text }</b>
item-read = ✅ I have read it
item-next = Next item ➡️
item-ours = This item is a rule of this system, not the text of a law.
notice-read = The notice is read, and the time is noted. Now the commitment.
text-read = All read: { $title }. The time is noted.
pledge-changed = The text has changed. Please read the new version; what you read before is on record.
pledge-not-now = It cannot be signed now, or it is signed already.

whole-title = <b>{ $title }</b>
whole-named = { $before }{ $person }{ $after }
whole-item = { $n }. { $text }
whole-version = Text version: { $version }
sign = ✍️ Sign this one
sign-card = The principal of <b>{ $place }</b> signs in person.
    Please tap “Share my number” below, so that I know it is you. To leave, send /menu.
sign-name = <b>Please type your full name and send it.</b>
    As it stands on the list of the enterprise: the name alone, no title.
accepts-name = Please type your full name, or tap a button below.
pledge-other-phone = This number is not the one of the principal on the list. The principal signs from the own account; if the list is wrong, ask your town to correct it.
name-fault = { $fault ->
    [short] “{ $person }” is not a full name. Please type surname and given name.
    [long] “{ $person }” has more than the name on the list. Please type the name alone.
    [one_off] One character of “{ $person }” differs from the list. Please check it and type again.
   *[other] “{ $person }” is not the principal on the list. If the list is wrong, ask your town to correct it.
}
sign-title = <b>Signing: { $title }</b>
sign-promise = I, { $person }, principal of { $place }, have read and promise to keep the { $n } items above; valid to { $due }.
sign-meaning = This confirms a commitment: your number, your name, the times of both taps and the version of the text are kept. It is not a certified electronic signature.
sign-once-more = <b>Only a second tap signs it.</b> Please wait { $n } seconds, look once more, then tap “Confirm”.
sign-wait = Please wait { $n } seconds
sign-again = The two taps were too far apart. Please tap again from here.
promise = ✍️ I promise
sign-now = ✅ Confirm and sign
pledge-unread = Some items are not read yet. Please read them all first.
pledge-name-other = The name differs from the list. Please go back and type it again.
pledge-too-soon = The two taps must be more than 5 seconds and less than a day apart. Please go back and tap again.
pledge-gone = There is no such commitment, or it has been called back already.
pledge-receipt = ✅ <b>Receipt of a commitment { $number }</b>
    { $title }
    Enterprise: { $place }
    Signed: { $person }, { $time }
    All items read: { $read }
    Valid to: { $due }
    Text version: { $version }
    Hash: { $hash }
    To verify: send /verify { $number }
pledge-recalled = { $why ->
    [accident] Because of an accident it has to be signed again.
    [major_hazard_confirmed] Because a major hazard was confirmed it has to be signed again.
   *[moved_or_extended] Because of a move or an extension it has to be signed again.
}
enterprise-gone = There is no such enterprise, or it is not in your area.
colour-not-changed = The colour is not changed: please pick another one and say why.

## The paper of a commitment (A4; it is printed in Chinese)

paper-enterprise = Enterprise
paper-code = Credit code
paper-principal = Principal
paper-phone = Number checked
paper-read = All items read
paper-signed = Confirmed
paper-valid = Valid to
paper-seal = Seal
paper-verify = Scan the code for this command and send it to the bot to verify: /verify { $number }
paper-meaning = This page records a confirmed commitment: the own number checked, the full name typed, two taps more than five seconds apart. It is not a certified electronic signature.
paper-version = Text version { $version } hash { $hash }
paper-pages = Page { $n } of { $total }
letter-paper = Commitment { $number } is signed. This copy is for you to keep.
