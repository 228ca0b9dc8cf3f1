## Root causes

cause-no-words = Leave it
cause-no-prevention = Not needed
cause-is = 🧭 Cause: { $cause }{ $words ->
    [none] {""}
   *[other] ; { $words }
}
cause-prevented = 🛡️ Prevented by: { $measures } ({ $owner }, by { $day })
cause-wanted = 🧭 { $major ->
    [yes] Cause and prevention have not been said; it cannot be closed before.
   *[no] It recurs: its cause has to be said before it can be closed.
}
