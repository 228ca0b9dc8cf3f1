## Emergency supplies

to-supplies = 🧰 Supplies
supplies-title = { $n ->
    [0] 🧰 <b>Emergency supplies</b>: none on record yet.
   *[other] 🧰 <b>Emergency supplies</b> (places: { $n })
}
depot-kind = { $kind ->
    [government] Government
    [commerce] Commerce
    [community] Community
    [household] Household
   *[enterprise] Enterprise
}
depot-name = { $place }: { $name ->
    [none] { $kind ->
        [enterprise] cabinet
       *[other] depot
    }
   *[other] { $name }
}
depot-item = { $n }. { $name }, things: { $things }{ $lacks ->
    [0] {""}
   *[other] , ⚠️ { $lacks } to see to
}
depot-new = ➕ New place
depot-whose = <b>Whose supplies?</b> (1+4: the government first; enterprises, commerce, communities, households beside it)
depot-write = <b>The name in the first line, the place in the second, keeper and phone in the third.</b>
depot-made = ✅ Done.
depot-title = 🧰 <b>{ $name }</b>
depot-where = Place: { $place ->
    [none] not said
   *[other] { $place }
}; keeper: { $person ->
    [none] not said
   *[other] { $person }
}{ $phone ->
    [none] {""}
   *[other] { " " }{ $phone }
}
depot-checked = Last looked at: { $day }, { $person }
depot-empty = Nothing is on record in it yet.
depot-more = ✏️ Change
depot-place = 📍 Place, keeper
depot-place-how = Send the name in the first line, the place in the second, keeper and phone in the third.
depot-placed = Changed.
depot-checked-now = ✅ Noted; again in a month.
depot-gone = There is no such place, or it is not in your area.
supplies-suggested = <b>Suggested, { $n } things:</b>
supply-suggested = · { $name }: { $quantity } { $unit }
supplies-suggested-ours = The numbers are a suggestion of this product. Begin with them and change what is different.
supplies-as-listed = ✅ As listed
supplies-empty = Empty
supplies-more = More ⬇️ (of { $n })
supplies-all-well = ✅ All as it should be
supplies-looked = ✅ Looked at all
supply-line = { $n }. { $lack ->
    [gone] ❌
    [over] ⛔
    [few] ⚠️
    [soon] ⏰
   *[none] ✅
} { $name }: { $quantity }{ $lack ->
    [gone] /{ $wanted }
    [few] /{ $wanted }
   *[other] {""}
} { $unit }{ $dated ->
    [yes] , { $lack ->
        [over] ran out
       *[other] until
    } { $day }
   *[no] {""}
}{ $lack ->
    [gone] {" "}(none left)
    [few] {" "}(too few)
    [soon] {" "}(soon)
   *[other] {""}
}{ $shown ->
    [yes] {" "}📷
   *[no] {""}
}
depot-shown = 📷 Photos of late: { $n } of { $total }
supply-photos = 📷 One by one
supply-photo-of = <b>📷 One by one</b>: { $n } of { $total }
supply-photo-how = Send a photo; the next thing follows by itself. After the last one the check is on record.
supply-photo-skip = ⏭ Leave it out
supply-photo-done = ✅ All looked at
supply-shown = 📷 The photo has come and is being kept.
supply-what = Send how many, or until when: “3”, “2027-05-01”.
supply-not-clear = That was not clear; nothing was changed.
supply-basis = Basis: { $basis }
supply-none = None left
supply-full = Full: { $n }
supply-renew = 🔄 Replaced
supply-renewed = Noted; the day follows from its usual life. Send another one if it is not right.
supply-drop = 🗑 Not kept
supply-dropped = Taken off the list.
supply-kept = Noted
supply-add = ➕ Add
supply-add-how = One line: name, number, unit, until when: “Fire blanket 2 pcs 2027-05-01”. No date when it does not run out.
supply-unclear = That was not clear. One line: name, number, unit: “Shovel 5 pcs”.
supply-added = Added: { $name }
supply-too-many = There are too many things in this place. Please make another one.
