## The head

head-title = 🔏 <b>Head of { $day }</b>
head-entries = The record up to entry { $last }, { $new } of them new.
head-hash = Hash { $hash }
head-why = Keep this message: if any earlier record is changed one day, it will show.
