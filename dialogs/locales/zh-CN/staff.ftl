## 人员名册：谁在这里干活，能不能上岗，来了、换岗、返岗、走了

to-staff = { $keeps ->
    [yes] 👷 人员名册
   *[no] 👷 我的岗位
}
staff-title = <b>人员名册</b>：{ $n } 人
staff-found = <b>找到 { $n } 人</b>
staff-item = { $n }. { $person }{ $post }{ $state }
staff-item-post = {" "}· { $post }
start-short = {" "}{ $n ->
    [0] ✅
   *[other] ⛔ { $n } 条
}
staff-how = 写名字看能不能上岗；写“张三 电工 11月1日”就加一个人，一行一个。
staff-add = ➕ 加人
staff-worker = <b>{ $person }</b> · { $post }
staff-no-post = 岗位没填
staff-since = { $day }到岗{ $back ->
    [yes] ，{ $again }返岗
   *[no] {""}
}。
staff-not-listed = 名册里还没有您。请单位的安全管理员把您加上。
staff-accepts = 请点按钮，或写名字，例如“张三”“张三 电工 11月1日”。
staff-accepts-day = 请点按钮，或写日期，例如“11月1日”。

staff-ask-name = 写名字，或一行写全：<b>张三 电工 11月1日</b>。几个人就写几行。
staff-ask-post = { $person }做什么岗位？点一个，或直接写。
staff-more-posts = 更多岗位
staff-ask-since = { $person }（{ $post }）哪天到岗？点一个，或写日期。
staff-ask-back = { $person }哪天返岗？点一个，或写日期。
staff-ask-left = { $person }最后一天是哪天？点一个，或写日期。
staff-ask-link = { $person }用的是哪个账号？
month-first = 本月1日
staff-unknown = 名册里没有“{ $person }”。要加就选岗位，不加就返回。
staff-not-read = 没看懂名字。请写“张三 电工 11月1日”这样的一行。
staff-no-day = 没看懂日期，或者日期还没到。
staff-no-name = 名字没写。
staff-day-ahead = 日期还没到，到了那天再登记。
staff-day-before = 最后一天不能早于到岗那天。
staff-gone = 名册里没有这个人了。
staff-not-linked = 这个账号现在不能关联。
staff-added = { $n ->
    [1] { $person }已加进名册。
   *[other] { $person }等 { $n } 人已加进名册。
}
staff-changed = 岗位已改，从今天算。换岗要重新培训。
staff-returned = { $person }已返岗，上岗前要重新培训。
staff-left = { $person }已从名册移出。
staff-linked = { $person }已关联账号。
staff-post = 🔁 换岗
staff-back = ↩️ 返岗
staff-leave = 🚪 离职
staff-link = 🔗 关联账号

## 能不能上岗

start-yes = ✅ <b>{ $whole ->
    [yes] 可以上岗
   *[no] 查过的都没有问题
}</b>
start-no = ⛔ <b>现在不能上岗</b>：
start-reason = · { $why }（{ $basis }）
start-ours = 本系统默认规则
start-why = { $ground ->
    [no_certificate] 没有这个岗位要的证（{ $what }）
    [expired] { $what }{ $day }过期了
    [review_overdue] { $what }应在{ $day }前复审，没有复审
    [hours_short] 岗前培训 { $done } 学时，要满 { $needed } 学时
    [not_examined] 一年内没有考过试
    [exam_failed] 最近一次考试（{ $day }）不及格
   *[vetoed] 在一票否决名单上：{ $what }，到{ $until }
}
start-unknown-post = 这个岗位不在列表里，没有核对要不要证。
start-hours-unknown = 培训学时还没有记录，没有核对。
start-no-account = 没有账号，考试成绩查不到，没有核对。
