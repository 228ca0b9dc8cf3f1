## 简报：数字按钮、周月季年、催办、什么时候发

digest-number = { $measure ->
    [overdue] ⏰ 超期 { $n }
    [open] 🔧 未改 { $n }
    [current] 🧾 已交 { $n }
    [found] 🔎 发现 { $n }
    [closed] ✅ 销号 { $n }
   *[zero] 📄 零报告 { $n }
}
digest-accepts = { $at ->
    [wishes] 点一个时间，或者直接写，比如“9点”。
   *[other] 请点下面的按钮。
}
to-digest-more = 📊 周月季年
digest-more = <b>更多简报</b>
    看哪一段？数字都能点开看名单。
to-span = { $span ->
    [week] 上周
    [month] 上月
    [quarter] 上季度
   *[year] 去年
}
to-digest-wishes = ⏱ 每天 { $time } 发
digest-wishes = <b>简报什么时候发？</b>
    现在是工作日 { $time }。点一个时间，或者直接写给我，早上 8 点到晚上 8 点之间都行。
    { $report ->
    [yes] 每月第一个工作日附一份月报（PDF）。
   *[no] 每月第一个工作日可以再附一份月报（PDF）。
}
digest-report-on = 📄 要月报
digest-report-off = 📄 不要月报
digest-hour-said = 好，以后工作日 { $time } 发给您。
digest-hour-quiet = 早上 8 点前、晚上 8 点后不发消息，请换一个时间。

span-title = <b>{ $name }</b> · { $span ->
    [week] 上周
    [month] 上月
    [quarter] 上季度
   *[year] 去年
}（{ $days }）
span-found = 发现隐患 { $n } 处{ $change }
span-closed = 销号 { $n } 处{ $change }{ $timely ->
    [-1] {""}
   *[other] ，按期 { $timely }%
}{ $days ->
    [-1] {""}
   *[other] ，平均 { $days } 天
}
span-overdue = 超期没改 { $n } 处{ $change }{ $major ->
    [0] {""}
   *[other] ，其中重大 { $major } 处
}
span-checks = 自查已交 { $done } / { $owed }{ $share ->
    [-1] {""}
   *[other] （{ $share }%）
} · 零报告 { $zero } 份
span-again = 重复发生 { $n } 处{ $share ->
    [-1] {""}
   *[other] （{ $share }%）
}
span-source = { $source ->
    [check] 自查
    [report] 上报
    [tip] 举报
    [drill] 演练
    [expert] 专家
    [department] 部门
   *[inspection] 检查
} { $n }
span-sources = 来源：{ $sources }
span-more = （比{ $span ->
    [week] 前一周
    [month] 前一月
    [quarter] 前一季度
   *[year] 前年
}多 { $n }）
span-fewer = （比{ $span ->
    [week] 前一周
    [month] 前一月
    [quarter] 前一季度
   *[year] 前年
}少 { $n }）
span-same = （和{ $span ->
    [week] 前一周
    [month] 前一月
    [quarter] 前一季度
   *[year] 前年
}一样）
letter-digest-same = { $name } · { $day }：没有新情况，说过的 { $n } 件还没办完。

to-chase = 🔔 催办
chase-title = <b>催哪一家？</b>点编号，马上发给它的负责人和安全管理员。一家一天只催一次。
chase-none = 现在没有要催的。
chase-item = { $n }. { $concern }{ $chased }
chase-by = {" "}· 今天{ $person }催过
chase-one = 🔔 { $n }
chase-all = 🔔 全部催办（{ $n } 家）
chase-said = { $n ->
    [1] 已催{ $enterprise }。
   *[other] 已催{ $enterprise }等 { $n } 家。
}
chased-today = 这家今天已经催过了，明天还可以再催。
letter-chased = 🔔 { $person }催办：{ $why ->
    [unsubmitted] 自查过期 { $days } 天还没交，请尽快做完提交。
    [overdue] 隐患 { $hazard } 已超期 { $days } 天，请尽快整改，改不完的请申请延期。
    [listed] 挂牌督办的隐患 { $hazard } 还没有改好，请抓紧整改、报进展。
   *[major] 疑似重大隐患 { $hazard } 还没有改好，请先采取措施确保安全，再抓紧整改。
}
