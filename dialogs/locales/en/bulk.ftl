# Exports of much, deletion of personal data: a second person has to agree

to-bulk = 🔏 To approve{ $n ->
    [0] {""}
   *[other] : { $n }
}
said-to-bulk = to approve|second approval
bulk-approve = ✅ Approve
bulk-refuse = ❌ Refuse
bulk-look = Have a look
bulk-title = { $n ->
    [0] Nothing waits for your approval.
   *[other] <b>Waiting for your approval</b>: { $n }
}
bulk-content = { $content ->
    [hazards] the hazard ledger
    [enterprises] the enterprise ledger
    [checks] self-checks
    [inspections] inspections
    [audit] the record of reading
    [people] a list of people
    [personal] personal data
    [send_up] the send-up file
    [none] {""}
   *[other] a table
}
bulk-item = { $n }. { $kind ->
    [erase] { $person } ({ $role }) asks to have personal data erased
   *[export] { $person } ({ $role }) wants to export { $what }, { $rows } rows
}
    good until { $until }
bulk-card = { $kind ->
    [erase] <b>Erasing personal data</b>
        { $person } ({ $role }) asks to have their own data erased.
   *[export] <b>Bulk export</b>
        { $person } ({ $role }) wants to export { $what }, { $rows } rows.
}{ $place ->
    [none] {""}
   *[other] {""}
        Place: { $place }
}
    asked { $time }, good until { $until }
bulk-what-then = { $kind ->
    [erase] Once approved it happens within ten minutes and cannot be undone. Records of checks, hazards and commitments that the law wants kept stay; a number takes the place of the name.
   *[export] Once approved the table goes straight to who asked. Ask what it is for first.
}
bulk-said = { $approved ->
    [yes] Approved. { $person } will hear of it.
   *[no] Refused. { $person } will hear of it.
}
bulk-state = { $state ->
    [approved] approved
    [refused] refused
    [expired] run out
    [dropped] taken back
   *[other] waiting
}
bulk-ended = { $officer ->
    [none] { $ended }
   *[other] { $officer }: { $ended }
}
bulk-held = These are { $n } rows; more than { $most } need a second person. Whoever may approve has been told, and the table comes once they have.
bulk-gone = Somebody has decided this already, or it has run out.
bulk-own = Somebody else has to approve what you ask for.
bulk-nobody = Nobody else can approve this now. Ask the district to give one more person that right first.
letter-bulk-asked = 🔏 { $kind ->
    [erase] <b>Somebody asks to have personal data erased</b>
        { $person } asks to have their own data erased{ $place ->
            [none] {""}
           *[other] {" "}({ $place })
        }. Once approved it cannot be undone; records that the law wants kept stay, with a number for the name.
   *[export] <b>A bulk export needs your approval</b>
        { $person } ({ $place }) wants to export { $table ->
            [hazards] the hazard ledger
            [enterprises] the enterprise ledger
            [checks] self-checks
            [inspections] inspections
            [audit] the record of reading
            [send_up] the send-up file
           *[other] a table
        }, { $n } rows. Ask what it is for first.
}
    Good until { $until }; the first to decide decides.
letter-bulk-decided = { $kind ->
    [erase] Your request to have personal data erased: { bulk-state }{ $officer ->
        [none] . { $state ->
            [expired] Nobody decided in time; you can ask again.
           *[other] {""}
        }
       *[other] {" "}({ $officer }).
    }
   *[export] Your export of { $n } rows: { bulk-state }{ $officer ->
        [none] . { $state ->
            [expired] Nobody decided in time; you can export again.
           *[other] {""}
        }
       *[other] {" "}({ $officer }){ $state ->
            [approved] ; the table comes as soon as it is made.
           *[other] .
        }
    }
}
