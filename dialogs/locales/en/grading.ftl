## Classes of enterprises: the class, its working, how often it is looked at, its history, another one by hand

firm-class = 📊 Class { $class }{ $hand ->
    [yes] {" "}(by hand)
   *[no] {""}
}
class-none = The class has not been worked out yet; look again in a while.
class-title = <b>📊 Class { $class }: { $title }</b>, since { $since }
class-by = { $hand ->
    [yes] Set by a supervisor; by the ledger it is class { $worked }, { $points } points.
   *[no] By the ledger: { $points } points. More points mean more supervision.
}
class-dimension = { $what }: { $n } of at most { $most }
class-moved = ↪️ { $what } → class { $to }
class-look = { $kind ->
    [self] 📋 Self-check
    [inspect] 🔎 Inspection
   *[expert] 🧑‍🔬 Expert check
} every { $days } days: { $never ->
    [yes] none yet
   *[no] last { $last }, { $ago } days ago
}, { $share ->
    [0] { $late ->
        [0] next by { $due }
       *[other] ⚠️ { $late } days overdue
    }
   *[other] { $share }% are drawn
}
class-working = 📐 The working
class-history = 🕘 History
class-change = ✏️ Change class
class-credit = · Safety credit { $n } (grade { $grade })
class-factor = · { $what }: { $n }{ $counts ->
    [yes] {""}
   *[no] {" "}(a higher one of its kind counts)
}
class-total = { $n } points in all; from { $from } on it is class { $class }, { $title }
class-history-title = <b>History of the class</b>
class-by-points = points changed
class-reason = “{ $reason }”
class-changed = { $day }: { $before ->
    [none] class { $after }
   *[other] { $before } → { $after }
}, { $by ->
    [hand] by { $person }, { $why }
   *[rules] by the ledger, { $why }
}
class-name = { $class ->
    [rules] 🔁 By the ledger
   *[other] Class { $class }
}
class-pick = It is class { $class }; by the ledger it would be { $worked }. Which class shall it be?
class-why = { $to ->
    [rules] Back to what the ledger says
   *[other] Class { $to }
}: please write the reason; it stays in the history.
class-why-short = Please write the reason more clearly.
class-why-missing = The class cannot be changed without a reason.
class-same = The class stays as it is.
class-set = ✅ The class was changed; how often it is looked at follows.
