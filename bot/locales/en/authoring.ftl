# The commands of content authors (python -m checklists …)

diff-same = No difference: both are the same text.
diff-count = { $n ->
    [one] 1 change.
   *[other] { $n } changes.
}
diff-no-such = “{ $what }” is no file, no folder and no fingerprint.
diff-not-kept = { $what } is not a kept version (python -m checklists kept --out writes them).
diff-no-fingerprint = No kept version, or more than one, has a fingerprint that starts with { $what }. python -m checklists kept lists them.
kept-version = { $checklist }  { $fingerprint }  shown since { $since }
kept-none = No version has been kept in this database yet.
kept-away = The database cannot be opened: { $why }.
