## The head

head-title = 🔏 <b>Head of { $day }</b>
head-entries = The record up to entry { $last }, { $new } of them new.
head-hash = Hash { $hash }
head-why = Keep this message: if any earlier record is changed one day, it will show.

## Verifying a receipt

verifying-ask = <b>Verify a receipt</b>
    Send me the number of the receipt, for example ZC-2026-000001.
verifying-accepts = Send the number of a receipt here, for example ZC-2026-000001.
verifying-no-number = This is not the number of a receipt. It has letters, the year and six digits, for example ZC-2026-000001.
verifying-title = <b>Receipt { $number }</b>
verifying-unknown = No receipt with this number was sealed. Please check it; a receipt that was just given takes a few seconds.
verifying-what = { $what ->
    [change] Change of an enterprise
    [interview] Interview
    [visit] inspection on site
    [check] Self-check
    [zero] Zero report
    [correction] Correction of a self-check
    [closure] Closure of a hazard
    [commitment] Commitment
    [exam] Exam result
    [lesson] Record of a training session
    [drill] Record of a drill
    [statistics] Hazard statistics
    [spot] Spot exam
    [incident] Report of an incident
    [near] Report of a near miss
    [warning] Warning
   *[other] Receipt
} of { $day }.
verifying-of = { $enterprise }: { $form }
verifying-closed = Verified and closed: { $time }, { $person }
verifying-unchanged = ✅ It exists and is unchanged. Entry { $entry } of the chain.
verifying-head = The signed head of { $day } vouches for it.
verifying-no-head = No signed head covers it yet; the next one is made tonight.
verifying-changed = ❌ Entry { $entry } of the chain is not what was sealed: the record was changed. Please tell the district.
verifying-open = 🧾 Look at it
verifying-another = 🔎 Another one
verifying-file = 📎 Receipt file
verifying-file-comes = Fine, the receipt file is on its way; if no signed head covers it yet, it comes after tonight's.
verifying-not-yours = This receipt lies outside your scope, so its file cannot be sent.
receipt-file = The file that proves receipt { $number }. Whoever has the public key can verify it offline. Please keep it well.
receipt-file-changed = The record of receipt { $number } is not what was sealed, so no file can prove it. Please tell the district.
to-verify = 🔎 Verify a receipt
command-verify = Verify a receipt
