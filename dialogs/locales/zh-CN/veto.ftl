## 一票否决名单：谁、为什么、到什么时候、单位怎么说

to-veto = 🚫 一票否决
veto-title = <b>一票否决名单</b>：{ $n } 条
veto-item = { $n }. { $person }：{ $reason }，到{ $day }
veto-add = ➕ 列入名单
veto-card = <b>{ $person }</b>（{ $enterprise }）{ $number }
veto-why = 原因：{ $reason }{ $words ->
    [none] {""}
   *[other] ，{ $words }
}
veto-bars = 影响：{ $bars }
veto-bar = { $bar ->
    [post] 不能上岗
   *[praise] 不能评先评优
}
veto-until = { $since }由{ $officer }列入，到{ $day }为止。
veto-appeal = 单位说明：{ $words }
veto-is-lifted = { $day }已移出：{ $reason }
veto-lift = ✅ 移出名单
veto-answer = 💬 说明情况
veto-ask = { $what ->
    [lift] 为什么提前移出？写一句。
   *[appeal] 写一句说明，监管人员能看到。
}
veto-ask-firm = 哪个单位？写名称里的几个字。
veto-firm = { $n }. { $enterprise }（{ $town }）
veto-no-firm = 没有找到，换几个字试试。
veto-ask-who = 列入谁？点一个，或写名字。
veto-whole = 🏢 整个单位
veto-no-person = 名册里没有找到这个人，请写全名。
veto-ask-reason = 什么原因？
veto-sure = 把{ $who ->
    [firm] <b>{ $enterprise }</b>
   *[person] <b>{ $person }</b>（{ $enterprise }）
}列入名单，到{ $day }为止。
    原因：{ $reason }{ $words ->
    [none] {""}
   *[other] { $words }
}
    要补充就写一句。
veto-yes = 🚫 列入
veto-set = 已列入，单位能看到，也能说明情况。
veto-lifted = 已移出名单。
veto-appealed = 说明已记下，监管人员能看到。
veto-short = 请写清楚一点。
veto-accepts = 请写一句话，或点按钮。
veto-gone = 这一条已经不在名单上了。
veto-day-over = 这一天已经过了。
