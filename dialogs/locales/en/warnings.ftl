## Warnings and circulars

to-warnings = 📢 Warnings

warning-level = { $level ->
    [red] 🔴 Red
    [orange] 🟠 Orange
    [yellow] 🟡 Yellow
    [blue] 🔵 Blue
   *[circular] 📄 Circular
}
warning-heading = { $stage ->
    [clear] 🟢 <b>{ $title }{ $level ->
        [circular] {""}
       *[other] { $own ->
            [yes] {""}
           *[no] {" "}warning
        }
    }: all clear</b>
   *[other] { $level ->
        [red] 🔴
        [orange] 🟠
        [yellow] 🟡
        [blue] 🔵
       *[circular] 📄
    } <b>{ $title }{ $own ->
        [yes] { $level ->
            [red] {" "}(red)
            [orange] {" "}(orange)
            [yellow] {" "}(yellow)
            [blue] {" "}(blue)
           *[circular] {""}
        }
       *[no] { $level ->
            [red] : red warning
            [orange] : orange warning
            [yellow] : yellow warning
            [blue] : blue warning
           *[circular] {""}
        }
    }</b>{ $stage ->
        [update] {" "}(update)
       *[first] {""}
    }
}
warning-line = { $n }. { $text }
warning-only-line = { $text }
warning-again = ⏰ <b>Nobody of your enterprise has confirmed yet. Once more:</b>
warning-foot = { $enterprise }: sent by { $place }, { $person }, { $time }; valid until { $until }. No. { $number }
warning-foot-clear = { $enterprise }: sent by { $place }, { $person }, { $time }. No. { $number }
warning-confirm = ✅ Confirm received

# senders

warnings-title = 📢 <b>Warnings and circulars</b>
warnings-none = None was sent yet.
warning-new = 📢 Send one
warning-item = { $n }. { $what } { $time } { $place }{ $state ->
    [on] {""}
    [clear] {""}
   *[over] {" "}(over)
}
warning-pick = <b>What is sent?</b> Choose a template, or write it yourself.
warning-own = ✏️ Own words
warning-write = { $follows ->
    [yes] <b>Write the update.</b> One thing a line, { $n } at most.
   *[no] <b>The title in the first line, then one thing a line,</b> { $n } at most: what is to be done now.
}
warning-now = It is now:
warning-accepts = Send text: the title in the first line, then one thing a line.
warning-empty = There is nothing in it. Please write a line.
warning-rewrite = ✏️ Words
warning-audience = 👥 Audience
warning-send = 📢 Send
warning-days = { $n } d
warning-terms = Valid for { $hours } hours. { $night ->
    [yes] Goes out at night too.
   *[no] Kept until the morning at night.
} Who does not confirm: again after { $again }, to others after { $others }, told to the town after { $listed }.
warning-span = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h
}
warning-fact = “{ $label }”: yes
warning-more-facts = or { $n } more of them: yes
warning-everybody = To all enterprises of { $place }
warning-circle = To: { $place }, { $parts }
warning-follows = To whom { $number } went (enterprises: { $n })
warning-reach = Enterprises: { $n }; people who can be written to: { $people }.
warning-reach-silent = In { $silent } of them nobody can be written to: they have to be called.
warning-who = <b>To whom?</b>
warning-by-town = By town
warning-by-industry = By industry
warning-by-colour = By notice colour
warning-by-fact = By facts
warning-by-group = 🗂 Group
warning-all = Everybody
warning-who-done = ✅ Done
warning-choose = { $what ->
    [town] <b>Which town?</b>
    [industry] <b>Which industry?</b>
    [colour] <b>Which notice colour?</b>
   *[fact] <b>Which facts?</b> One of them is enough; several can be chosen.
} A second tap takes it back.
warning-choice = { $n }. { $label }{ $chosen ->
    [yes] {" "}✅
   *[no] {""}
}
warning-sure = <b>One more tap sends it (enterprises: { $n }). It cannot be taken back.</b>
warning-yes = ✅ Send to { $n }
warning-sent = Sent, some at a time (enterprises: { $n }).
warning-nobody = There is no enterprise in this audience. Please change it.
warning-grown = There are { $n } enterprises in the audience now. Please look again.
warning-gone = There is no such warning, or it is not in your area.
warning-over = This one has ended or was updated already.
warning-number = No. { $number }
warning-count = { $confirms ->
    [yes] Enterprises: { $n }; { $posted } sent, { $delivered } delivered, <b>{ $confirmed } confirmed, { $missing } not yet</b>
   *[no] Enterprises: { $n }; { $posted } sent, { $delivered } delivered
}
warning-silent = In { $silent } of them nobody can be written to: they have to be called.
warning-town = { $name }: { $confirmed }/{ $n }
warning-open = 📊 Open
warning-refresh = 🔄 Refresh
warning-fresh = Up to date
warning-text = 📄 Words
warning-to-missing = 📋 Not yet: { $n }
warning-answers = 💬 Answers: { $n }
warning-update = ✏️ Update
warning-clear = 🟢 All clear
warning-standing = Sent by { $place }, { $person }, { $time }{ $follows ->
    [none] {""}
   *[other] , after { $follows }
}. { $ended ->
    [by] Followed by { $by }.
   *[no] { $over ->
        [yes] No longer valid.
       *[no] Valid until { $until }.
    }
}
warning-missing = <b>{ $n } have not confirmed</b>
warning-absent = { $n }. { $enterprise } ({ $town }) { $person } { $phone }, { $step ->
    [silent] nobody can be written to
    [again] sent again
    [others] sent to others
    [listed] told to the town
   *[posted] sent
}
warning-answered = <b>{ $n } have said what they did</b>
warning-said = { $n }. { $enterprise } { $person } { $time }: { $words ->
    [none] all done
   *[other] { $words }
}{ $photos ->
    [0] {""}
   *[other] {" "}({ $photos } photos)
}
warning-to-call = <b>{ $n }</b> in your area have not confirmed. Please call them. No. { $number }

# enterprises

warnings-holding = { $n ->
    [0] 📢 No warning or circular holds now.
   *[other] 📢 <b>Warnings and circulars that hold now</b>
}
warning-mine = { $n }. { $what } (until { $until }) { $confirmed ->
    [yes] ✅ confirmed
   *[no] ⏳ not confirmed
}
warning-confirmed-now = ✅ Confirmed, thank you.
warning-confirmed-by = ✅ { $enterprise }: confirmed by { $person }, { $time }.
warning-no-longer = { $by ->
    [none] No longer valid.
   *[other] Followed by { $by }.
}
warning-answer-hint = You may send a few words or photos of what was done; you need not.
warning-all-done = 👌 All done
warning-done-words = Noted: all done.
warning-answer-kept = Noted; the sender can see it.
warning-your-answer = Done: { $words ->
    [none] all of it
   *[other] { $words }
}
warning-your-photos = { $n } photos
letter-attachment-failed = { $what ->
    [notice] A file
   *[other] A photo
} that you sent could not be kept ({ $what ->
    [warning] answer to a warning
    [notice] file to go with a warning or circular
    [incident] incident report
    [chore] recurring work
    [drill] drill
    [plan] emergency plan
   *[other] supplies
}): { $reason ->
    [too-big] the file is too big
    [not-an-image] it is not an image
    [unsupported] a format that cannot be read
    [too-many-pixels] the image is too big
    [gone] it can no longer be fetched
    [not-a-document] it is no PDF
   *[broken] the image is broken
}. { $what ->
    [notice] Please send another one.
   *[other] Please take another one.
}

## A file with a warning or circular

warning-file = 📎 { $kind ->
    [file] { $name }
   *[photo] one photo
}{ $state ->
    [safe] {""}
    [pending] {" "}(being checked)
   *[failed] {" "}(cannot be taken, please send another)
}
warning-file-may = 📎 One file can go with it: just send a photo or a PDF.
warning-file-received = 📎 Received, it is being checked. Another one takes its place.
warning-file-one = Only one can go with it: please send a single photo or PDF.
warning-file-kind = Only photos and PDFs are taken here.
warning-file-waits = The file is still being checked. Tap again in a few seconds.
warning-file-gone = The file could not be kept. Please send it again, or send none.
warning-no-file = 🗑 No file
warning-file-below = 📎 The file comes below.
warning-see-file = 📎 See the file
warning-file-coming = 📎 The file is on its way to you.
letter-warning-file = 📎 { $name }
    No. { $number }
