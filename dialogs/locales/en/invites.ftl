## Printed invitations

to-sheets = 🖨 Invitations
sheets-heading = <b>🖨 Print invitations</b>
sheets-wanted = { $n ->
    [0] { $place }: { $role ->
        [principal] every enterprise has its principal, no cards are needed.
       *[other] somebody has joined for every enterprise, no cards are needed.
    }
   *[other] { $place }: { $role ->
        [principal] <b>{ $n }</b> without a principal (who alone can sign the commitment).
        [both] <b>{ $n }</b> people are missing: an officer where nobody answers, a principal where there is none.
       *[other] <b>{ $n }</b> for which nobody has joined yet.
    }
}
way-invite = 🖨 Invitation
sheets-what = One card an enterprise, with its name and the role; the code on it lets one person in. Valid for { $days } days, each once. A phone that is not on the list still waits for your approval.
sheets-officer = For the officer
sheets-principal = For the principal
sheets-both = For both
sheets-print = 🖨 Print { $n }
sheets-town = Choose a town
sheets-all = The whole district
sheets-end = End unused cards
sheets-end-yes = End them
sheets-which = Which town? Tap a number, or type its name.
sheets-no-town = There is no such town, or more than one.
sheets-item = { $n }. { $town }
sheets-told = { $state ->
    [waiting] Cards asked for { $time } are being made.
    [dropped] Cards asked for { $time } could not be made.
    [revoked] { $time }: { $n } printed, { $used } used, the rest ended.
   *[kept] { $time }: { $n } printed, { $used } used.
}
sheets-sure = The { $n } cards that nobody has used end; who has joined stays. This cannot be undone, but cards can be printed anew.
sheets-ended = { $n } unused cards have ended.
sheets-begun = { $n } cards are being made and will be sent to you. The file holds the codes: print it, do not forward it.
sheets-none = Somebody has joined for every enterprise here, there is nothing to print.
sheets-many = At most { $most } cards at a time, these are { $n }. Choose a town and print in several goes.
sheets-running = The last cards are still being made; print again once they have arrived.
sheets-gone = These cards are used up, expired or ended.
sheets-failed = The cards could not be made. Please try again in a while.
sheets-letter = 🖨 { $n } invitations, valid until { $time }. Print on A4 and cut along the dashed lines. The codes stand in this file only: do not forward it.

## On the cards

sheets-title = Anwen invitations
sheets-product = Anwen · safety self-checks
sheets-step = { $n ->
    [1] 1. Open Telegram, scan the code on the left, tap “Start”.
   *[2] 2. Tap “I agree”, share your phone number, and begin.
}
sheets-until = Valid until { $time }, once. When it has expired, ask your town for another one.
sheets-pages = page { $n } of { $total }
