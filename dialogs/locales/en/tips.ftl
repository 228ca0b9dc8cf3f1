## Anonymous tips

tip-no-key = Anonymous tips are not open here. Please call the safety hotline 12350.
tip-empty = Nothing is said yet, and there is no photo.
tip-too-many = You have sent { $n } { $n ->
    [one] tip
   *[other] tips
} today; please come back tomorrow. If it is urgent call 12350, in danger 119, 110 or 120.
tip-added-too-often = You have added something { $n } times today; please come back tomorrow.
tip-gone = There is no such number, or it was not sent from this account.
tip-nobody-there = The reporter takes no more messages and cannot be asked.
tip-not-now = The enterprise cannot be changed any more.
tip-taken-already = It is a hazard already and cannot be made one again.
tip-whose = First say which enterprise it is about.
tip-needs-words = Please write one sentence for the enterprise to read.
tip-needs-result = Please write one sentence for the reporter.
tip-paid-already = Nothing is to be paid for this code: none was given, or it was paid.
tip-over = This tip is closed.
