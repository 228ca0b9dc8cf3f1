## 应办事项：每天一条提醒，待办，登记已做，转交

to-todo = 📋 待办 { $n }
command-todo = 待办事项
letter-owed = ⏰ 有 { $n } 件事要办
letter-owed-one = ⏰ 有一件事要办
letter-owed-more = 还有 { $n } 件，见待办。
letter-owed-others = 另有 { $n } 件还没到提醒的日子，都在待办里。
alert-owed = 🔴 <b>{ $title }</b>{ $detail }{ $late ->
    [0] ，{ $due }前要办
   *[other] ，已超期 { $late } 天
}。请马上办。
owed-item = { $n }. { $place }{ $title }{ $detail }：{ $late ->
    [0] { $soon ->
        [today] 今天到期
        [tomorrow] 明天到期
       *[later] { $due }前
    }
   *[other] 已超期 { $late } 天
}{ $minutes ->
    [0] {""}
   *[other] ，约 { $minutes } 分钟
}{ $above }
owed-place = { $enterprise }·
owed-detail = （{ $detail }）
owed-person = （{ $person }）
owed-now = ▶️ 现在办
owed-later = 🌅 { $when ->
    [mon] 周一
    [tue] 周二
    [wed] 周三
    [thu] 周四
    [fri] 周五
    [sat] 周六
    [sun] 周日
    [date] { $on }
   *[tomorrow] 明
}{ $early ->
    [no] { $when ->
        [tomorrow] 天
       *[later] {""}
    }
   *[yes] { $when ->
        [tomorrow] 早
       *[later] 早上
    }
}再说
owed-hand = 👤 交给别人
owed-back = ↩️ 退回
owed-done-already = 这件事已经办好，或者交给别人了。
owed-void = 这件事不用办了。
owed-put-off = 好，{ $rests ->
    [yes] 明天休息，
   *[no] {""}
}{ $n ->
    [1] { $moment }再提醒您。到期日不变。
   *[other] { $n } 件事{ $moment }一起再提醒您。到期日不变。
}
owed-which = { $why ->
    [not] 哪一件不是您的？
    [ask] 哪一件要延期？
   *[hand] 要交出哪一件？
}
owed-whom = <b>{ $title }</b>{ $detail }，交给谁？
owed-colleague = { $n }. { $person }（{ $role }）
owed-nobody = 单位里还没有别的人可以接手。请负责人先邀请同事。
owed-handed = 已交给{ $person }：{ $title }。以后提醒对方。
owed-given-back = 已退回：{ $title }。
owed-gone = 这件事已经办好，或者不用办了。
owed-no-colleague = 对方现在接不了这件事，请换一个人。
owed-other-day = 日期不对：只能登记今天或过去一年里的某一天。
owed-principal-signs = 统计要由主要负责人签字，请负责人来登记。
owed-no-hour = 请选提醒时段里的时间。
activity-not-changed = 状态没有变，或者没写原因。

letter-owed-handed = 👤 { $person }把一件事交给您：<b>{ $title }</b>，{ $due }前。
letter-owed-given-back = ↩️ { $person }退回了您交出的事：<b>{ $title }</b>，{ $due }前。
open-owed = 看一看

todo-title = { $done ->
    [yes] <b>📋 近一个月办好的</b> · { $n } 件
   *[no] { $n ->
        [0] <b>📋 待办</b> · 现在没有要办的。
       *[other] <b>📋 待办</b> · { $n } 件
    }
}
todo-held = { $item } · { $person }在办
todo-others = { $item } · 别人的
todo-done-item = { $n }. ✅ { $title }{ $detail }：{ $day }{ $by ->
    [yes] ，{ $person }
   *[no] {""}
}
todo-open = 📋 待办
todo-done = ✅ 已办
todo-hour = ⏰ 提醒时间
todo-hour-title = 每个工作日 { $time } 提醒您一次。换个时间？
todo-hour-chosen = 好，从下次起 { $time } 提醒。
owed-card = <b>{ $title }</b>{ $detail }
    { $late ->
        [0] { $soon ->
            [today] 今天到期
            [tomorrow] 明天到期
           *[later] { $due }前办好
        }
       *[other] 应在{ $due }前办好，已超期 { $late } 天
    }{ $minutes ->
        [0] {""}
       *[other] ，大约 { $minutes } 分钟
    }。
owed-ours = 依据：本系统的默认要求。
owed-card-done = ✅ { $day }办好{ $by ->
    [yes] ，{ $person }
   *[no] {""}
}。
owed-card-held = 现在由{ $person }办。
owed-card-who = { $who ->
    [principal] 由主要负责人办。
    [person] 由当事人办。
   *[other] 由安全管理员办。
}
record-day = <b>{ $title }</b>{ $detail }
    哪天做的？点一下，或者直接写日期。
record-statistics = 统计表填好、签字后登记。可以把签了字的表拍一张发来。
record-principal = <b>{ $title }</b>要由主要负责人签字登记。可以交给负责人。
record-today = 今天
record-yesterday = 昨天
record-no-day = 没看懂这个日期，或者还没到。请写成 11月20日。
record-words = <b>{ $title }</b>，{ $day }做的。
    写几句做了什么，或者发一张照片。没有就点“登记”。
record-done = ✅ 登记
record-kept = ✅ 已登记：{ $title }。
accepts-record = 这里可以写日期、写几句话，或者发一张照片

late-title = { $n ->
    [0] <b>逾期清单</b> · 没有逾期的。
   *[other] <b>逾期清单</b> · { $n } 件
}
late-item = { $n }. { $enterprise }：{ $title }{ $detail }，{ $days ->
    [0] 申请延期
   *[other] 超期 { $days } 天
}
late-card = <b>{ $title }</b>{ $detail }
    { $enterprise }，{ $legal ->
        [yes] 法定期限
       *[no] 到期日
    } { $due }{ $days ->
        [0] {""}
       *[other] ，已超期 { $days } 天
    }
late-who = 由{ $person }办。
late-next = 可以打电话问一问，需要什么帮助。
concern-owed = 到期没办的 { $n } 件，见逾期清单

## 逐级上报、延期、不是我的

owed-goes-up = {"\u000A"}   ⬆️ { $tomorrow ->
    [yes] 24 小时内没办好
   *[no] { $on }还没办好
}，就报给{ $to ->
    [town] { $area }
    [district] { $area }
   *[other] 负责人{ $person }
}
owed-risen = {" "}· 已报给负责人
owed-more = ⏳ 要延期
owed-not-mine = 🙅 不是我的
owed-whose = <b>{ $title }</b>{ $detail }，是谁的事？
owed-to-principal = 请负责人定
ladder-coming = ⬆️ { $on }还没办好，就报给{ $to ->
    [town] { $area }
    [district] { $area }
   *[other] 负责人{ $person }
}。
ladder-asked = ⏳ 已申请延到{ $until }，等答复。
ladder-until = ⏳ 已同意延到{ $until }（第 { $count } 次延期）。
ladder-legal = 法定期限是{ $due }，不会变。
ladder-risen = ⬆️ 已报给主要负责人。
more-day = <b>{ $title }</b>{ $detail }，要延到哪天？
    点一个日子，或者直接写日期。
more-why = <b>{ $title }</b>{ $detail }，延到{ $until }。
    为什么要延？点一个，或者写一句话。由{ $whom ->
        [principal] 主要负责人
       *[other] 镇街监管人员
    }答复。
more-parts = 等配件设备
more-workers = 等施工队伍
more-money = 资金没到位
more-no-day = 请写一个晚于到期日、半年以内的日期，比如 12月15日。
more-why-short = 请写一句话，说清为什么要延期。
more-asked = 已报给{ $whom ->
    [principal] 主要负责人
   *[other] 镇街监管人员
}，有答复就告诉您。到期日暂时不变。
accepts-more = { $what ->
    [more] 这里可以写日期
   *[why] 这里可以写延期的原因
}
extension-wanted = ⏳ { $person }申请延到{ $until }：{ $why ->
    [parts] 在等配件或设备
    [workers] 在等施工队伍
    [money] 资金还没到位
   *[words] { $reason }
}{ $count ->
    [0] {""}
   *[other] （已经延过 { $count } 次）
}
extension-yes = ✅ 同意延期
extension-no = ❌ 不同意
extension-answered = { $granted ->
    [yes] 已同意：{ $title }延到{ $until }。
   *[no] 没有同意延期：{ $title }。
}
extension-waits = 已经申请过延期，正在等答复。
extension-gone = 这个延期申请已经答复过了，或者事情已经办好。
extension-other-day = 这个日期不行，或者没写清原因。
letter-extension-asked = ⏳ <b>申请延期</b>：{ $enterprise }
    { $title }{ $detail }
    { $legal ->
        [yes] 法定期限
       *[no] 到期日
    }{ $due }，{ $person }想延到{ $until }：{ $why ->
        [parts] 在等配件或设备
        [workers] 在等施工队伍
        [money] 资金还没到位
       *[words] { $reason }
    }{ $count ->
        [0] {""}
       *[other] （已经延过 { $count } 次）
    }
letter-extension-decided = { $granted ->
    [yes] ✅ { $person }同意延到{ $until }：{ $title }。
   *[no] ❌ { $person }没有同意延期：{ $title }，请按 { $due } 的期限办。
}
letter-risen = 🔴 <b>{ $title }</b> { $detail }
    { $enterprise }（{ $town }）到{ $due }还没办。
open-late = 看逾期清单

## 提醒里捎带的事

ride-progress = 🚩 报进展{ $n ->
    [1] {""}
   *[other] {" "}{ $n }
}
ride-copy = 📨 { $n }. 代{ $person }收：{ $text }
ride-open-copy = 📨 { $n }
ride-draft = 📝 自查《{ $form }》答了 { $n } 题，停了 { $days } 天。答过的都在，接着做就行，{ $due }前交。
ride-go-on = 📝 接着做{ $n ->
    [1] {""}
   *[other] {" "}{ $n }
}
