## 负责部门

way-department = 🏛 负责部门
department-is = <b>{ $enterprise }</b>：{ $department ->
    [none] 还没有负责部门
   *[other] 由{ $department }负责
}
department-by = { $by ->
    [hand] 由人指定，理由：{ $reason }
    [list] 按导入的台账
   *[rule] 按行业推算（管行业必须管安全，安全生产法第3条）
}
department-ruled = 按行业推算是{ $department }。
department-pick = 改由别的部门
department-rule = 按行业推算
department-which = 改由哪个部门负责？点编号，或者打名字。
department-item = { $n }. { $department }
department-unknown = 没有这个部门，或者不止一个叫这个名字。
department-why = { $department ->
    [none] 改回按行业推算。请写一句理由。
   *[other] 改由{ $department }负责。请写一句理由。
}
department-said = { $department ->
    [none] 已改回按行业推算，马上重新算。
   *[other] 已改由{ $department }负责。
}
department-gone = 这家企业或者这个部门不在您的范围内。
