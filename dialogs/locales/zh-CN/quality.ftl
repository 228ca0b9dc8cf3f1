## 质量提示：值得看一看的自查，只列事实

quality-title = <b>值得看一看的自查：{ $n } 份</b>
quality-hint = 这些只是提示，不是结论。
quality-none = 现在没有要特别看的自查。
quality-item = { $n }. { $new ->
    [yes] 🆕{" "}
   *[no] {""}
}{ $enterprise }，{ $form }，{ $day }，{ $signs } 条提示
quality-gone = 这份自查您现在看不到，或者已经没有提示了。
quality-card = <b>{ $enterprise }</b>（{ $town }）
quality-form = { $form }
quality-sent = { $person } { $time } 提交，回执 { $receipt }
quality-why = 为什么值得看：
quality-reason = • { $reason }
quality-question = “{ $question }”
quality-took = 答题用时 { $minutes ->
    [0] {""}
   *[other] { $minutes } 分{" "}
}{ $seconds } 秒，改过 { $changes } 处，{ $people } 人参加。
quality-fair = 以上只是事实，不代表填得不对。可以打电话问一问，或到现场看一看。
quality-photo = 回执 { $receipt } 的照片，第 { $n } / { $total } 张
back-to-reasons = ⬅️ 回到提示
back-to-digest = ⬅️ 今日情况

sign-hurried = { $of } 题里有 { $quick } 题比读一遍还快：平均 { $seconds } 秒一题，读一遍约要 { $reading } 秒。
sign-faster = 这次 { $seconds } 秒一题，这家单位往常约 { $usual } 秒一题。
sign-straight = 连续 { $n } 题点了同一个位置的按钮，每题不到 { $seconds } 秒。
sign-same-as-last = { $n } 题和{ $day }那次一字不差，其中现写的文字 { $words } 处、数字 { $numbers } 个也一样。
sign-same-text = { $question }：{ $days } 天里有 { $n } 家单位写了一模一样的话。
sign-recycled-own = { $question }：照片和本单位{ $day }{ $earlier }那题的照片是同一张。
sign-recycled-other = { $question }：照片和较早一条记录里的照片是同一张。
sign-one-photo = { $question }等 { $n } 题用的是同一张照片。
sign-blank = { $question }：照片看不出内容（全黑、全白或挡住了镜头）。
sign-set-aside = { $of } 题里有 { $n } 题答了不适用，各写了原因。
sign-zero-again = 这张表已经连续 { $n } 次零报告。
sign-found-later = 报了没有隐患，{ $days } 天后现场检查 { $number } 查出 { $n } 项。
