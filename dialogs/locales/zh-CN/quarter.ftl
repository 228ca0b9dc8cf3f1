## 每季度全覆盖、抽核、三方比对

to-quarter = 📊 全覆盖
quarter-title = <b>{ $year }年第{ $quarter }季度全覆盖：{ $percent }%</b>
    共 { $total } 家，核查了 { $covered } 家{ $left ->
        [0] ，本季度已结束
       *[other] ，本季度还剩 { $left } 天
    }
quarter-way = { $how ->
    [sampled_self_check] 📝 自查抽核通过
    [expert_check] 🧑‍🔬 专家检查
    [nobody_there] 🚪 上门没人
   *[department_check] 🏛 部门检查
}：{ $n } 家
quarter-counts = 🧭 检查 { $visits } 家次；隐患 { $items } 项
quarter-group = { $kind ->
    [colour] { $name ->
        [orange] 橙色
        [yellow] 黄色
        [blue] 蓝色
        [white] 白色
       *[green] 绿色
    }
    [department] { $name ->
        [empty] 没定部门
       *[other] { $name }
    }
   *[town] { $name }
}：{ $percent }%{ $missed ->
    [0] {""}
   *[other] ，还差 { $missed } 家
}
quarter-missed = 📋 没核查到 { $n }
quarter-by-town = 🏘 按镇街
quarter-by-colour = 🎨 按颜色
quarter-by-department = 🏛 按部门
quarter-samples = 🎲 抽核 { $n }
quarter-agreed = ⚖️ 三方比对
quarter-missed-title = { $n ->
    [0] ✅ 本季度全部核查到了。
   *[other] <b>本季度还没核查到：{ $n } 家</b>
}
quarter-missed-item = { $n }. { $enterprise }（{ $town }）：{ $reached ->
    [yes] 上次 { $last }
   *[no] 从没核查过
}{ $checks ->
    [0] ，本季度没交自查
   *[other] ，本季度交了 { $checks } 份自查
}
sample-title = <b>自查抽核</b>：本季度抽中 { $drawn } 份，通过 { $accepted }，不通过 { $refused }
    { $waiting ->
        [0] 没有等着核的。
       *[other] 等着核 { $waiting } 份{ $late ->
            [0] {""}
           *[other] ，其中 { $late } 份超过期限
        }
    }
sample-item = { $n }. { $enterprise }：{ $form }（{ $ground ->
    [class] 按分级抽
    [flagged] 有质量提示
    [unreached] 快到季末还没核查到
   *[again] 上次没通过
}）
sample-card = <b>{ $enterprise }</b>（{ $town }）
    { $form }，{ $receipt }
    { $person }，{ $day }提交，{ $score } 分，{ $bad ->
        [0] 没有隐患
       *[other] 隐患 { $bad } 条
    }
sample-drawn = 🎲 从{ $day }交的自查里抽中：{ $ground ->
    [class] 按分级抽
    [flagged] 有质量提示
    [unreached] 快到季末还没核查到
   *[again] 上次没通过
}，抽中的机会 { $percent }%{ $signs ->
    [0] {""}
   *[other] ；质量提示 { $signs } 条
}
sample-answers = 👀 答题和照片
sample-accept = ✅ 核实通过
sample-refuse = ↩️ 不通过
sample-visit = 🧭 上门核查
sample-accepted = 已通过，这家本季度算核查到了。
sample-judged = { $judged ->
    [accepted] ✅ { $person }核实通过
   *[refused] ↩️ { $person }没通过：{ $reason ->
        [photo] 要补照片
        [doubt] 有疑问
        [missing] 有漏项
       *[other] { $reason }
    }
}
sample-own = 这份是您自己交的，要由别人来核。
sample-changed = 这份又有了更正，按新的一份核。
sample-judged-already = 这份已经核过了。
agreed-title = <b>三方比对</b>（近 { $days } 天）：企业自查和现场检查说得一样吗
agreed-source = { $kind ->
    [department] 🏛 部门检查
    [expert] 🧑‍🔬 专家检查
    [supervision] 🔦 每周督导
   *[recheck] 🔁 复查
}：{ $visits } 家次，隐患 { $items } 项{ $n ->
    [0] ，没有可比的自查
   *[other] ；比对 { $n } 题，一致 { $percent }%，自查没发现 { $missed } 题
}
agreed-none = 近期没有结束的检查。
agreed-doubted = <b>自查最容易漏的题</b>
agreed-question = • { $question }（比对 { $n } 次，漏 { $missed } 次）
agreed-clean = <b>自查报没有隐患，随后查出</b>
agreed-clean-item = { $n }. { $enterprise }（{ $town }）：查出 { $items } 项
way-agreed = ⚖️ 三方比对
agreed-firm = <b>{ $enterprise }</b>：自查和现场检查说得一样吗（近 { $days } 天）
agreed-firm-figures = { $n ->
    [0] 还没有可比的：要有一次现场检查，查之前不久交过同一张自查表。
   *[other] 比对 { $n } 题，一致 { $percent }%，自查没发现 { $missed } 题。
}
agreed-firm-doubted = <b>自查说没问题、现场查出的题</b>
agreed-visits = 🧭 检查记录
sample-back = ⬅️ 回抽核名单
