## Papers with a date: certificates of people, licences, special equipment; what is due soon first

to-papers = 🪪 Certificates
to-papers-of = 🪪 Certificates { $n }
papers-title = <b>Certificates</b>: { $n }, what is due soon first
papers-how = Send a photo of the front to enter a new one.
papers-item = { $n }. { $name }{ $person ->
    [none] {""}
   *[other] {" "}· { $person }
}{ $place ->
    [none] {""}
   *[other] {" "}· { $place }
}: { $standing }
paper-line = · { $name }: { $standing }
paper-standing = { $state ->
    [expired] ⛔ expired on { $day }, { $n } days ago
    [overdue] ⛔ was to be { $what ->
        [end] renewed
       *[review] reviewed (inspected)
    } by { $day }, { $n } days ago
    [soon] ⏰ { $what ->
        [end] ends
       *[review] to be reviewed (inspected) by
    } { $day }, { $n } days left
   *[fine] ✅ { $what ->
        [end] ends
       *[review] to be reviewed (inspected) by
    } { $day }
}
paper-undated = no date given
paper-add = ➕ Enter
paper-family-special = Special work
paper-family-manager = Managers
paper-family-operator = Operators
paper-family-licence = Licence
paper-family-equipment = Equipment
paper-ask-family = What is it about?
paper-ask-kind = Which kind?
paper-ask-who = Whose is it: { $name }? Tap one, or write the name.
paper-ask-place = Where is it: { $name }? Write the place, “east shop, no. 2”.
paper-ask-day = { $name }: { $what ->
    [issued] on which day was it <b>issued</b>?
    [end] until which day is it <b>valid</b>?
   *[review] by which day is the <b>next review (inspection)</b>?
}
paper-ask-why = Why is it taken out? One sentence.
paper-who-several = There are several called { $person }: tap one or write the whole name.
paper-who-none = { $person } is not in the roster; add them there first.
paper-no-day = I could not read the date. Please write 2026-11-01.
paper-days-crossed = The dates are out of order: issue, review and end come one after the other.
paper-check = <b>Look it over</b>
paper-check-how = Dates follow from the rule and can be changed. Write the number to note it, send a photo to add it.
paper-was-reviewed = It was to be reviewed in between. Does it bear the stamp of the review?
paper-reviewed-yes = ✅ Reviewed
paper-reviewed-no = ❌ Not yet
paper-save = ✅ Enter
paper-fix-end = ✏️ Change end
paper-fix-review = ✏️ Change review
paper-numbered = Number noted.
paper-photo = Photo received ({ $n }).
paper-saved = Entered. You are reminded 90, 60, 30 and 7 days before.
paper-renewed = Renewed; the old version is kept.
paper-dropped = Taken out; it is kept on record.
paper-why-short = A little more, please.
paper-gone = This paper has been renewed or taken out.
paper-title = <b>{ $name }</b>
paper-name = { $name }
paper-holder = Holder: { $person }
paper-number = Number: { $phone }
paper-day = { $what ->
    [issued] Issued
    [end] Valid until
   *[review] Next review (inspection)
}: { $day }
paper-place = Place: { $place }
paper-photos = { $n ->
    [0] No photo yet
   *[other] Photos: { $n }
}
paper-rests = Basis: { $basis }
paper-photo-waits = The photo is being saved.
paper-photo-missing = No photo yet: just send one.
paper-look = 🖼 Look
paper-renew = 🔄 Renew
paper-drop = 🗑 Take out
paper-accepts = { $at ->
    [who] Please tap a button, or write a name.
    [place] Please write the place, or tap skip.
    [check] Please tap a button; what you write is the number, a photo is added.
    [why] Please write why.
   *[other] Please write a date like 2026-11-01.
}
paper-accepts-photo = Please tap a button, or send a photo of the paper.
letter-paper-photo-failed = The photo of a certificate could not be kept: { $reason ->
    [too-big] the file is too large
    [not-an-image] it is not a photo
    [unsupported] this format cannot be opened
    [too-many-pixels] the picture is too large
    [broken] the file is broken
    [gone] the platform no longer has it
   *[other] something else went wrong
}. Please open the certificate, take it again and send it.
open-paper = 🪪 Open
