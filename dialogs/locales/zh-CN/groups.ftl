## 企业分组：按条件筛选，存起来反复用

to-groups = 🗂 企业分组
groups-title = <b>🗂 企业分组</b>{ $n ->
    [0] {""}
   *[other] （{ $n } 个）
}
groups-how = 点“新建”一步步选，或直接发一句话，比如：城东街道 用燃气 90天没检查。
group-item = { $n }. { $name }
group-new = ➕ 新建
group-making = <b>{ $name ->
    [none] 新分组
   *[other] { $name }
}</b>
group-count = 现在有 <b>{ $n }</b> 家，随情况变化。
group-how = 接着选，或发文字补充条件。
group-where = 📍 地区部门
group-work = 🏭 行业颜色
group-facts = 🔥 企业情况
group-stands = 📋 检查与隐患
group-reset = 🧹 清空条件
group-as-name = 按名称找“{ $words }”
group-list = 📃 名单 { $n }
group-keep = 💾 保存
group-chosen = ✅ 选好了
group-choose = 点一下选上，再点一下取消。
group-choose-facts = 点一下：有；再点：没有；再点：不限。
group-not-understood = 没看懂：“{ $text }”。其余条件已加上。
group-accepts = 请发条件，比如：用燃气，90天没检查。
group-accepts-name = 请发分组的名字。
group-name = <b>给分组起个名字，</b>最多 { $n } 个字，直接发给我：
group-nameless = 还没有条件或名字。
group-taken = 已经有叫“{ $name }”的分组，换个名字。
group-many = 分组已有 { $n } 个，请先删掉不用的。
group-missing = 这个分组已经删除，或者不是本辖区的。
group-saved = 💾 已保存“{ $name }”。
group-heading = <b>🗂 { $name }</b>
group-town = { $town }：{ $n } 家
group-by = { $person } { $day }保存
group-change = ✏️ 改条件
group-delete = 🗑 删除
group-deleted = 已删除
group-sure = 删除分组“{ $name }”？正在进行的专项不受影响。
group-campaign = 🚩 开专项行动
group-warning = 📢 发通知

query-everybody = 👥 { $place }全部企业
query-some = 👥 { $place }：{ $parts }
query-nobody = 👥 没有企业（条件读不出来，请重选）
query-or = { $first }或{ $then }
query-or-more = { $first }等 { $n } 项
query-not = 没有：{ $label }
query-not-checked = { $ever ->
    [no] 从没自查
   *[yes] { $days }天没自查
}
query-not-inspected = { $ever ->
    [no] 从没上门检查
   *[yes] { $days }天没上门查
}
query-not-covered = { $now ->
    [yes] 本季度没覆盖
   *[no] { $quarter }没覆盖
}
query-missed = 没做专项 { $number }
query-class = { $class }级企业
query-unlooked = { $look ->
    [self_check] 自查超期
    [expert] 专家检查超期
   *[other] 上门检查超期
}
query-undone = 本期没交{ $form }
query-any-form = 自查
query-hazards = { $kind ->
    [major] 有重大隐患
    [overdue] 有逾期隐患
   *[open] 有未改隐患
}
query-unsigned = 没签承诺
query-never-joined = 没人加入
query-silent = 联系不上
query-text = 名称含“{ $text }”
query-codes = 点名 { $n } 家
query-range = { $low ->
    [none] { $high }人及以下
   *[other] { $high ->
        [none] { $low }人及以上
       *[other] { $low }到{ $high }人
    }
}
