## 隐患

hazards-title = <b>隐患 { $n } 处</b>
hazards-none = 没有登记的隐患。
hazard-at = { $enterprise }：
hazard-item = { $n }. { $place }{ $severity ->
    [major] ⚠️ 疑似重大，
   *[general] {""}
}{ $question } · { $late ->
    [yes] 已超期（{ $due }）
   *[no] { $due }前
}{ $state ->
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
hazard-photo = { $number } 的照片 { $n } / { $total }{ $kind ->
    [pair] ：左边整改前，右边整改后
    [after] ：整改后
   *[before] {""}
}
hazard-gone = 这条隐患看不到了。
hazard-not-now = 这条隐患现在不能这样改。
photo-look = 🖼️ 看照片 { $n }
photo-next = 下一张 ➡️
back-to-card = ⬅️ 回到隐患
back-to-check = ⬅️ 回到自查
back-to-list = ⬅️ 回到列表
