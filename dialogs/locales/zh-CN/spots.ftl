## 逢查必考：检查人员的企业口袋卡、现场抽考、进场、成绩

to-spot = 🔎 逢查必考
spot-ask-firm = 检查哪家？写名称里的几个字，或统一社会信用代码。
spot-firm = { $n }. { $enterprise }（{ $town }）
spot-no-firm = 没有找到，换几个字试试。
spot-accepts-name = 请写单位名称里的几个字。
spot-accepts-code = 请写抽考码，几位数字。
spot-heading = <b>{ $enterprise }</b>（{ $town }）
spot-checked = 📋 { $checked ->
    [yes] 最近自查：{ $day }{ $score ->
        [none] {""}
       *[other] ，{ $score } 分
    }
   *[no] 还没有提交过自查
}
spot-hazards = ⚠️ { $n ->
    [0] 没有未闭环隐患
   *[other] 未闭环隐患 { $n } 条
}{ $major ->
    [0] {""}
   *[other] ，其中重大 { $major } 条
}
spot-signed = ✍️ 安全承诺：{ $signed ->
    [yes] 已签
   *[no] 没有签
}
spot-people = 👷 在册 { $n } 人
spot-exams = 🎓 一年内自己考试：{ $n } 人考过，{ $passed } 人及格
spot-average = 🔎 一年内现场抽考：{ $n } 人，平均 { $points } 分，{ $passed } 人及格
spot-open = 📝 开考
spot-running = 👀 看进度
spot-last = 📄 上次成绩
spot-title = <b>🔎 逢查必考</b>：{ $enterprise }
    检查人：{ $officer }
spot-code = 抽考码 <b>{ $code }</b>，{ $time } 前可以进场。
    请大家把“/start s_{ $code }”发给本机器人，或点“考试”→“抽考码”输入。
spot-shut = { $writing ->
    [0] 已停止进场，都交卷了，点“结束”出记录。
   *[other] 已停止进场，等在写的人交卷。
}
spot-record = ✅ 已结束，记录 { $number }
spot-figures = 交卷 { $n } 人，在写 { $writing } 人，及格 { $passed } 人，平均 { $points } 分
spot-writer = { $n }. { $done ->
    [no] ✏️ { $person }：在写
    [passed] ✅ { $person }：{ $points } 分
   *[failed] ❌ { $person }：{ $points } 分
}
spot-more = 还有 { $n } 人
spot-refresh = 🔄 刷新
spot-close = ✅ 结束
spot-enter = 🔢 抽考码
spot-code-ask = 请写检查人员出示的抽考码。写对就开考，限时作答，每人只能考一次。
spot-code-wrong = 抽考码不对、已经过时，或者不是您单位的抽考。连着写错几次，要等一会儿再试。
spot-again = 这场抽考您已经考过了，每人只能考一次。
spot-over = 这场抽考已经结束。
spot-join-first = 参加现场抽考，要先加入本单位。请找单位的安全员要加入链接。
