## Taking over earlier answers

carry-last = Last time ({ $day }): { $answer }
carry-fact = Known already: { $answer } ({ $source })
carry-from-check = from { $form }, { $day }
carry-from-list = from the list of enterprises, { $day }
carry-hazard = ⚠️ Hazard { $number }, found here last time, is still open; due { $due }. Please answer for how it is now.
carry-as-last = As last time: { $answer }
carry-unchanged = Unchanged: { $answer }
carry-option = ↩️ { $label }
carry-again = ↩️ As last time
carry-na = ↩️ Not applicable, as last time
carry-moved = An answer here has just changed; please look again.
carry-done = { $n ->
    [one] One answer taken over.
   *[other] { $n } answers taken over.
}

same-where = { $sections } · { $total } questions in all
same-title = <b>Are these { $n } as they were last time ({ $day })?</b>
known-where = { $form }
known-title = <b>These { $n } are known already. Has anything changed?</b>
carry-item = { $n }. { $question } <b>{ $answer }</b>
carry-item-since = { $n }. { $question } <b>{ $answer }</b> (since { $day })
carry-item-from = { $n }. { $question } <b>{ $answer }</b> ({ $source })
carry-item-aside = ✏️ { $n }. { $question } will be asked
same-rest = { $n ->
    [one] One more wants a look at how it is now and is asked afterwards.
   *[other] { $n } more want a look at how things are now and are asked afterwards.
}
same-hazards = { $n ->
    [one] ⚠️ In one of them the hazard found last time is still open.
   *[other] ⚠️ In { $n } of them the hazards found last time are still open.
}
same-all = ✅ All as last time
known-all = ✅ Nothing changed
carry-all-others = ✅ The rest is the same
change-which = <b>Which one has changed?</b>
change-one = ✏️ Change one
one-by-one = One by one
