# One's own personal data: seeing, correcting, erasing

privacy-kept = 📄 What is kept
privacy-fix = ✏️ Correct
privacy-erase = 🗑 Ask to erase
kept-title = <b>What is kept about you</b>
kept-class = <b>{ $title }</b> ({ $n })
    For: { $purpose }. Kept { $kept }.
kept-file = 📎 As a file
kept-file-comes = The table is being made and comes as soon as it is ready. It holds your own data only.
kept-seen = 👁 Who saw it: { $n }
seen-title = { $n ->
    [0] Nobody else has seen your phone or your papers' numbers.
   *[other] <b>Who saw your data</b>: { $n } times
}
privacy-fix-title = <b>Correct</b>
    Name: { $person } (it follows your Telegram name: change it there and it changes here)
    { $phone ->
        [none] Phone: none is kept
       *[other] Phone: { $phone }
    }
    Name, post and phone on the enterprise's roster are kept by its safety officer and the town; ask them.
privacy-phone = 📱 New number
privacy-phone-how = Tap "Send my number" below to correct it with your present number.
phone-corrected = The number is corrected.
erase-what = <b>Asking to have personal data erased</b>
    Goes: account, name, phone, drafts, messages written to you; all your seats end.
erase-stays = Stays by law: records of checks, hazards, training, exams, commitments and statistics, with a number in your place; commitments and statistics that you signed keep the signer's name in their text; what you wrote beside the point stands in the sealed record and is not erased by itself. The seals still verify.
erase-who = Somebody else of the town or district has to approve; usually within three days.
erase-yes = 🗑 Ask for it
erase-asked = Sent. You will hear what comes of it.
erase-waits = Your request waits for somebody else's approval, good until { $until }.
erase-drop = ↩️ Keep my data
erase-taken-back = The request is taken back.
erase-running = Your request waits already.
erase-no-seat = You have joined no enterprise. "Withdraw" clears your name and number.
export-personal-item = { $what ->
    [account] Account, name, language
    [phone] Phone
    [seats] Workplace and role
    [records] What you did
    [photos] Photos and files
   *[audits] Who saw it
}
