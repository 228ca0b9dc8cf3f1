## Anonymous tips

to-tip = 🙈 Anonymous tip
to-tips = 📮 Tips ({ $n } open)
turn-not-kept = I could not handle this one message and have not kept it. Please send it again.

# The reporter

tip-title = 🙈 <b>Anonymous tip</b>
tip-notice = No name is needed. Neither the enterprise nor the supervisors see who you are; their questions reach you through the bot.
    Your account is stored encrypted and apart, only to reach you; it is deleted { $days } days after the result, after { $quiet } days without one, or when you say so. Photos lose their camera data.
    Messages pass Telegram (abroad). Show nothing of yourself in words or photos. In danger call 119, 110 or 120 first.
tip-which = <b>Which enterprise?</b> Send its name, or part of it, or its credit code.
tip-own-enterprise = My own enterprise
tip-about = Enterprise: { $enterprise }{ $known ->
    [yes] {""}
   *[no] { " " }(not found in the register)
}
tip-candidates = These were found; send a number or tap. If it is none of them, report it as “{ $name }” or send another name.
tip-no-candidates = “{ $name }” is not in the register. You can report it by this name, or send another one.
tip-candidate = { $n }. { $enterprise } ({ $town })
tip-as-typed = By this name
tip-what = <b>What is wrong?</b>
tip-what-hint = A few sentences: what it is, when it happens. Photos can be sent right away. What you put aside waits: send /tip to go on.
tip-only-photos = Photos only
tip-where-hint = A few words, such as “switch room, first basement”, or tap below.
tip-cut = At most { $n } characters at a time are kept; please send the rest in another message.
tip-full = A tip has at most { $n } photos; this one was not added.
tip-review = Look it over and send it. Until then more words and photos can follow.
tip-send = ✅ Send it
tip-change-enterprise = Another enterprise
tip-drop-sure = Drop it? What you wrote is forgotten at once.
tip-passage = { $text }
tip-cannot = This cannot be used here and was not kept. { $accepts }
tip-accepts = { $what ->
    [pick] Please tap a button or send a number (JB-…).
    [name] Please send the name of the enterprise.
   *[words] Please send words or photos.
}
tip-received = ✅ Received, number <b>{ $number }</b>
tip-number = 🙈 Tip <b>{ $number }</b>
tip-photos = { $n } { $n ->
    [one] photo
   *[other] photos
}{ $failed ->
    [0] {""}
   *[other] , { $failed } more could not be kept
}
tip-stands = State: { $state ->
    [new] received, no result yet
    [taken] given to the enterprise as a hazard
   *[closed] closed
}
tip-said = { $who ->
    [me] Me: { $text }
    [office] Supervisor: { $text }
   *[reporter] Reporter: { $text }
}
tip-came-of-it = Result: <b>{ $true ->
    [yes] confirmed
   *[no] not confirmed
}</b>
tip-result-prepared = { $result ->
    [ordered] Checked on site; putting it right was ordered.
    [handed] Handed over for enforcement.
    [nothing] Checked on site; what was reported was not found.
   *[elsewhere] Not within our duty; passed on to the authority in charge.
}
tip-label-ordered = Ordered to fix
tip-label-handed = Enforcement
tip-label-nothing = Not found
tip-label-elsewhere = Passed on
tip-code = 🎁 Reward code <b>{ $code }</b>
    Only you can see it. Show it to get the reward, no name needed; please keep it yourself.
tip-how-on = { $asked ->
    [yes] <b>Just answer the question above</b>, in words or photos.
   *[no] To add something just send words or photos.
} Later send /tip { $number } to see how it goes.
tip-added = Added; the supervisors will see it.
tip-no-contact = Forget my account
tip-let-go-sure = Are you sure? The link between your account and { $number } is deleted at once and for good: no questions, no result and no reward code will reach you. The tip is handled all the same.
tip-let-go-yes = Delete the link
tip-over-now = { $said ->
    [let-go] Deleted. The tip is handled all the same, but nobody knows who sent it.
   *[dropped] All right, it is forgotten.
}
tip-own = Your tips:
tip-own-item = { $n }. { $number } { $enterprise } · { $state ->
    [asked] <b>waits for your answer</b>
    [new] received
    [taken] being put right
   *[closed] closed
}
tip-another = Another tip
tip-others = My other tips

# What the relay brings to the reporter

tip-answer = Answer, see how it goes
relay-asked = 🙈 Tip <b>{ $number }</b>, a supervisor asks:
relay-taken = 🙈 Tip <b>{ $number }</b> was given to the enterprise as a hazard.
relay-closed = 🙈 Tip <b>{ $number }</b> is closed, { $true ->
    [yes] <b>confirmed</b>.
   *[no] not confirmed.
}
relay-photo-failed = 🙈 Tip <b>{ $number }</b>: a photo could not be kept: { $reason ->
    [too-big] the file is too large
    [not-an-image] it is no picture
    [unsupported] this format cannot be read
    [too-many-pixels] it has too many pixels
    [broken] the file is broken
    [gone] the platform no longer has it
   *[other] something else went wrong
}. Please send a new one.

# Supervisors

tip-office-title = 📮 <b>Tips</b> ({ $n } open)
tip-office-none = 📮 No tips yet.
tip-office-hint = Send a number to see that one; send a reward code to check it.
tip-office-accepts = Please tap a button, or send a tip's number (JB-…) or a reward code.
tip-office-item = { $n }. { $number } { $enterprise } · { $words } · { $state ->
    [new] new
    [taken] being put right
   *[closed] closed
}{ $answered ->
    [yes] { " " }💬
   *[no] {""}
}
tip-office-card = 📮 <b>Anonymous tip { $number }</b> ({ $day })
tip-office-stands = { $state ->
    [new] Not handled yet
    [taken] Hazard { $hazard } was made of it
   *[closed] { $hazard ->
        [none] Closed
       *[other] Closed, hazard { $hazard }
    }
}
tip-reward = Reward code: { $paid ->
    [yes] paid
   *[no] given to the reporter, not paid yet
}
tip-contact = Reporter: { $contact ->
    [reached] can be asked through the bot
    [blocked] has stopped the bot; questions wait and do not get through now
   *[gone] has deleted the link and cannot be asked
}
tip-do-ask = 💬 Ask
tip-do-take = 🚩 Make a hazard
tip-do-place = 🏢 Which enterprise
tip-do-close = ✅ Close
tip-do-photos = 📷 Photos
tip-do-pay = 🎁 Paid
tip-ask = What do you want to ask the reporter of { $number }? Write one sentence; the bot passes it on. Do not ask for names or posts.{ $contact ->
    [blocked] { " " }The reporter has stopped the bot and sees it once it is opened again.
   *[reached] {""}
}
tip-question-sent = Passed on.
tip-place = { $number } is about “{ $named }”. Please send the enterprise's name or credit code.
tip-placed = It is { $enterprise } now.
tip-photo = { $number } photo { $n }/{ $total }
tip-next-photo = Next
tip-words-for = <b>A hazard of { $number }</b> for { $enterprise }. The reporter's words:
tip-words-warning = Please write to the enterprise in your own words. Copied ones may tell who it was.
tip-words-as-said = As reported
tip-hazard = The enterprise ({ $enterprise }) will see:
tip-hazard-due = To be put right by { $due }
tip-with-place = { $on ->
    [yes] ✅ With the place
   *[no] With the place
}
tip-with-photos = { $on ->
    [yes] ✅ With photos
   *[no] With photos
}
tip-general = General, make it
tip-taken = It is a hazard now; the enterprise has it. The reporter hears of it too.
tip-close = <b>Close { $number }</b>: was it true?
tip-true = Confirmed
tip-untrue = Not confirmed
tip-result = <b>{ $number } { $true ->
    [yes] confirmed
   *[no] not confirmed
}</b>. Write one sentence to the reporter, or tap a prepared one.
tip-closed = Closed; the reporter gets the result.
tip-none-such = There is no such tip, or it is not in your area.
tip-code-unknown = This reward code fits nothing, or nothing in your area.
tip-code-known = The code is good: { $number }, confirmed. { $paid ->
    [yes] <b>It was paid already.</b>
   *[no] Not paid yet.
}
tip-paid = Noted as paid.
open-tip = See this tip
letter-tip = 📮 <b>Anonymous tip { $number }</b>
    Enterprise: { $enterprise ->
    [none] not said
   *[other] { $enterprise }
}{ $known ->
    [yes] {""}
   *[no] { " " }(not found in the register)
}
    { $words ->
    [none] (no words)
   *[other] { $words }
}{ $n ->
    [0] {""}
    [one] { " " }(1 photo)
   *[other] { " " }({ $n } photos)
}
letter-tip-added = 💬 The reporter of <b>{ $number }</b> adds: { $words ->
    [none] (a photo)
   *[other] { $words }
}
letter-tip-hazard = ⚠️ Hazard { $number }: { $what }
    { $enterprise }, entered { $time } by { $person } (source: a tip), to be put right by { $due }.

# When it does not work

tip-no-key = Anonymous tips are not open here. Please call the safety hotline 12350.
tip-empty = Nothing is said yet, and there is no photo.
tip-too-many = You have sent { $n } { $n ->
    [one] tip
   *[other] tips
} today; please come back tomorrow. If it is urgent call 12350, in danger 119, 110 or 120.
tip-added-too-often = You have added something { $n } times today; please come back tomorrow.
tip-gone = There is no such number, or it was not sent from this account.
tip-nobody-there = The reporter has deleted the link and cannot be asked.
tip-not-now = The enterprise cannot be changed any more.
tip-taken-already = It is a hazard already and cannot be made one again.
tip-whose = First say which enterprise it is about.
tip-needs-words = Please write one sentence for the enterprise to read.
tip-needs-result = Please write one sentence for the reporter.
tip-paid-already = Nothing is to be paid for this code: none was given, or it was paid.
tip-over = This tip is closed.
tip-your-own = This tip is your own; a colleague has to deal with it.
