## What speaks for photos of what was put right

proof-write = 🔤 Please write today's word “{ $word }” on paper and have it in the picture.
proof-place = { $sent ->
    [yes] 📍 Your place has come in.
   *[no] 📍 Please send where you are from the site: tap 📎, then Location.
}
proof-place-in = 📍 Received; it stays with the photos.
proof-arrived = 🕒 Received { $time }{ $spot }
proof-nowhere = { $asked ->
    [yes] {" "}· 📍 no place was sent
   *[no] {""}
}
proof-somewhere = {" "}· 📍 { $minutes ->
    [0] a place was sent with it
   *[other] a place was sent within { $minutes } min
} (nobody has said where the enterprise is)
proof-spot = {" "}· 📍 { $near ->
    [yes] {""}
   *[no] ⚠️ {""}
}about { $way } { $unit ->
    [km] km
   *[m] m
} from the enterprise
proof-blank = ⚠️ { $which ->
    [before] The photo from before
    [report] A photo of this report
   *[after] This photo
} shows nothing.
proof-known = ⚠️ { $which ->
    [before] The photo from before
    [report] A photo of this report
   *[after] This photo
} { $exact ->
    [yes] is
   *[no] looks like
} { $what ->
    [before] the one from before, of this very hazard
    [number] the photo of { $number } ({ $own ->
        [yes] {""}
       *[no] { $enterprise },{" "}
    }{ $day })
    [own] a photo that this enterprise has sent before ({ $day })
   *[other] a photo that another enterprise has sent ({ $day })
}.
proof-word = 🔤 { $seen ->
    [asked] The word of that day is “{ $word }”. Is it in the picture?
    [yes] Word “{ $word }”: seen
   *[no] ⚠️ Word “{ $word }”: not seen
}
proof-seen = 🔤 Word is there
proof-missed = Word is missing
proof-looked = Noted.
letter-photo-known = The photo that you sent of hazard { $number } ({ $what }) put right looks like the one from before; whoever verifies it is told so too. If it was the wrong one, please take a new one on site.
tip-photo-again = ⚠️ Tip { $numbers } came with the same picture.
letter-review-late = ⚠️ Suspected major hazards that wait for your word: { $n }, the longest for { $days } working days:
    { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}…
    }
    Please say whether they are major.
