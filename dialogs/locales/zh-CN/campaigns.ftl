## 专项行动和检查计划

to-campaigns = 🚩 专项行动
campaigns-title = <b>🚩 专项行动和检查计划</b>{ $n ->
    [0] {""}
        还没有。点“发起”：选表、选企业、定时间，企业会收到一份自查。
   *[other] （{ $n } 个）
}
campaign-item = { $n }. { $title }：{ $state ->
    [ended] 已结束，完成 { $done }/{ $all }
    [paused] 已暂停，完成 { $done }/{ $all }
    [coming] { $starts }开始
    [between] 下一次{ $starts }开始
    [over] 已截止，完成 { $done }/{ $all }
   *[on] 完成 { $done }/{ $all }（{ $percent }%），{ $due }前
}
campaign-new = ➕ 发起
campaign-which-form = <b>用哪张检查表？</b>
campaign-whom = <b>哪些企业做？</b>选分组，或发一句话，比如：用燃气的餐饮。
campaign-form-item = { $n }. { $form }
campaign-group = { $n }. 🗂 { $name }
campaign-everybody = 👥 全部企业
campaign-these = ✅ 就这些
campaign-when = <b>什么时候做？</b>点一个，或发文字：10天、12月15日前。
campaign-within = { $n }天内
campaign-daily = 📆 每天
campaign-weekly = 📆 每周
campaign-monthly = 📆 每月
campaign-quarterly = 📆 每季度
weekday-long = 周{ $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}
campaign-which-days = <b>一周里哪几天？</b>点选，再点取消。遇节假日：每天的跳过，每周的顺延。
campaign-sure = { $changed ->
    [yes] <b>改“{ $title }”，下一次起生效</b>
   *[no] <b>看一下再发起：{ $title }</b>
}
campaign-form = 📝 { $form }
campaign-rhythm = 🗓 { $rhythm ->
    [once] 做一次
    [daily] 每天{ $named ->
        [0] （工作日）
       *[other] （周{ $days }）
    }
    [weekly] 每周{ $named ->
        [0] {""}
       *[other] （周{ $days }）
    }
    [monthly] 每月
   *[quarterly] 每季度
}
campaign-terms = ⏳ { $starts }开始，限 { $days } 天{ $late ->
    [0] ，过期不收
   *[other] ，过期 { $late } 天内还收（记迟交）
}；{ $who ->
    [principal] 主要负责人亲自做
    [all] 一人填，其余负责人都要确认
   *[one] 有一人做就行
}{ $until ->
    [none] {""}
   *[other] ；到{ $until }为止
}
campaign-count = 现在有 <b>{ $n }</b> 家，停产、关闭的不算。
campaign-round = { $n ->
    [0] 📆 { $starts } 至 { $due }
   *[other] 第{ $n }次：{ $starts } 至 { $due }
}
campaign-type = 截止日遇节假日顺延。可发文字改时间：12月1日开始、10天、12月15日前。
campaign-rename = ✏️ 改名称
campaign-audience = 👥 改范围
campaign-time = 🗓 改时间
campaign-weekdays = 📆 选星期
campaign-late = ⏰ { $n ->
    [0] 过期不收
   *[other] 宽限{ $n }天
}
campaign-by-one = 👤 一人即可
campaign-by-principal = 👤 主要负责人
campaign-by-all = 👤 都要确认
campaign-send = ✅ 发起
campaign-save = 💾 保存
campaign-title = 现在叫“{ $title }”。请发新名称，最多 { $n } 个字。
campaign-accepts = { $at ->
    [title] 请发名称。
    [whom] 请发条件，比如：用燃气，90天没检查。
   *[other] 请发时间，比如：10天、12月1日开始、12月15日前。
}
campaign-opened = ✅ 已发起“{ $title }”，{ $later ->
    [yes] { $starts }开始，到时通知企业。
   *[no] 正在通知企业，随提醒一起送到。
}
campaign-changed = 💾 已保存“{ $title }”，下一次起生效。
campaign-nobody = 这个范围里现在没有企业。
campaign-past = 开始日期已过，请改时间。
campaign-terms-refused = 时间或名称不对，请重新选。
campaign-gone = 没有这个专项，或者不在您的辖区。
campaign-over = 这个专项已经结束。
campaign-stands = 已经改过了，请看最新状态。
campaign-not-on = 现在没有进行中的一次，不用催。
campaign-chased-lately = { $time } 刚催过，明天再催。
campaign-closed = “{ $title }”已截止，不再接收。
campaign-principal = 这份要由主要负责人亲自提交。
campaign-nothing-to-sign = 不用确认，或者已经确认过了。

campaign-heading = <b>🚩 { $title }</b>{ $state ->
    [ended] （已结束）
    [paused] （已暂停）
    [coming] （未开始）
    [over] （已截止）
   *[on] {""}
}
    { $number }
campaign-round-on = { $several ->
    [yes] <b>第{ $n }次</b> { $starts } 至 { $due }
   *[no] <b>{ $starts } 至 { $due }</b>
}{ $state ->
    [closed] ，已截止
    [filling] ，正在通知
    [late] ，已过期，{ $closes }前还收
   *[on] {""}
}
campaign-figures = ✅ 完成 <b>{ $done }</b> / { $n }（{ $percent }%）{ $late ->
    [0] {""}
   *[other] ，其中迟交 { $late }
}
campaign-left = ⏳ 没开始 { $open }，做了一半 { $begun }{ $silent ->
    [0] {""}
   *[other] ；联系不上 { $silent }
}
campaign-rests = ⏸ 停产、关闭 { $n } 家，不计入
campaign-found = ⚠️ 查出隐患 { $n } 条，重大 { $major } 条，已闭环 { $closed } 条
campaign-town = { $town }：{ $done }/{ $n }（{ $percent }%）
campaign-more-towns = 还有 { $n } 个镇街
campaign-chased = 📣 已催 { $n } 次，最近 { $time }
campaign-following = 下一次：{ $starts }
campaign-by = { $place } { $person } 发起
campaign-refresh = 🔄 刷新
campaign-fresh = 已刷新
campaign-missing = 📃 没做的 { $n }
campaign-chase = 📣 催一遍
campaign-chasing = 📣 正在催 { $n } 家，上班时间送到。
campaign-hazards = ⚠️ 隐患 { $n }
campaign-pause = ⏸ 暂停
campaign-resume = ▶️ 恢复
campaign-change = ✏️ 改下一次
campaign-end = ⏹ 结束
campaign-end-sure = 结束“{ $title }”？没做的企业不用再做，也不能再交。
campaign-ended = 已结束，汇总随后送到。
campaign-missing-title = <b>没做的：{ $n } 家</b>（{ $title }）
campaign-unreached = { $n }. { $enterprise }（{ $town }）{ $share ->
    [begun] 做了一半
    [silent] 联系不上
    [missed] 没交
   *[open] 没开始
} · { $person } { $phone }
campaign-table = 📤 名单表格
campaign-look = 👀 看详情

letter-campaign-chase = 📣 <b>{ $enterprise }</b>：“{ $title }”还没做完，{ $late ->
    [0] { $soon ->
        [today] 今天截止
       *[later] { $due }前要交
    }
   *[other] 已超期 { $late } 天
}。请抓紧。
letter-campaign-over = <b>🏁 专项行动已截止：{ $title }</b>
letter-campaign-sign = ✍️ <b>{ $person }</b> 已填好“{ $title }”，请您看过后确认，{ $due }前。
campaign-do = ▶️ 现在做
open-campaign-sign = ✍️ 去确认
campaign-sign-ask = “{ $title }”已由同事填好，要负责人都确认（已确认 { $n } 人），{ $due }前。情况属实就点“确认”。
campaign-sign = ✍️ 确认属实
campaign-view = 👀 先看内容
campaign-signed = ✅ 已确认“{ $title }”。
campaign-done-already = ✅ “{ $title }”已经完成。
campaign-see-menu = 专项行动的自查在主菜单里。
owed-by-campaign = 🚩 { $title }
hazard-campaign = 🚩 来自专项行动：{ $title }
sift-campaign = 专项 { $number }
