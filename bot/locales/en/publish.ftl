# Publishing content (python -m bot publish)

publish-refused = Nothing was published. Mend the problems above first; what is served stays as it is.
publish-done = Published as release { $number }.
publish-same = This is release { $number } already, which is served now. Nothing was changed.
publish-more = … and { $n } more changes.
publish-drafts = { $n ->
    [one] One self-check that is open stays on its version until its officer decides.
   *[other] { $n } self-checks that are open stay on their version until their officers decide.
}
publish-nobody = No process runs at present; the next one that starts serves it.
publish-followed = { $n ->
    [one] The process that runs serves it.
   *[other] All { $n } processes that run serve it.
}
publish-behind = These processes do not serve it yet: { $processes }. Look into their logs: perhaps they run another version of the program.
