## python -m bot verify

verify-finding = { $first ->
    [yes] ✗ The first that is wrong: { $where }: { $what }{ $about }
   *[no] ✗ { $where }: { $what }{ $about }
}
verify-entry = { $entry ->
    [0] a head's file
   *[other] entry { $entry }{ $upto ->
        [0] {""}
       *[other] {" "}to { $upto }
    }{ $event ->
        [0] {""}
       *[other] {" "}(event { $event })
    }
}
verify-about = {" "}({ $about })
verify-edited = it looks as if the content was changed
verify-backdated = it looks as if the time was changed
verify-actor = it looks as if the person or place was exchanged
verify-deleted = the event is gone, it looks as if it was deleted
verify-inserted = it looks as if the event was put in afterwards
verify-duplicated = it looks like a copy of another event
verify-merged = it looks as if the next event was merged into it
verify-reordered = it looks as if it changed places with another event
verify-cut = the end is gone, it looks as if it was cut off
verify-rewritten = the chain fits itself but not the signed head, it looks as if it was written anew
verify-clock = sealed earlier than the one before, it looks as if the clock was turned back
verify-photo = the photo or file is not the one that was sent
verify-gone = the photo or file is not there
verify-document = what was signed does not fit its fingerprint
verify-seal = the seal itself was changed or taken away
verify-head = the head is wrong: its signature, the key that signed it, or one before it is missing
verify-more = … and { $n } more
verify-looked = Looked at { $entries } entries, { $heads } heads, { $documents } receipts.
verify-photos = Looked at { $photos } photos and files; events that are not sealed yet: { $waiting }.
verify-whole = ✓ Everything fits. No change was found.
verify-broken = ✗ It does not fit. Change nothing for now and follow the operations manual, “When verify complains”.
verify-took = It took { $seconds } s.
verify-key-trouble = ✗ The key file cannot be used: { $why }
verify-no-key = ✗ Give the public key with --key (python -m bot check shows it).
verify-no-receipt = ✗ This is no receipt file of this system: { $file }
verify-proved = ✓ Receipt { $number } is genuine, not a byte of it was changed.
verify-proved-what = Entry { $entry }, { $kind }, at { $at }, person number { $person }
verify-proved-head = Proved by the head of { $day } (up to entry { $last }), fingerprint { $fingerprint }
verify-not-signed-content = This receipt holds no signed content, it proves the event alone.
verify-failed-event = ✗ Entry { $entry }: the event was changed.
verify-failed-document = ✗ Entry { $entry }: what was signed does not fit its fingerprint.
verify-failed-number = ✗ Entry { $entry }: the number of the receipt is not that of the event.
verify-failed-entry = ✗ Entry { $entry }: the seal was changed or does not follow the one before.
verify-failed-path = ✗ Entry { $entry }: it is not under this head.
verify-failed-key = ✗ Entry { $entry }: the head was not signed with the key that was given.
verify-failed-signature = ✗ Entry { $entry }: the signature of the head is wrong.
verify-receipt-unknown = ✗ No receipt { $number } was sealed.
verify-receipt-waits = ! Receipt { $number } is sealed and waits for a head; heads are made at 00:05, ask again afterwards.
verify-receipt-changed = ✗ Receipt { $number } does not fit any more. Run python -m bot verify first.
