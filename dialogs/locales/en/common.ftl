## Days, numbers, buttons that are everywhere

day = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
moment = { $day } { $time }
on-day = { $day }
on-day-of-year = { $day } { $year }
short-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
span-day = { $first }
span-since = since { $first }
span-until = until { $first }
span-days = { $first } to { $last }
number = { $value } { $unit }
clock = { $time }
clock-of-day = { $moment }
minutes-ago = { $n ->
    [0] just now
    [one] a minute ago
   *[other] { $n } minutes ago
}
and-then = { $first }, { $then }
and-beside = { $first } · { $then }
answer-photos = { $n ->
    [one] one photo
   *[other] { $n } photos
}
answer-place = { $named ->
    [yes] { $address },{" "}
   *[no] {""}
}{ $live ->
    [yes] live location
   *[no] location
} { $lat }, { $lon }{ $accuracy ->
    [0] {""}
   *[other] {" "}(within { $accuracy } m)
}
file-type = { $type ->
    [pdf] PDF
    [word] Word
    [excel] Excel
   *[image] image
}
typed = “{ $text }”
chosen = ✅ { $label }
cut-short = (Too long: the rest is not shown)

back = ⬅️ Back
change = ✏️ Change
next = Next ➡️
skip = Skip
more = ❓ More
done = Done
to-menu = 🏠 Menu
leave = No, leave it
item-number = { $n }
page-back = ◀️ Previous
page-on = Next page ▶️

number-less = −1
number-more = +1
today = Today
now = 🕒 Now
yesterday = Yesterday
calendar = 📅 Calendar
year-back = «
month-back = ‹
month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
month-on = ›
year-on = »
weekday = { $weekday ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}
day-number = { $day }
no-day = ·

role = { $role ->
    [principal] principal
    [officer] safety officer
    [worker] worker
    [town] town supervisor
    [department] department supervisor
    [expert] expert
    [grid] grid officer
   *[district] district supervisor
}

## Toasts

toast-stale = This page has been updated
toast-not-yours = This was not sent to you
still-waiting = Still waiting for approval; you will hear at once
no-seat-yet = Your enterprise has not been found yet

## Said everywhere

started-again = This step has changed, so we start again from here. Everything saved before is still there.
cancelled = Stopped. All you filled in is saved; you can go on at any time.
paused = Paused here. All you filled in is saved.
after-outage = The connection was away for a while. All that was saved is still there.
turn-set-aside = I could not handle this one message. It is kept as it is and somebody will look at it. Everything before it is safe; please go on.
screen-closed = (This page is closed, please see the latest one below)
group-private-only = Please talk to me in private; a group must not see your enterprise's affairs.
unknown-command = There is no such command. Please tap a button below, or send /help.
not-allowed = Your present seat does not allow this step.
not-kept = Before you agree, I keep nothing that you send. { $accepts }
kept-text = Your words are noted. { $accepts }
kept-edit = Your change is noted; the saved answers stay as they are.
kept-words = Your words are noted; { $what } is of no use here. { $accepts }
cannot-here = Sorry, { $what } is of no use here. { $accepts }
kind = { $kind ->
    [sticker] a sticker
    [voice] a voice message
    [video] a video
    [video_note] a video
    [animation] an animation
    [audio] an audio file
    [document] a file of this kind
    [location] a location
    [venue] a place
    [contact] a contact card
    [photo] a photo
    [poll] a poll
    [dice] a die
    [story] a story
    [game] a game
   *[other] a message of this kind
}
accepts-buttons = Please tap a button below.
accepts-photo = You can send a photo or write a sentence here, or tap a button below.
accepts-contact = Please tap “Send my number” below.
accepts-invitation = Please open your invitation link, or send it to me.
accepts-answer = { $kind ->
    [number] Please tap a button, or just send a number.
    [date] Please tap a button, or just send a date.
    [time] Please tap a button, or just write the time, for example 8:30.
    [text] Please just write a few words.
    [photo] { $n ->
        [one] Please just send a photo.
       *[other] Please just send { $n } photos.
    }
    [file] Please send a file: { $files }.
    [place] Please send a location, or write the address.
    [code] Please send the code{ $shown ->
        [yes] , for example { $example }
       *[no] .
    }
   *[other] Please tap a button below to answer.
}
