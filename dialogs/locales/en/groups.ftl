## Groups of enterprises: narrowed down, kept, used again

to-groups = 🗂 Groups
groups-title = <b>🗂 Groups of enterprises</b>{ $n ->
    [0] {""}
   *[other] {" "}({ $n })
}
groups-how = Tap “New” and choose step by step, or just write, for example: gas users not checked for 90 days.
group-item = { $n }. { $name }
group-new = ➕ New
group-making = <b>{ $name ->
    [none] New group
   *[other] { $name }
}</b>
group-count = Now <b>{ $n }</b> { $n ->
    [1] enterprise
   *[other] enterprises
}; it changes with them.
group-how = Choose more, or write what else should hold.
group-where = 📍 Areas
group-work = 🏭 Industry, colour
group-facts = 🔥 What they have
group-stands = 📋 Checks, hazards
group-reset = 🧹 Clear
group-as-name = Look for “{ $words }” in names
group-list = 📃 List { $n }
group-keep = 💾 Save
group-chosen = ✅ Chosen
group-choose = A tap chooses, a second one takes it back.
group-choose-facts = One tap: they have it; two: they have not; three: no matter.
group-not-understood = Not understood: “{ $text }”. The rest was added.
group-accepts = Please write what should hold, for example: use gas, not checked for 90 days.
group-accepts-name = Please write the name of the group.
group-name = <b>What should the group be called?</b> At most { $n } characters, just write it:
group-nameless = There is nothing to save yet, or no name.
group-taken = There is a group called “{ $name }”. Please choose another name.
group-many = There are { $n } groups already; please delete some.
group-missing = This group was deleted, or it is not one of your area.
group-saved = 💾 “{ $name }” is saved.
group-heading = <b>🗂 { $name }</b>
group-town = { $town }: { $n }
group-by = Saved by { $person } on { $day }
group-change = ✏️ Change
group-delete = 🗑 Delete
group-deleted = Deleted
group-sure = Delete the group “{ $name }”? Campaigns that run stay as they are.
group-campaign = 🚩 Campaign
group-warning = 📢 Circular

query-everybody = 👥 All enterprises of { $place }
query-some = 👥 { $place }: { $parts }
query-nobody = 👥 Nobody (what was kept cannot be read, please choose again)
query-or = { $first } or { $then }
query-or-more = { $first } and { $n } more
query-not = not: { $label }
query-not-checked = { $ever ->
    [no] no self-check ever
   *[yes] no self-check for { $days } days
}
query-not-inspected = { $ever ->
    [no] never inspected
   *[yes] not inspected for { $days } days
}
query-not-covered = { $now ->
    [yes] not reached this quarter
   *[no] not reached in { $quarter }
}
query-missed = campaign { $number } not done
query-class = class { $class }
query-unlooked = { $look ->
    [self_check] self-check past its term
    [expert] expert past their term
   *[other] inspection past its term
}
query-undone = { $form } not handed in
query-any-form = a self-check
query-hazards = { $kind ->
    [major] with major hazards
    [overdue] with overdue hazards
   *[open] with open hazards
}
query-unsigned = no commitment
query-never-joined = nobody joined
query-silent = out of reach
query-text = name has “{ $text }”
query-codes = { $n } picked by name
query-range = { $low ->
    [none] up to { $high } people
   *[other] { $high ->
        [none] { $low } people or more
       *[other] { $low } to { $high } people
    }
}
