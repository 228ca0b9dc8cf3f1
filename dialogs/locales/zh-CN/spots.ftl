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
spot-exams = 🎓 一年内自己考试：{ $n ->
    [0] 没有人考过
   *[other] { $n } 人，平均 { $points } 分，{ $passed } 人及格
}
spot-average = 🔎 一年内现场抽考：{ $n } 人，平均 { $points } 分，{ $passed } 人及格
spot-open = 📝 开考
spot-running = 👀 看进度
spot-last = 📄 上次成绩
spot-title = <b>🔎 逢查必考</b>：{ $enterprise }
    开考人：{ $officer }
spot-code = 抽考码 <b>{ $code }</b>，{ $time } 前可以进场。
    二维码马上发到下面，扫码就考，没有加入单位的人也行；已加入的也可以点“考试”→“抽考码”输入。
spot-shut = { $writing ->
    [0] 已停止进场，都交卷了，点“结束”出记录。
   *[other] 已停止进场，等在写的人交卷。
}
spot-record = ✅ 已结束，记录 { $number }
spot-figures = 交卷 { $n } 人，在写 { $writing } 人，及格 { $passed } 人，平均 { $points } 分
spot-writer = { $n }. { $done ->
    [no] ✏️ { $who }：在写
    [passed] ✅ { $who }：{ $points } 分
   *[failed] ❌ { $who }：{ $points } 分
}
spot-more = 还有 { $n } 人
spot-refresh = 🔄 刷新
spot-close = ✅ 结束
spot-enter = 🔢 抽考码
spot-code-ask = 请写检查人员出示的抽考码。写对就开考，限时作答，每人只能考一次。
spot-code-wrong = 抽考码不对、已经过时，或者不是您单位的抽考。连着写错几次，要等一会儿再试。
spot-again = 这场抽考您已经考过了，每人只能考一次。
spot-over = 这场抽考已经结束。
spot-who = { $person }{ $guest ->
    [yes] （未加入）
   *[no] {""}
}
spot-own-open = 📝 自己开考
spot-own = <b>📝 本单位抽考</b>
    开考后 { $minutes } 分钟内，在场的人扫码就考，没有加入的人也行。成绩算本单位自己的考试，不算检查人员的抽考。
spot-picture = <b>🔎 逢查必考</b>：{ $enterprise }
    扫码开考，{ $time } 前有效，每人一次。不方便扫码的，把下面的链接转给他：
spot-link-wrong = 抽考链接不对、已经过时、人满了，或者您已经加入了别的单位。请检查人员重新出示二维码。
spot-full = 这场抽考人满了，请检查人员另开一场。
spot-guest-welcome = <b>🔎 { $enterprise }</b> 的现场抽考。先看隐私说明，同意后写下姓名就开考。
spot-guest-ask = <b>🔎 { $enterprise }</b> 的现场抽考：{ $n } 题，{ $minutes } 分钟，每人一次。
    请写您的姓名，写完就开考，时间一直走。
spot-guest-name = 请写真实姓名，2 到 30 个字，不带数字和符号。
spot-guest-away = 🚪 离开
spot-accepts-own-name = 请写您的姓名。
