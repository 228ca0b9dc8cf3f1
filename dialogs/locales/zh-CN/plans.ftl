## 应急预案登记

to-plans = 📘 应急预案
plan-list = <b>应急预案</b>（{ $n }）
plan-line = { $n }. { $enterprise ->
    [none] {""}
   *[other] { $enterprise } ·{" "}
}{ $title }（{ $kind ->
    [overall] 综合
    [special] 专项
   *[on_site] 现场处置
}）
plan-new = ➕ 登记预案
plan-kind-ask = 这是哪一种预案？
plan-overall = 综合应急预案
plan-special = 专项应急预案
plan-on-site = 现场处置方案
plan-title-ask = 叫什么名字？点一个，或者直接写。
plan-title-short = 名字至少写两个字。
plan-day-ask = 哪天公布的？点“今天”，或者直接写日期。
plan-today = 今天
plan-day-unclear = 没看懂日期，请写成 2026-11-20 这样。
plan-day-ahead = 公布日期不能晚于今天。
plan-day-wrong = 日期要在公布以后、今天以前。
plan-entered-now = ✅ 已登记。把封面或全文发到这里，会一起保存。
plan-gone = 没有找到这份预案。
plan-card = <b>{ $title }</b>（{ $kind ->
    [overall] 综合
    [special] 专项
   *[on_site] 现场处置
}）
plan-version = 现行：{ $version }，{ $day } 公布
plan-older = 旧版：{ $version }，{ $day } 公布
plan-filed = 已备案：{ $day }{ $number ->
    [none] {""}
   *[other] ，编号 { $number }
}
plan-file-by = 还没备案，最晚 { $day }{ $late ->
    [yes] ，已经超期
   *[no] {""}
}。
plan-review-by = 下一次评估最晚 { $day }。
plan-files = 文件、照片：{ $n } 份
plan-card-how = 照片、文件直接发到这里。
plan-ended = 已停用，留作记录。
plan-file = 🏛️ 已备案
plan-filing-ask = 备案编号是多少？（{ $title }）
plan-no-number = 没有编号
plan-filed-now = ✅ 已记为今天备案。
plan-review = 🔁 评估过了
plan-reviewed-now = ✅ 已记为今天评估，内容不变。
plan-new-version = ⬆️ 出了新版
plan-withdraw = 🗑️ 停用
plan-file-kept = 📎 收到，正在保存。
plan-accepts-title = 请写预案的名字。
plan-accepts-day = 请写公布日期。
plan-accepts-filing = 请写备案编号。
plan-accepts-file = 可以发照片或文件。
