## Full coverage of a quarter, samples of self-checks, three sources compared

to-quarter = 📊 Coverage
quarter-title = <b>Q{ $quarter } { $year } coverage: { $percent }%</b>
    { $covered } of { $total } enterprises reached{ $left ->
        [0] ; the quarter is over
        [one] ; 1 day left
       *[other] ; { $left } days left
    }
quarter-way = { $how ->
    [sampled_self_check] 📝 Self-check verified
    [expert_check] 🧑‍🔬 Expert inspection
    [nobody_there] 🚪 Nobody there
   *[department_check] 🏛 Department inspection
}: { $n }
quarter-counts = 🧭 Inspections { $visits }; hazards found { $items }
quarter-group = { $kind ->
    [colour] { $name ->
        [orange] Orange
        [yellow] Yellow
        [blue] Blue
        [white] White
       *[green] Green
    }
    [department] { $name ->
        [empty] No department
       *[other] { $name }
    }
   *[town] { $name }
}: { $percent }%{ $missed ->
    [0] {""}
   *[other] , { $missed } to go
}
quarter-missed = 📋 Not reached { $n }
quarter-by-town = 🏘 By town
quarter-by-colour = 🎨 By colour
quarter-by-department = 🏛 By department
quarter-samples = 🎲 Samples { $n }
quarter-agreed = ⚖️ Compare sources
quarter-missed-title = { $n ->
    [0] ✅ Everybody was reached this quarter.
   *[other] <b>Not reached this quarter: { $n }</b>
}
quarter-missed-item = { $n }. { $enterprise } ({ $town }): { $reached ->
    [yes] last { $last }
   *[no] never reached
}{ $checks ->
    [0] , no self-check this quarter
   *[other] , self-checks this quarter: { $checks }
}
sample-title = <b>Samples of self-checks</b>: { $drawn } drawn this quarter, { $accepted } hold, { $refused } do not
    { $waiting ->
        [0] None is waiting.
       *[other] { $waiting } waiting{ $late ->
            [0] {""}
           *[other] , { $late } beyond the time limit
        }
    }
sample-item = { $n }. { $enterprise }: { $form } ({ $ground ->
    [class] by class
    [flagged] quality signs
    [unreached] not reached, quarter ends
   *[again] did not hold last time
})
sample-card = <b>{ $enterprise }</b> ({ $town })
    { $form }, { $receipt }
    Handed in { $day } by { $person }, { $score } points, hazards: { $bad }
sample-drawn = 🎲 Drawn among the self-checks of { $day }, chance { $percent }%: { $ground ->
    [class] by class
    [flagged] quality signs
    [unreached] not reached yet and the quarter ends
   *[again] did not hold last time
}{ $signs ->
    [0] {""}
   *[other] ; quality signs: { $signs }
}
sample-answers = 👀 Answers, photos
sample-accept = ✅ It holds
sample-refuse = ↩️ Does not hold
sample-visit = 🧭 Go there
sample-accepted = It holds; the enterprise counts as reached this quarter.
sample-judged = { $judged ->
    [accepted] ✅ Verified by { $person }
   *[refused] ↩️ { $person } did not accept it: { $reason ->
        [photo] photos are missing
        [doubt] doubtful
        [missing] something is missing
       *[other] { $reason }
    }
}
sample-own = You handed this in yourself; somebody else has to verify it.
sample-changed = It was corrected meanwhile; the new one counts.
sample-judged-already = This one is judged already.
agreed-title = <b>Three sources</b> (last { $days } days): do self-checks and inspections say the same?
agreed-source = { $kind ->
    [department] 🏛 Department
    [expert] 🧑‍🔬 Expert
    [supervision] 🔦 Weekly supervision
   *[recheck] 🔁 Re-check
}: { $visits } inspections, { $items } hazards{ $n ->
    [0] , no self-check to compare
   *[other] ; { $n } questions compared, { $percent }% agree, { $missed } missed by self-checks
}
agreed-none = No inspection has ended lately.
agreed-doubted = <b>What self-checks miss most</b>
agreed-question = • { $question } (compared { $n }, missed { $missed })
agreed-clean = <b>Clean self-check, found afterwards</b>
agreed-clean-item = { $n }. { $enterprise } ({ $town }): { $items } found
way-agreed = ⚖️ Compare sources
agreed-firm = <b>{ $enterprise }</b>: do self-checks and inspections say the same (last { $days } days)?
agreed-firm-figures = { $n ->
    [0] Nothing to compare yet: it takes an inspection, and the same form handed in shortly before it.
   *[other] Compared { $n }; agreed { $percent }%; missed by the self-check { $missed }.
}
agreed-firm-doubted = <b>Fine in the self-check, not on site</b>
agreed-visits = 🧭 Inspections
sample-back = ⬅️ To the samples
