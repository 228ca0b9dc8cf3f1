## Interviews: who, why, what was agreed, when it is looked at again

to-interviews = 🗣 Interviews
way-interview = 🗣 New interview
interviews-title = { $n ->
    [0] There are no interviews yet.
   *[other] <b>Interviews</b>: { $n }
}
interviews-item = { $n }. { $enterprise }, held { $held }, { $state ->
    [held] not confirmed yet, again { $again }
    [objected] objected to, again { $again }
    [confirmed] again { $again }
    [due] ⏰ to be looked at again ({ $again })
   *[done] looked at again
}
interview-new = ➕ New interview
interview-who = <b>Whom did you speak with?</b>
interview-person = { $n }. { $person } ({ $role })
interview-why = <b>Why?</b> Tap one, or write it.
interview-why-major = Major hazard open
interview-why-overdue = Hazards overdue
interview-why-incident = An incident
interview-why-unsubmitted = No self-checks
interview-why-breach = Commitment broken
interview-what = <b>What was agreed?</b> Write a sentence: what is done, and by whom.
interview-day = <b>When is it looked at again?</b> Tap one, or write a date.
interview-in = In { $n } days
interview-sure = <b>{ $enterprise }</b>: interview with { $person }
interview-sure-next = It goes to them to confirm; confirmed by both it is sealed.
interview-yes = ✅ Write down
interview-said = Written down; { $person } is asked to confirm it.
interview-reason = Reason: { $reason ->
    [major] a major hazard is not put right
    [overdue] hazards are overdue
    [incident] an incident
    [unsubmitted] self-checks are never handed in
    [breach] the commitment was broken
   *[other] { $reason }
}
interview-measures = Agreed: { $measures }
interview-again = Again: { $day }
interview-card = <b>{ $number }</b> { $enterprise } ({ $town })
interview-met = { $day }, { $officer } with { $person }
interview-stands = { $state ->
    [held] ⏳ { $person } has not confirmed yet
    [objected] ✋ { $person } objects
    [confirmed] ✅ Confirmed by both
    [due] ⏰ The day to look again has come
   *[done] ✅ Looked at again
}
interview-objection = Objection: “{ $words }”
interview-outcome = What had become of it: { $outcome ->
    [kept] all of it was done
    [partly] some of it was done
    [broken] nothing was done
   *[other] { $outcome }
}
interview-confirm = ✅ It is right
interview-object = ✋ Object
interview-look = 🔎 Look again
interview-object-ask = <b>What is not right?</b> Write it to me. The record stays, with your words below.
interview-outcome-ask = <b>What had become of it?</b> Tap one, or write it.
interview-kept = All done
interview-partly = Some done
interview-broken = Nothing done
interview-confirmed = Confirmed, number { $number }; /verify { $number } checks it.
interview-objected = Your words stand below the record and are seen.
interview-done = What had become of it is written down.
interview-empty = Please write a little more.
interview-day-wrong = Please choose a day after today, within a year.
interview-nobody = No principal or officer of this enterprise has joined yet; invite them first.
interview-gone = There is no such interview, or it is not yours to read.
interview-over = This interview has changed; please look at it as it stands.
open-interview = 🗣 Open the interview
letter-interview = 🗣 { $officer } wrote down the interview with you ({ $enterprise }), looked at again { $day }. Please read it and confirm if it is right.
letter-interview-answered = { $confirmed ->
    [yes] ✅ { $enterprise } confirmed interview { $number }.
   *[no] ✋ { $enterprise } objects to interview { $number }; please look.
}
letter-interview-again = ⏰ { $enterprise }: interview { $number } is looked at again today. Was it done?
letter-interview-today = ⏰ { $enterprise }: what was agreed in the interview is looked at today ({ $number }).
letter-interview-done = 🗣 { $enterprise }: interview { $number } was looked at again; the result stands in the record.
