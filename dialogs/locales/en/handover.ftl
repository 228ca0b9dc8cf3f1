## Handing a seat over

to-handover = 🤝 Hand over
way-handover = 🤝 Hand a seat over
handover-whom = { $n ->
    [0] Nobody else has joined here yet. An invitation can be sent to your successor; joining by it takes your seat.
   *[other] <b>Whom to?</b> Your seat ends only when they have confirmed.
}
handover-whose = { $n ->
    [0] Nobody here has a seat to hand over; print an invitation instead.
   *[other] <b>Whose seat?</b> Only for somebody who is gone and cannot do it themselves.
}
handover-item = { $n }. { $person } · { $role }
handover-invite = 🔗 Invite somebody
handover-newcomer = whoever joins by the link
handover-why = Why do you do it in their place? Tap one, or write.
handover-left = They have left
handover-ill = On long leave
handover-silent = Cannot be reached
handover-sure = <b>Hand over to { $person }?</b> What goes with it:
handover-load = { $what ->
    [hazards] · hazards to see to: { $n }
    [matters] · matters in hand: { $n }
    [chores] · regular tasks: { $n }
    [sections] · sections of self-checks taken: { $n }
    [drafts] · self-checks begun: { $n } (all answers stay)
   *[pledges] · the commitment has to be signed again by the new principal
}
handover-nothing = · nothing is left to do.
handover-after = It takes effect when they accept. Answers, signatures and photos stay under the name of who made them.
handover-yes = 🤝 Hand over
handover-asked = { $person } has been asked; it takes effect when they accept.
handover-link-coming = An invitation link is on its way to you: pass it on to your successor. Valid for { $hours } hours, once; when they have joined, your seat ends.
handover-open = You are handing your seat at { $place } ({ $role }) to { $officer ->
    [none] whoever joins by the link
   *[other] { $officer }
}; they have not taken it yet.
handover-keep = Keep it
handover-kept = Your seat at { $place } stays yours.
handover-take = <b>{ $person } wants to hand the seat at { $place } ({ $role }) to you.</b> What will be yours:
handover-by = Arranged by { $owner }.
handover-mind = { $role ->
    [principal] The principal answers for all of the enterprise's work safety (Work Safety Law, art. 5). Please read the notice and sign the commitment soon.
   *[officer] Self-checks and reminders will come to you.
}
handover-accept = ✅ Take it
handover-decline = No
handover-taken = You are now { $role } of { $place }.
handover-refused = They have been told that you do not take it.
handover-gone = This is over already, or somebody has left.
letter-handover = { $by ->
    [other] { $owner } asks you to take over from { $person } at { $place } as { $role ->
        [principal] principal
       *[officer] safety officer
    }.
   *[own] { $person } wants to hand the seat at { $place } as { $role ->
        [principal] principal
       *[officer] safety officer
    } to you.
} Look at what goes with it, then decide.
open-handover = What goes with it
letter-handover-for = { $owner } says that you can no longer serve and has asked { $officer } to take your seat at { $place }. If that is wrong, please contact your town at once.
letter-handover-declined = { $officer } has not taken the seat at { $place }; nothing changes.
letter-handover-withdrawn = You need not take the seat at { $place } any more.
letter-handover-gone = { $officer } has taken over: your seat at { $place } as { $role ->
    [principal] principal
   *[officer] safety officer
} has ended. What you did stays under your name.
letter-handover-done = { $place }: { $officer } has taken over from { $person } as { $role ->
    [principal] principal
   *[officer] safety officer
}{ $hazards ->
    [0] .
    [one] , with 1 open hazard.
   *[other] , with { $hazards } open hazards.
}
letter-handover-link = 🔗 Pass this link on to your successor at { $place }. Valid for { $hours } hours, once; when they have joined, your seat ends.
