## 企业分级：等级、算式、频次、变更记录、人工调整

firm-class = 📊 { $class } 级{ $hand ->
    [yes] （人工定）
   *[no] {""}
}
class-none = 等级还没有算出来，过一会儿再看。
class-title = <b>📊 { $class } 级 { $title }</b>，{ $since }起
class-by = { $hand ->
    [yes] 由监管人员定；按台账算是 { $worked } 级，{ $points } 分。
   *[no] 按台账算 { $points } 分。分数越高，监管越多。
}
class-dimension = { $what }：{ $n } 分（最多 { $most }）
class-moved = ↪️ { $what } → { $to } 级
class-look = { $kind ->
    [self] 📋 自查
    [inspect] 🔎 检查
   *[expert] 🧑‍🔬 专家检查
}每 { $days } 天：{ $never ->
    [yes] 还没有过
   *[no] 上次{ $last }，{ $ago } 天前
}，{ $share ->
    [0] { $late ->
        [0] { $due }前要有下一次
       *[other] ⚠️ 已超 { $late } 天
    }
   *[other] 抽 { $share }% 检查
}
class-working = 📐 怎么算的
class-history = 🕘 变更记录
class-change = ✏️ 调整等级
class-credit = · 安全积分 { $n } 分（{ $grade } 级）
class-factor = · { $what }：{ $n } 分{ $counts ->
    [yes] {""}
   *[no] （同类取高，不计）
}
class-total = 合计 { $n } 分，满 { $from } 分是 { $class } 级 { $title }
class-history-title = <b>等级变更记录</b>
class-by-points = 分数变了
class-reason = “{ $reason }”
class-changed = { $day }：{ $before ->
    [none] 定为 { $after } 级
   *[other] { $before } → { $after } 级
}，{ $by ->
    [hand] { $person }调整，{ $why }
   *[rules] 按台账，{ $why }
}
class-name = { $class ->
    [rules] 🔁 按台账算
   *[other] { $class } 级
}
class-pick = 现在是 { $class } 级，按台账算是 { $worked } 级。改成哪一级？
class-why = { $to ->
    [rules] 恢复按台账算
   *[other] 改为 { $to } 级
}，请写理由发给我，会留在变更记录里。
class-why-short = 请把理由写清楚一点。
class-why-missing = 没有理由，不能调整等级。
class-same = 等级没有变化。
class-set = ✅ 等级已调整，检查频次跟着变。
