## Consent, invitation, joining

welcome = Hello, this is Anwen. I help your enterprise with safety self-checks and keep its hazards in order.
notice = { $text }
notice-version = Notice version { $version }. Before you agree, I keep nothing about you.
agree = Agree and go on
disagree = I do not agree
language-other = 🌐 中文
consent-needed = That is fine. Without your consent I keep nothing, so we cannot begin. Tap “Agree and go on” when you are ready.
how-to-join = You have not joined an enterprise yet. Please open the invitation link that your enterprise or town sent you, or send the link to me. If you have none, ask your principal or your town.
look-again = 🔄 Look again
invitation-invalid = This invitation cannot be used. Please ask whoever sent it for a new one.
contact-please = You are invited to join <b>{ $place }</b> as { $role }.
    Please tap “Send my number” below, so that we know it is you.
share-contact = 📱 Send my number
contact-not-own = This is not your own contact card. Please tap the button below to send your own number.
joined = You have joined { $place } as { $role }.
join-asked = Your number is not on the list of { $place }, so a supervisor was asked to confirm. You will hear at once.
waiting = A supervisor still has to confirm that you join { $place }. You will hear at once.
help-text = { $reader ->
    [supervisor] I can show you the figures of the day, the hazards of your area, and the people who wait to join. Send /digest for today, /hazards for hazards.
    [enterprise] I can take you through a self-check question by question; each tap is saved. Hazards are noted with basis, advice and due date. Stop whenever you like and go on later. To change an answer write “change question 7” or “question 7: no”, or reply to your old message. When you see a hazard, just send a photo with a few words. Send /check to begin, /hazard to report, /hazards for the list, /exam for exams, /menu for the menu, /language for the language.
   *[nobody] Open the invitation link that your enterprise or town sent you to join. Send /privacy to see what I keep.
}
help-danger = In danger, get people out first: fire 119, ambulance 120, police 110.
language-title = Which language?
language-zh = 中文
language-en = English
language-chosen = Fine, English from now on.
language-name = { $language ->
    [zh] Chinese
   *[en] English
}
privacy-title = <b>Privacy and your data</b>
stored = I keep: your name “{ $person }”, your language ({ $language }), the number you sent, and what you fill in.
stored-seat = Seat: { $place }, { $role }.
stored-nothing = You have not agreed yet; I keep nothing about you.
withdraw = Withdraw consent
withdraw-sure = After withdrawing I keep nothing new about you, and you cannot use this service. Submitted self-checks stay on record as the rules require. Withdraw?
withdraw-yes = Yes, withdraw
consent-withdrawn = Your consent is withdrawn. I keep nothing new about you.
seats-title = In which seat do you act now?{ $n ->
    [one] {""}
   *[other] {" "}({ $n } in all)
}
seats-typed = You can also type part of a name.
seats-none = None of your places has “{ $text }” in its name.
seat-item = { $n }. { $place }, { $role }{ $here ->
    [yes] {" "}(now)
   *[no] {""}
}{ $owed ->
    [0] {""}
   *[other] , { $owed } to do
}
seat-chosen = Fine, you now act for { $place }.
