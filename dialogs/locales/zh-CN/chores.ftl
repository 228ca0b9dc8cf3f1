## 定期工作

to-chores = 🔁 定期工作{ $n ->
    [0] {""}
   *[other] {" "}{ $n }
}
chores-title = { $n ->
    [0] <b>还没有定期工作</b>
    可以记下每月试一次报警器这样的事，到日子提醒。
   *[other] <b>定期工作 { $n } 件</b>
}
chore-once = 一次
chore-every = { $n ->
    [1] { $unit ->
        [day] 每天
        [week] 每周
       *[month] 每月
    }
   *[other] 每 { $n } { $unit ->
        [day] 天
        [week] 周
       *[month] 个月
    }
}
chore-item = { $n }. { $title } · { $rhythm }，{ $owner } · { $state ->
    [late] ⚠️ 该做了（{ $due }）
    [paused] 已暂停
   *[open] { $due }
}
chore-card = <b>{ $title }</b>
    { $number } · { $rhythm } · 由{ $owner }做
    { $state ->
        [late] ⚠️ 该做了（{ $due }）
        [paused] 已暂停
        [done] 已办好
        [stopped] 已停止
       *[open] 下一次：{ $due }
    }
chore-last = 上次：{ $day }，{ $person }
chore-photo-too = 做好了点一下；也可以直接发一张照片。
chore-done = ✅ 做好了
chore-pause = ⏸️ 暂停
chore-resume = ▶️ 恢复
chore-stop = ⏹️ 不再做
chore-new = ➕ 新增
chore-did = 已记下。
chore-turned = { $to ->
    [paused] 已暂停，不再提醒。
    [open] 已恢复。
   *[stopped] 已停止，以前的记录还在。
}
chore-made = 已记下，到日子提醒做的人。
chore-ask = { $field ->
    [title] <b>新增定期工作</b>
    做什么？写一句，例如：测试燃气报警器
    [rhythm] <b>{ $title }</b>
    多久做一次？点一个，或者写“每10天”。
    [owner] <b>{ $title }</b>
    谁来做？点一个，或者写名字。
   *[day] <b>{ $title }</b>
    第一次哪天做？点一个，或者写日期。
}
chore-not-read = { $field ->
    [rhythm] 没看懂多久一次，例如：每2周。
    [owner] 没有这位同事。
    [day] 这一天不合适，请写今天或以后的日期。
   *[title] 请写一句。
}
chore-accepts = { $at ->
    [new] 请点一个，或者写给我。
    [card] 请点下面的按钮，或者发一张照片。
   *[list] 请点下面的按钮。
}
chore-gone = 这件定期工作看不到了。
chore-not-now = 这件定期工作现在不能这样改。
chore-needs = 请写清做什么、多久一次，日期不能早于今天。
open-chore = 去看看
letter-chore = 🔁 { $title }：{ $days ->
    [0] 今天该做了。
   *[other] 已过 { $days } 天，请尽快做。
}{ $hazard ->
    [none] {""}
   *[other] {"\u000A"}这是隐患 { $hazard } 的预防措施。
}
