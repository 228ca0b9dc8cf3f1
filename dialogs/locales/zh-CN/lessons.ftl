## 培训课（含开工第一课）：通知、签到、点名、记录，场次和人次

to-lessons = 🏫 培训课
lessons-title = <b>🏫 培训课</b>{ $n ->
    [0] ：还没有。
   *[other] ：{ $n } 场
}
lesson-line = { $n }. { $standing ->
    [held] ✅
    [open] 🟢
    [past] 🟡
   *[coming] 📅
} { $title }{ $titled ->
    [no] {""}
   *[other] （{ $topic }）
} · { $time }{ $standing ->
    [held] {" "}· { $people } 人次
    [open] {" "}· 正在签到
   *[other] {""}
}{ $here ->
    [yes] {" "}· 我到了
   *[no] {""}
}
lesson-sign-in = 🔢 签到
lesson-new = ➕ 通知开课
lesson-counts = 📊 场次人次
lesson-heading = <b>{ $title }</b>{ $titled ->
    [no] {""}
   *[other] ：{ $topic }
}{ $area ->
    [yes] {" "}· { $named ->
        [no] 区里组织
       *[other] { $holder }组织
    }
   *[no] {""}
}
lesson-when = 🕘 { $time }，{ $minutes } 分钟
    📍 { $placed ->
        [no] 地点还没写
       *[other] { $place }
    }
lesson-lecturer = 👤 讲课：{ $officer }
lesson-what = 讲什么？
lesson-subject = { $n }. { $title }
lesson-goes-to = { $kind ->
    [own] 通知本单位全体人员。
    [area] 通知辖区各单位的负责人和安全员。
   *[industry] 只通知这一行业的负责人和安全员：{ $industry }
}
lesson-edit-at = 🕘 改时间
lesson-edit-minutes = ⏱ 改时长
lesson-edit-place = 📍 改地点
lesson-edit-topic = ✏️ 写题目
lesson-edit-lecturer = 👤 改讲课人
lesson-whom = 👥 选行业
lesson-everybody = 👥 不限行业
lesson-edit-ask = { $field ->
    [at] 什么时候？也可以直接写，例如“12月1日 9点”。已经上完的写当时的时间，就是补记。
    [minutes] 讲多少分钟？也可以直接写数字。
    [place] 在哪里？请写一句。
    [topic] 题目是什么？请写一句。
    [industry] 通知哪个行业？
   *[lecturer] 谁来讲？请写名字。
}
lesson-moment = { $time }
lesson-minutes = { $n } 分钟
lesson-no-topic = 不写题目
lesson-announce = 📢 发通知
lesson-write-down = 📝 补记这一场
lesson-announced = 已经通知。
lesson-written-later = 已经记下，请点名，然后结束。
lesson-day-wrong = 没看懂这个时间，或者离今天太远。请写成“12月1日 9点”。
lesson-too-long = 最多 { $n } 个字，请短一点。
lesson-accepts-code = 请写签到码，几位数字。
lesson-accepts-others = 请写人数和名字，例如“3 张三 李四 王五”。
lesson-accepts-edit = 请点按钮，或者直接写。

lesson-code-ask = 请写讲课人给您看的签到码。
lesson-code-wrong = 签到码不对，或者还没有开始签到。连着写错要等一会儿。
lesson-signed = ✅ 签到了。
lesson-signed-already = 您已经签到过了。
lesson-code = 签到码：<b>{ $code }</b>。请大家在“培训课 → 签到”里写这个码。
lesson-standing = { $standing ->
    [held] ✅ 已经上完。
    [open] 🟢 正在签到。
    [past] 🟡 时间已到，还没有结束。
   *[coming] 📅 还没有开始。
}{ $here ->
    [yes] {" "}您已签到。
   *[no] {""}
}
lesson-there = 到了 { $n } 人{ $others ->
    [0] {""}
   *[other] ，另有没账号的 { $others } 人
}。
lesson-open = 🟢 开始签到
lesson-new-code = 🔁 换签到码
lesson-roll = 👥 点名
lesson-others = ➕ 没账号的人
lesson-close = ✅ 结束
lesson-call-off = ✖️ 取消
lesson-roll-title = <b>点名</b>：{ $n } / { $total }。点数字改。
lesson-roll-line = { $n }. { $here ->
    [yes] ✅
   *[no] ⬜
} { $person }
lesson-others-ask = 有多少没账号的人来听？写人数和名字，例如“3 张三 李四 王五”。现在记的是 { $n } 人。
lesson-close-sure = 一共 { $n } 人次。结束后生成记录，不能再改。
lesson-close-yes = ✅ 结束并记录
lesson-off-sure = 取消这场培训课？
lesson-off-yes = ✖️ 取消这场
lesson-called-off = 已经取消。
lesson-held = ✅ <b>培训记录 { $number }</b>
lesson-people = 👥 { $n } 人次{ $others ->
    [0] {""}
   *[other] （其中没账号的 { $others } 人）
}
lesson-names = 没账号的人：{ $officer }
lesson-counts-for-you = 给您计 { $minutes } 分钟培训。
lesson-empty = 还没有人到，不能结束。没来人就点取消。
lesson-early = 还没到时间，不能结束。
lesson-over = 这场培训课已经结束或取消了。
lesson-changed = 这一页已经过时，请从下面接着来。

lessons-held = <b>📊 { $first } 到 { $last }</b>
    培训课 { $lessons } 场次，{ $people } 人次。
lessons-held-line = • { $title }：{ $lessons } 场次，{ $people } 人次
lesson-span = { $span ->
    [m] 本月
    [q] 本季度
   *[y] 本年
}
lesson-before = ⬅️ 往前

letter-lesson = 🏫 培训课：{ $title }{ $titled ->
    [no] {""}
   *[other] （{ $topic }）
}
    🕘 { $time }，📍 { $place }，讲课：{ $officer }{ $named ->
        [no] {""}
       *[other] ，{ $holder }组织
    }。到场写签到码签到。
open-lesson = 🏫 看通知
