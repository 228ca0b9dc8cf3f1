## Enterprises: looking them up, lists, the card

to-enterprises = 🏢 Enterprises
to-own-card = 🏢 Own enterprise
enterprise-ask = <b>🏢 Which enterprise?</b>
    Write words of its name, town or address in any order, or its credit code, or the last 4 characters of it.
enterprise-accepts = Please write words of the name, the credit code, or its last characters.
enterprise-found = <b>{ $n } found</b>
enterprise-not-found = Nothing found; try other words, or the last 4 characters of the credit code.
enterprise-code-wrong = Nothing found. The check character of this credit code is wrong as well; please look for a slip.
enterprise-list = <b>🏢 { $title ->
    [none] {""}
    [inspection] Inspection overdue:{" "}
    [self_check] Self-check overdue:{" "}
    [expert] Expert check overdue:{" "}
   *[other] { $title }:{" "}
}{ $n ->
    [0] none
   *[other] { $n } in all
}</b>
enterprise-pick = Tap a number, or write words of a name.
unlooked-inspection = 🔎 Not inspected { $n }
unlooked-self-check = 📋 No self-check { $n }
unlooked-expert = 🧑‍🔬 No expert { $n }
enterprise-all = 📒 All { $n }
enterprise-item = { $n }. { $enterprise } ({ $town }) { $colour ->
    [orange] 🟧
    [yellow] 🟨
    [blue] 🟦
    [white] ⬜
   *[green] 🟩
}{ $activity ->
    [works] {""}
    [stopped] {" "}⏸ stopped
   *[closed] {" "}⏹ closed
}
firm-head = <b>{ $enterprise }</b>
    { $town } · { $colour ->
    [orange] 🟧 orange
    [yellow] 🟨 yellow
    [blue] 🟦 blue
    [white] ⬜ white
   *[green] 🟩 green
} · { $activity ->
    [producing] in production
    [stopped] ⏸ stopped
    [resumed] resumed
   *[closed] ⏹ closed
}
firm-code = 🔑 { $code }{ $right ->
    [yes] {""}
   *[no] , ⚠️ wrong check character
}{ $twins ->
    [0] {""}
    [1] , ⚠️ perhaps twice: { $twin } ({ $town })
   *[other] , ⚠️ perhaps more than once: { $twin } ({ $town }) and others, { $twins } in all
}
firm-industries = 🏭 { $what }
firm-checked = 📋 Self-check { $day }: { $form }, score { $score }{ $bad ->
    [0] {""}
    [1] , 1 item not right
   *[other] , { $bad } items not right
}
firm-never-checked = 📋 No self-check was submitted yet
firm-hazards = ⚠️ { $n ->
    [0] No open hazards
   *[other] Open hazards: { $n }{ $major ->
        [0] {""}
       *[other] , { $major } major
    }{ $overdue ->
        [0] {""}
       *[other] , { $overdue } overdue
    }
}{ $closed ->
    [0] {""}
   *[other] ; closed within a year: { $closed }
}
firm-pledge = ✍️ Commitment: { $state }
firm-people = 👥 { $n ->
    [0] Neither principal nor officer has joined
   *[other] Principals and officers: { $n }{ $away ->
        [0] {""}
       *[other] , { $away } out of reach
    }
}{ $others ->
    [0] {""}
   *[other] , others { $others }
}{ $listed ->
    [0] {""}
   *[other] ; { $listed } on the list have not joined
}
firm-papers = 📄 { $n ->
    [0] No papers entered yet
   *[other] Papers: { $n }{ $over ->
        [0] {""}
       *[other] , { $over } expired
    }{ $soon ->
        [0] {""}
       *[other] , { $soon } end soon
    }
}
firm-to-check = 📋 Self-check
firm-to-hazards = ⚠️ Hazards { $n }
firm-more = ☰ More
firm-more-title = <b>{ $enterprise }</b>: what is to be done?
way-pledge = ✍️ Commitment
way-spot = 🔎 Spot exam
people-title = <b>👥 { $enterprise }</b>: { $n }
people-line = { $state ->
    [fine] 🟢
    [away] 🔴 out of reach
   *[listed] ⚪ not joined
} { $person } ({ $role }) { $phone }
people-phones = 📞 Show phones
firm-people-more = 👥 People
firm-charge = 🏛 { $department ->
    [none] No department yet
   *[other] { $department }
}{ $grid ->
    [none] {""}
   *[other] {" "}· grid { $grid }
}
firm-exams = 📝 In a year: { $own ->
    [0] no exams of their own
   *[other] own exams { $own } people, average { $mean }
} · { $n ->
    [0] no spot exam
   *[other] 🔎 on site { $n }, average { $points }
}
firm-ready = 🎓 { $hours } hours of training in a year · { $drilled ->
    [yes] last drill { $day }
   *[no] no drill yet
}{ $n ->
    [0] {""}
   *[other] {" "}· ⚠️ warnings not confirmed: { $n }
}
