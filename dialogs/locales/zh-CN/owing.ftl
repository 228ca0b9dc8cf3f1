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
}
owed-place = { $enterprise }·
owed-detail = （{ $detail }）
owed-person = （{ $person }）
owed-now = ▶️ 现在办
owed-later = 🌅 明早再说
owed-hand = 👤 交给别人
owed-back = ↩️ 退回
owed-done-already = 这件事已经办好，或者交给别人了。
owed-void = 这件事不用办了。
owed-put-off = { $n ->
    [1] 好，{ $moment }再提醒您。到期日不变。
   *[other] 好，{ $n } 件事{ $moment }一起再提醒您。到期日不变。
}
owed-which = 要交出哪一件？
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
late-item = { $n }. { $enterprise }：{ $title }{ $detail }，超期 { $days } 天
concern-owed = 到期没办的 { $n } 件，见逾期清单
