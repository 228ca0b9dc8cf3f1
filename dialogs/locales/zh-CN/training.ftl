## 学时：自己的、本单位的、辖区的

to-hours = ⏱ 学时
hours-title = <b>⏱ 培训学时</b>
hours-no-rule = 您的岗位没有学时要求。
hours-rule = { $title }
hours-initial = { $standing ->
    [whole] ✅
    [late] 🔴
   *[open] 🟡
} 初次培训 { $wanted } 学时：已有 { $have }{ $standing ->
    [whole] ，够了。
    [late] ，还差 { $missing }，应在{ $by }前学完。
   *[open] ，还差 { $missing }，{ $by }前学完。
}
hours-yearly = { $standing ->
    [whole] ✅
    [late] 🔴
   *[open] 🟡
} 今年再培训 { $wanted } 学时：已有 { $have }{ $standing ->
    [whole] ，够了。
    [late] ，还差 { $missing }，应在{ $by }前学完。
   *[open] ，还差 { $missing }，{ $by }前学完。
}
hours-next-year = 明年起每年再培训 { $hours } 学时。
hours-records = 我的记录：{ $n ->
    [0] 还没有。
   *[other] { $n } 条
}
hours-record = • { $day } { $source ->
    [course] 📚
    [exam] 📝
   *[lesson] 🏫
} { $title }，{ $hours } 学时（{ $minutes } 分钟）
hours-staff = 👥 本单位
hours-others = { $n ->
    [0] 👥 本单位的人都学够了。
   *[other] 👥 本单位还有 { $n } 人没学够。
}
hours-how = 一学时按 { $minutes } 分钟算。课程按实际用时计，不超过课程的时长；考试及格计 { $exam } 分钟，同一份试卷一年计一次。这两条是本系统的默认值。

pupils-title = <b>👥 本单位培训</b>：{ $n } 人{ $short ->
    [0] ，都齐了。
   *[other] ，{ $short } 人没学够。
}
pupil-line = { $n }. { $standing ->
    [whole] { $courses ->
        [0] ✅
       *[other] 🟡
    }
    [late] 🔴
   *[open] 🟡
} { $person } · { $role ->
    [principal] 负责人
    [officer] 安全员
   *[worker] 员工
}{ $standing ->
    [whole] {""}
    [late] {" "}· 差 { $missing } 学时，已过{ $by }
   *[open] {" "}· 差 { $missing } 学时，{ $by }前
}{ $courses ->
    [0] {""}
   *[other] {" "}· 必修 { $courses } 门没学
}
pupil-heading = <b>{ $person }</b> · { $role ->
    [principal] 主要负责人
    [officer] 安全员
   *[worker] 员工
}
pupil-courses = { $account ->
    [no] 还没有加入，不能在线学课程，可以参加培训课。
   *[yes] { $n ->
        [0] 必修课都学完了。
       *[other] 还有 { $n } 门必修课：
    }
}
pupil-course = • { $title }，{ $day }前

training-area = <b>⏱ 培训 · { $year }年</b>
    已加入 { $people } 人，现在学时够的 { $whole } 人；学完课程 { $courses } 门次。
training-enterprises = { $n ->
    [0] 这一年还没有单位学过课程。
   *[other] { $n } 家单位有人学过：
}
training-tally = • { $enterprise }：{ $people } 人，学时够 { $whole } 人，课程 { $courses } 门次
training-year-back = ⬅️ { $year }年
training-year-on = { $year }年 ➡️
