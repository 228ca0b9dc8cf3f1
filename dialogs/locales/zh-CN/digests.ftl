## 简报：数字按钮、周月季年、催办、什么时候发

digest-number = { $measure ->
    [overdue] ⏰ 超期 { $n }
    [open] 🔧 未改 { $n }
    [current] 🧾 已交 { $n }
    [found] 🔎 发现 { $n }
    [closed] ✅ 销号 { $n }
    [visits] 🧭 检查 { $n }
   *[zero] 📄 零报告 { $n }
}
digest-accepts = { $at ->
    [wishes] 点一个时间，或者直接写，比如“9点”。
   *[other] 请点下面的按钮。
}
to-digest-more = { $chase ->
    [yes] 🔔 催办、更多
   *[no] 📊 更多
}
digest-more = <b>更多简报</b>
    { $spans ->
    [yes] 看哪一段？数字都能点开看名单。
   *[no] 要办的在上面，周月季年的数字也能点开看名单。
}
to-spans = 📊 周月季年
back-whence = ⬅️ { $place ->
    [digest-day] 回简报
    [digest-week] 回周报
    [digest-month] 回月报
    [digest-quarter] 回季报
    [digest-year] 回年报
    [supervise] 回企业与检查
    [card] 回企业卡片
    [enterprise] 回企业名单
    [campaigns] 回专项行动
    [samples] 回抽核
   *[quarter] 回季度覆盖
}
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
    监管工作群也想收的，在群里发 /group。
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
span-visits = 现场检查 { $n } 家次，查出 { $items } 项{ $agreed ->
    [-1] {""}
   *[other] ，与自查一致 { $agreed }%
}
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
hazard-chased = 🔔 今天{ $person }催过
chase-one = 🔔 { $n }
chase-all = 🔔 全部催办（{ $n } 家）
chase-said = { $n ->
    [1] 已催{ $enterprise }。
   *[other] 已催{ $enterprise }等 { $n } 家。
}
chase-quiet = 晚上 8 点到早上 8 点不打扰企业，明早再催。重大隐患随时可以催。
chased-today = 这家今天已经催过了，明天还可以再催。
letter-chased = 🔔 { $person }催办：{ $why ->
    [unsubmitted] 自查过期 { $days } 天还没交，请尽快做完提交。
    [overdue] 隐患 { $hazard } 已超期 { $days } 天，请尽快整改，改不完的请申请延期。
    [listed] 挂牌督办的隐患 { $hazard } 还没有改好，请抓紧整改、报进展。
   *[major] 疑似重大隐患 { $hazard } 还没有改好，请先采取措施确保安全，再抓紧整改。
}

to-chart = 📈 12 周曲线
chart-begun = 正在画近 12 周的曲线，画好就发给您。
chart-title = { $name } · 近 { $weeks } 周隐患
chart-series = { $what ->
    [found] 发现
   *[closed] 销号
}
chart-message = 上周发现 { $n } 处，{ $way ->
    [more] 比前 { $weeks } 周平均（{ $usual }）多 { $more }
    [fewer] 比前 { $weeks } 周平均（{ $usual }）少 { $more }
   *[same] 和前 { $weeks } 周平均一样
}；销号 { $closed } 处
to-paper-report = 📄 月报 PDF
paper-report-begun = 正在做上个月的月报，做好就发给您。
paper-report-letter = 📄 <b>{ $name }月报</b>
paper-report-title = { $name }安全生产月报
paper-report-subtitle = { $days } · { $day }生成
paper-report-sentence = 上月发现隐患 { $found } 处，销号 { $closed } 处{ $timely ->
    [-1] {""}
   *[other] （按期 { $timely }%{ $days ->
        [-1] {""}
       *[other] ，平均 { $days } 天
    }）
}；月底还有 { $overdue } 处超期没改。
paper-report-footer = 主要数字是月末留存的快照，以后不再变；各镇街和要关注的企业按生成时的台账。名单可以在聊天里点开、导出。
paper-report-grid = { $grid ->
    [numbers] 主要数字
    [towns] 各镇街
   *[exceptions] 要关注的企业
}
paper-report-head = { $head ->
    [what] 指标
    [now] 上月
    [then] 前一月
    [change] 变化
    [town] 镇街
    [found] 发现
    [closed] 销号
    [overdue] 超期
    [enterprise] 企业
    [kind] 情况
   *[days] 天数
}
paper-report-kind = { $kind ->
    [listed] 挂牌督办
    [major] 疑似重大隐患
    [overdue] 隐患超期
    [silent] 联系不上
    [never_joined] 一直没加入
   *[unsubmitted] 自查没交
}
measure = { $measure ->
    [found] 发现隐患（处）
    [closed] 销号（处）
    [timely] 其中按期销号（处）
    [again] 重复发生（处）
    [open] 月底未销号（处）
    [overdue] 月底超期（处）
    [major] 月底重大（含疑似，处）
    [major_overdue] 月底重大超期（处）
    [submitted] 提交自查（份）
    [zero] 其中零报告（份）
    [visits] 现场检查（家次）
    [items] 现场检查查出（项）
    [owed] 本期应交自查（份）
    [done] 本期已交自查（份）
    [enterprises] 企业（家）
   *[never_joined] 一直没加入（家）
}

group-asked = 好，请在和我的私聊里确认，确认以后群里每个工作日早上发一次简报。
letter-group-asked = 👥 您在群“{ $title }”里要简报。点下面确认一下给这个群看什么。
open-group = 👥 去确认
group-link = <b>给群“{ $title }”发{ $name }的简报？</b>
    工作日 08:30 发一次：只有数字和企业名，没有人名和电话。群里所有人都看得到，请确认群里都是监管人员。
group-linked = <b>群“{ $title }”正在收{ $name }的简报</b>
    工作日 08:30 发一次：只有数字和企业名。您离任以后自动停发。
group-yes = ✅ 开始发
group-end = ⏹ 停止发
group-begun = 好，从明天起发给群“{ $title }”。
group-ended = 群“{ $title }”不再收简报。
group-gone = 这个群的简报已经停了，或者超过一天没确认。请在群里重新发 /group。
group-linked-already = 这个群已经有人设了简报，先请他停掉。

## 岗位交接

digest-seats = 🤝 身份交接：{ $n ->
    [0] {""}
   *[other] 已接手 { $n } 个
}{ $waiting ->
    [0] {""}
   *[other] { $n ->
        [0] {""}
       *[other] ，
    }等人接手 { $waiting } 个
}
to-exchanges = 🤝 交接 { $n }
exchanges-title = <b>身份交接</b> · { $span ->
    [day] 上个工作日到现在
    [week] 上周
    [month] 上月
    [quarter] 上季度
   *[year] 去年
}接手 { $n } 个，现在等人接手 { $waiting } 个。点编号看企业。
exchanges-item = { $n }. { $enterprise } · { $role } · { $state ->
    [waits] ⏳ { $time } 提出，还没接
   *[handed] ✅ { $time } 接手
}
