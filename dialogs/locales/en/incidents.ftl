## Incidents

to-incident = 🆘 Incident
to-incidents = 🆘 Incidents ({ $n })
open-incident = 🆘 Open
incident-calls = ☎️ <b>Call first: { $calls }</b>
incident-number = { $name } { $number }
incident-what = { $near ->
    [yes] <b>What nearly happened?</b> (a near miss: nobody hurt, nothing happened; kept in the enterprise alone)
   *[no] <b>What happened?</b> Tap, or send a few words or a photo.
}
incident-near = ⚠️ Near miss
incident-real = 🆘 It happened
incident-former = 📋 Former: { $n }
incident-other = Other accident
incident-first = ❗ { $text }
incident-kind = { $near ->
    [yes] ⚠️ Near miss: { $kind }
   *[no] 🆘 <b>{ $kind }</b>
}
incident-people = <b>Is anybody hurt?</b> Several may hold; “Skip” goes on.
incident-harm = { $harm ->
    [nobody] Nobody hurt
    [hurt] Somebody hurt
    [trapped] Trapped
    [missing] Missing
   *[unknown] Not known
}
incident-people-said = People: { $harm }
incident-going = <b>Is it still going on?</b>
incident-goes-on = 🔥 Going on
incident-stopped = ✋ It has stopped
incident-going-said = { $going ->
    [yes] Still going on
   *[no] It has stopped
}
incident-where = <b>Where?</b> A few words: “workshop 2, east end”.
incident-place-said = Place: { $place }
incident-words-said = What is known: { $words }
incident-photos = Photos: { $n }{ $pending ->
    [0] {""}
   *[other] {" "}({ $pending } on their way)
}
incident-review = <b>One look, then report.</b> It need not be complete; more can be added.
incident-send = 🆘 Report now
incident-send-near = ✅ Write it down
incident-skip = ⏭ Skip
incident-words-kept = Noted; it is not reported yet.
incident-photo-kept = Photos so far: { $n }. It is not reported yet.
incident-accepts = Send a few words or a photo, or tap a button.
incident-sent = ✅ Reported: principal, town and district hear of it at once. It does not replace a phone call.
incident-sent-near = ✅ Written down; those in charge of your enterprise see it.
incident-card = 🆘 <b>{ $kind }</b> { $number }
incident-card-near = ⚠️ <b>Near miss: { $kind }</b> { $number }
incident-unit = { $enterprise } ({ $town }) { $address ->
    [none] {""}
   *[other] { $address }
}
incident-by = Reported by { $person }, { $time }{ $phone ->
    [none] {""}
   *[other] , phone { $phone }
}
incident-note = { $time } { $person }: { $what ->
    [seen] seen
    [coming] people are on their way
    [call] { $words ->
        [none] please call me
       *[other] { $words }
    }
    [over] it is over
   *[added] { $words ->
        [none] photos added
       *[other] { $words }
    }
}
incident-clock = ⏱ By law the head of the unit reports to the authority within { $hours } h of hearing of it. Counted from this report: until <b>{ $time }</b>. Basis: { $basis }
incident-hint = { $reader ->
    [office] Answer by a button or a few words; they see it at once.
   *[own] Send what is new: words or photos.
}
incident-added = ✅ Added; those concerned hear of it at once.
incident-answered = ✅ Answered; the enterprise hears of it at once.
incident-seen = 👀 Seen
incident-coming = 🚒 People sent
incident-call = ☎️ Call me
incident-over = ✅ It is over
incident-see-photos = 🖼 Photos: { $n }
incident-photo = 🖼 { $number }: { $n }/{ $total }
incident-next-photo = Next ➡️
incident-gone = There is no such incident, or it is not in your area.
incidents-title = 🆘 <b>Incidents</b> ({ $n })
incidents-near = ⚠️ <b>Near misses</b> ({ $n }): nothing happened; kept apart from incidents
incidents-to-real = 🆘 Incidents
incidents-to-near = ⚠️ Near misses
incident-new = 🆘 Report
incident-item = { $n }. { $kind } { $enterprise } { $time }{ $over ->
    [yes] {""}
   *[no] <b>{" "}(open)</b>
}
letter-incident = 🆘 <b>Incident: { $kind }</b> { $number }
    { $enterprise } ({ $town }) { $place ->
        [none] {""}
       *[other] { $place }
    }
    People: { $nobody ->
        [yes] nobody hurt
       *[no] { $unknown ->
            [yes] not known
           *[no] { $hurt ->
                [yes] somebody hurt{" "}
               *[no] {""}
            }{ $trapped ->
                [yes] trapped{" "}
               *[no] {""}
            }{ $missing ->
                [yes] missing
               *[no] {""}
            }
        }
    }
    { $going ->
        [yes] Still going on.
        [no] It has stopped.
       *[none] Nobody has said whether it goes on.
    } { $words ->
        [none] {""}
       *[other] { $words }
    }
    Reported by { $person }, { $time }
letter-near-miss = ⚠️ Near miss: { $kind } { $number }
    { $enterprise } { $place ->
        [none] {""}
       *[other] { $place }
    }: { $words ->
        [none] no words
       *[other] { $words }
    }
    { $person }, { $time }
letter-incident-added = 🆘 { $enterprise }, { $kind } { $number }: more
    { $person }: { $words ->
        [none] photos: { $n }
       *[other] { $words }
    }
letter-incident-answered = 🆘 { $enterprise }, { $kind } { $number }
    { $person }: { $status ->
        [seen] seen
        [coming] people are on their way
        [over] it is over
       *[call] { $words ->
            [none] please call me
           *[other] { $words }
        }
    }
