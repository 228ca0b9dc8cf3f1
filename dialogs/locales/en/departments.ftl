## Departments

way-department = 🏛 Department
department-is = <b>{ $enterprise }</b>: { $department ->
    [none] no department answers for it yet
   *[other] { $department } answers for it
}
department-by = { $by ->
    [hand] Named by hand, because: { $reason }
    [list] As the imported list says
   *[rule] By its industry (Work Safety Law, art. 3)
}
department-ruled = By its industry it would be { $department }.
department-pick = Another department
department-rule = By industry
department-which = Which department shall answer for it? Tap a number, or type its name.
department-item = { $n }. { $department }
department-unknown = There is no such department, or more than one.
department-why = { $department ->
    [none] Back to what its industry says. Please write why.
   *[other] { $department } shall answer for it. Please write why.
}
department-said = { $department ->
    [none] Its industry decides again; it is being worked out.
   *[other] { $department } answers for it now.
}
department-gone = This enterprise or department is not within your reach.
