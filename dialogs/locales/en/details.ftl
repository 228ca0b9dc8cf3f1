## Details: what else is good to know of a kind of hazard

do-details = 📝 Details
detail-title = <b>{ $number }</b> · Details
detail-ask = <b>{ $field }</b>? { $kind ->
    [number] Tap one or type a number.
    [choice] Tap one or type it.
    [date] Tap one or type a date, such as 2027-06-30.
   *[text] Please type it.
} Skip it if you do not know.
detail-now = Now: { $value }
detail-skip = Skip
detail-kept = Kept. { $field }: { $value }
detail-not-read = { $kind ->
    [number] I could not read that number.
    [date] I could not tell which day.
    [choice] Please tap one of these.
   *[text] Please write it shorter, in 100 characters.
}
detail-is = 📝 { $field }: { $value }
detail-is-plain = { $field } { $value }
detail-was = { $field } { $value } (before: { $former })
hazard-detail-empty = There was nothing in it.
