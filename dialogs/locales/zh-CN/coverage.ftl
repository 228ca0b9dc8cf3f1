## 监管人员看承诺：覆盖、名单、催办、改颜色、要求重签

to-coverage = 📜 承诺
coverage-title = <b>安全承诺覆盖</b>
coverage-all = 有效承诺 { $n } 家，共 { $total } 家
coverage-colour = { $colour ->
    [orange] 🟧 橙色
    [yellow] 🟨 黄色
    [blue] 🟦 蓝色
    [white] ⬜ 白色
   *[green] 🟩 绿色
}：{ $n } / { $total }
coverage-town = { $name }：{ $n } / { $total }
coverage-search = 找一家单位：发送名称里的几个字，或信用代码。
colour-name = { $colour ->
    [orange] 🟧 橙色
    [yellow] 🟨 黄色
    [blue] 🟦 蓝色
    [white] ⬜ 白色
   *[green] 🟩 绿色
}
pile-unsigned = 没签 { $n }
pile-old = 旧版 { $n }
pile-expiring = 快到期 { $n }
pile-title = { $pile ->
    [unsigned] <b>还没有签，或要重签：{ $n } 家</b>
    [old] <b>签的是旧版，或换了颜色、换了负责人：{ $n } 家</b>
   *[expiring] <b>30 天内到期：{ $n } 家</b>
}
found-title = <b>找到 { $n } 家</b>
holding-item = { $n }. { $enterprise }（{ $colour ->
    [orange] 橙
    [yellow] 黄
    [blue] 蓝
    [white] 白
   *[green] 绿
}）：{ $state }
holding-owed = { $why ->
    [never] 还没有签
    [expired] 已到期
    [principal_changed] 换了主要负责人，要重签
    [colour_changed] 换了颜色，要重签
    [text_changed] 承诺书改版，要重签
    [major_hazard_confirmed] 确认了重大隐患，要重签
    [accident] 发生了事故，要重签
   *[moved_or_extended] 搬迁或扩建，要重签
}
holding-until = 有效期到{ $due }
holding-title = <b>{ $enterprise }</b>
    { $town } · { $colour ->
    [orange] 🟧 橙色
    [yellow] 🟨 黄色
    [blue] 🟦 蓝色
    [white] ⬜ 白色
   *[green] 🟩 绿色
}
holding-state = 承诺：{ $state }
holding-signed = 最近一份：{ $number }，{ $person }，{ $day }签{ $record ->
    [yes] {""}
   *[no] （姓名不在名册里，请核对）
}
holding-colour-reason = 颜色由监管人员定：{ $reason }
holding-nobody = 主要负责人还没有加入，没有人能签。
ask-to-sign = 🔔 催一下
signing-asked = 已提醒主要负责人。同一天只提醒一次。
change-activity = 🏭 改生产状态
activity-name = { $activity ->
    [producing] 正常生产
    [stopped] 停产
    [resumed] 已复工
   *[closed] 已关闭
}
holding-activity = 生产状态：{ activity-name }
activity-pick = <b>{ $enterprise }</b>现在是：{ activity-name }。改成哪一种？停产期间只提醒隐患整改，关闭后不再提醒；复工后开工第一课开始计时。
activity-why = <b>{ $enterprise }</b>改为：{ activity-name }。请写原因发给我。
activity-changed = ✅ 生产状态已改，应办事项会跟着变。
change-colour = 🎨 改颜色
call-back = ↩️ 要求重签
colour-pick = 把<b>{ $enterprise }</b>改成哪种颜色？改了以后要读新的告知书、签新的承诺书，自查表也跟着换。
colour-why = 为什么改<b>{ $enterprise }</b>的颜色？请写原因发给我，会告诉这家单位。
accepts-reason = 请写原因，或点下面的按钮。
accepts-place = 请点下面的按钮，或发送单位名称里的几个字；没有找到时换几个字再试。
colour-why-short = 请把原因写清楚一点。
colour-sure = <b>{ $enterprise }</b>：{ $before }改成{ $after }
    原因：{ $reason }
    现在的承诺会作废，这家单位马上收到通知。
colour-yes = ✅ 确定改颜色
colour-changed = 颜色已改，新的告知书和承诺书已通知这家单位。
recall-pick = 要求<b>{ $enterprise }</b>重新签承诺书（现在的是 { $number }），原因是？点了就通知这家单位。
recall-reason = { $why ->
    [accident] 发生了事故
    [major_hazard_confirmed] 确认了重大隐患
   *[moved_or_extended] 搬迁或扩建
}
pledge-called-back = 已要求重签，这家单位马上收到通知。
record-broken = 🚫 记违诺
broken-pick = <b>{ $enterprise }</b>的承诺 { $number }，哪一条没有做到？
broken-item = { $n }. { $text }
broken-why = <b>{ $enterprise }</b>：核实到什么情况？请写给我，会原样告诉这家单位。
broken-why-short = 请把情况写清楚一点。
broken-sure = <b>{ $enterprise }</b>违背承诺 { $number }
    情况：{ $reason }
    记下后不能删除，以后计入安全积分{ $days ->
        [0] 。
       *[other] ；这家单位 { $days } 天内可以提出异议。
    }
broken-yes = 🚫 确定记违诺
broken-recorded = 已记违诺并通知这家单位，{ $days } 天内可以提出异议。
broken-recorded-plain = 已记违诺并通知这家单位。
broken-told = 🚫 违诺 { $times } 次，最近一次 { $time }，第 { $n } 条：{ $reason }
pledge-not-broken = 这份承诺里没有这一条，请重新选。
letter-commitment-broken = <b>核实到违背承诺</b>
    单位：{ $enterprise }，承诺书 { $number }
    情况：{ $reason }
    请马上改正；有异议，请找镇街安监人员提出。
open-pledges = 📜 去读和签
letter-colour-changed = <b>告知书颜色改为{ $colour ->
    [orange] 🟧 橙色
    [yellow] 🟨 黄色
    [blue] 🟦 蓝色
    [white] ⬜ 白色
   *[green] 🟩 绿色
}</b>
    单位：{ $enterprise }
    原因：{ $reason }
    请读新的告知书；新的承诺书由主要负责人本人签。
letter-pledge-recalled = <b>承诺书 { $number } 要重新签</b>
    单位：{ $enterprise }
    原因：{ $why ->
        [accident] 发生了事故
        [major_hazard_confirmed] 确认了重大隐患
       *[moved_or_extended] 搬迁或扩建
    }
    请主要负责人本人逐条读完再签。
letter-signing-asked = { $enterprise } 的安全承诺书还没有签好。由主要负责人本人逐条读、签字，大约 5 分钟。
letter-pledge-text = { $enterprise } 签的承诺书 { $number } 已有新版本，旧的不再算数。由主要负责人本人逐条读完再签，大约 5 分钟。
