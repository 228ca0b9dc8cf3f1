## 隐患

hazards-title = <b>隐患 { $n } 处</b>
hazards-none = 没有登记的隐患。
hazards-none-found = { $what }
    { $searched ->
        [yes] 没找到。换个说法再打一次，或者清除筛选看全部。
       *[no] 没有这样的隐患。清除筛选可以看全部。
    }
hazard-at = { $enterprise }：
hazard-item = { $n }. { $place }{ $severity ->
    [listed] 🚩 挂牌督办，
    [confirmed] ⚠️ 重大隐患，
    [major] ⚠️ 疑似重大，
   *[general] {""}
}{ $question } · { $late ->
    [yes] 已超期（{ $due }）
    [over] {""}
   *[no] { $due }前
}{ $state ->
    [closed] 已销号
    [duplicate] 重复
    [withdrawn] 已撤回
    [review] （等待认定）
    [planned] （已定方案）
    [fixing] （整改中）
    [evidence] （待复查）
    [suspended] （已暂停）
   *[other] {""}
}
hazard-title = <b>{ $number }</b> { $severity ->
    [major] ⚠️ 疑似重大隐患
    [confirmed] ⚠️ 重大隐患
   *[general] 一般隐患
}
hazard-question = <b>{ $question }</b>
hazard-where = { $enterprise }（{ $town }）
hazard-found = { $time }，{ $person }{ $source ->
    [check] 自查发现
    [report] 上报
    [tip] 转来的举报
    [drill] 演练发现
    [department] 现场检查发现
    [expert] 专家检查发现
    [supervision] 督导检查发现
   *[inspection] 检查发现
}，{ $state ->
    [found] 还没提交
    [reported] 已上报
    [review] 等待认定
    [planned] 已定方案
    [fixing] 整改中
    [evidence] 待复查
    [suspended] 已暂停
    [closed] 已销号
    [duplicate] 重复
   *[withdrawn] 已撤回
}
hazard-withdrawn = 随更正撤回，原因：{ $reason }
hazard-due = { $days ->
    [0] 期限：今天
   *[other] 期限：{ $due }前改好
}
hazard-major-note = 是不是重大隐患，由监管人员判定。先停用、先撤人。
hazard-photo = { $number ->
    [none] 照片
   *[other] { $number } 的照片
} { $n } / { $total }{ $kind ->
    [pair] ：左边整改前，右边整改后
    [after] ：整改后
    [note] ：补充
   *[before] {""}
}
hazard-gone = 这条隐患看不到了。
hazard-not-now = 这条隐患现在不能这样改。
photo-look = 🖼️ 看照片 { $n }
photo-next = 下一张 ➡️
back-to-card = ⬅️ 回到隐患
back-to-check = ⬅️ 回到自查
back-to-list = ⬅️ 回到列表

## 隐患列表的筛选

to-sift = 🔎 筛选
sift-clear = ✖️ 清除筛选
sift-stage = 状态
sift-town = 镇街
sift-industry = 行业
sift-source = 来源
sift-cause = 原因统计
sift-caused = { $cause }{ $n ->
    [0] {""}
   *[other] {" "}· { $n } 处
}
sift-mine = 👤 我负责的
sift-major = ⚠️ 只看重大
sifted = <b>{ $what } · { $n } 处</b>
sift-typed = 可以点下面的，几样一起筛；也可以在列表里直接打字找：编号或尾号、{ $who ->
    [many] 企业名、
   *[one] {""}
}隐患里的字。
sift-which = { $what ->
    [stage] 看哪些隐患？
    [town] 看哪个镇街？点编号，或者打名字。
    [industry] 看哪个行业？点编号，或者打名字。
    [cause] 未销号和近期销号的隐患，按原因统计。点编号看是哪些。
   *[source] 隐患从哪里来的？
}
sift-is = { $stage ->
    [open] 未销号
    [overdue] 已超期
    [waiting] 待我审定
   *[closed] 近期已销号
}
sift-stage-is = { $stage ->
    [open] 未销号
    [overdue] 未销号 · 已超期
    [waiting] 待我审定
    [found] 发现的
    [closed_then] 销号的
   *[closed] 近 { $days } 天已销号
}
sift-from = { $source ->
    [check] 自查
    [report] 上报
    [tip] 举报
    [drill] 演练
    [department] 部门检查
    [expert] 专家检查
    [supervision] 督导
   *[inspection] 检查
}
sift-is-major = 重大（含疑似）
sift-is-timely = 按期销号
sift-is-again = 重复发生
sift-is-mine = 我负责的
sift-number = 编号尾号 { $number }
sift-text = “{ $text }”
sift-item = { $n }. { $label }
sift-enterprise = 企业 { $code }
sift-name = { $text }
