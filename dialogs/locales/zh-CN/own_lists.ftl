## 本单位自己的清单：人员名册、应急物资，发表格导入

ownlist-staff-begin = 📥 导入名册
ownlist-supplies-begin = 📥 导入清单
ownlist-staff = 👷 人员名册
ownlist-supplies = 🧰 应急物资
ownlist-which = 收到一份表格。这是哪一种清单？
ownlist-no-depot = 还没有登记应急柜或仓库，先建一处，再发表格。
ownlist-how = { $what ->
    [staff] <b>📥 导入人员名册</b>
        把 Excel 或 CSV 表格发到这里，一行一个人、一份证件；一人几份证件就写几行。
        表头写：姓名、岗位、入职日期、证件、证件号码、发证日期、到期日期、复审日期。只有“姓名”必须有。
   *[supplies] <b>📥 导入物资清单</b>
        把 Excel 或 CSV 表格发到这里，一行一样物资。
        表头写：名称、数量、单位、到期日期。“名称”和“数量”必须有；同名的改数量和日期。
}
    先看结果，再点导入；有问题的行会退给您改。
ownlist-title = 📥 <b>{ $name }</b>（{ $what ->
    [staff] 人员名册
   *[supplies] 应急物资
}）
ownlist-state = { $state ->
    [reading] ⏳ 正在读表格，读好了这里会变。
   *[other] 已取消，什么都没有写入。
}
ownlist-refused = ❌ 没有读成：{ $why }
ownlist-why = { $reason ->
    [headings] 没找到表头。请在第一行写上“姓名”，或“名称”和“数量”。
   *[other] 行数太多，一份最多 500 行，请分开发。
}
ownlist-read = { $done ->
    [yes] ✅ 已导入：
   *[no] 读好了，还没有写入：
}{ $what ->
    [staff] { $n } 人（新增 { $new }，原有 { $known }），证件 { $papers } 份
   *[supplies] { $n } 样（新增 { $new }，原有 { $known }）
}{ $bad ->
    [0] 。
   *[other] ；有问题 { $bad } 行，没有算进来。
}
ownlist-faults = ⚠️ 有问题的行：
ownlist-row = · 第 { $row } 行：{ $wrong }
ownlist-more-faults = · 还有 { $n } 行
ownlist-sure = 点“导入”就写入，和一条条手工录入一样。{ $what ->
    [staff] 名册里已有的人只补证件。
   *[supplies] 已有的物资改数量和日期，别的不动。
}
ownlist-bring-in = ✅ 导入 { $n }
ownlist-get-rows = 📄 问题行
ownlist-drop = 🗑 取消
ownlist-dropped = 已取消，什么都没有写入。
ownlist-rows-coming = 问题行的表格马上发来，改好再发给我。
ownlist-rows-sent = 📄 有问题的 { $n } 行。改好后把这份表格发回来，只导入这几行。
ownlist-open = 📥 看结果
ownlist-letter = 📥 { $name }
    { $stands }
ownlist-changed = 这份清单已经变了，请看现在的结果。
ownlist-gone = 没有找到这份清单，请重新发一次。
ownlist-accepts = 请发 Excel 或 CSV 表格，或点按钮。
ownlist-problem = 问题
ownlist-bad-rows = 问题行
ownlist-about = 说明
ownlist-about-rows = 最后一列写着每行的问题。改好后原样发回来，只导入这几行。
ownlist-fault = { $code ->
    [no-name] 没有写名称
    [name] “{ $said }”不像姓名
    [day] 看不懂日期“{ $said }”
    [day-ahead] 入职日期“{ $said }”在以后
    [days] 到期“{ $said }”比发证还早
    [no-kind] 写了证件号码或日期，没有写是什么证件
    [kind] 不认识证件“{ $said }”
    [kind-of-enterprise] “{ $said }”是单位的证照或设备，不是个人证件
    [no-end] “{ $said }”没有写到期日期
   *[quantity] 数量“{ $said }”不是整数
}
