## 培训课程：一张一张看卡片，最后答几道题

to-courses = 📚 课程
course-none = 现在没有您要学的课程。
course-list = <b>📚 课程</b> · 必修 { $n } 门{ $open ->
    [0] ，都学完了
   *[other] ，还有 { $open } 门要学
}
course-line = { $n }. { $standing ->
    [late] 🔴
    [ended] 🔴
    [owed] 🟡
    [soon] 🔁
    [open] ⚪
   *[done] ✅
} { $title } · { $minutes } 分钟 · { $standing ->
    [late] 已过期，应在{ $day }前学完
    [ended] { $day }到期，要重学
    [owed] { $day }前学完
    [soon] { $day }到期，可以重学
    [open] 选修
   *[done] { $day }学完
}
course-heading = <b>{ $title }</b>
course-counts = { $cards } 张卡片，{ $n } 道题，约 { $minutes } 分钟。最多错 { $wrong } 题。
course-must = 必修{ $months ->
    [0] 。
    [12] ，每年学一次。
   *[other] ，每 { $months } 个月学一次。
}
course-may = 选修。
course-standing = { $standing ->
    [late] 🔴 已过期，应在{ $day }前学完。
    [ended] 🔴 { $day }到期，要重新学。
    [owed] 🟡 请在{ $day }前学完。
    [soon] 🔁 { $day }到期，现在可以重学。
    [open] ⚪ 还没有学。
   *[done] ✅ { $day }学完。
}
course-begin = ▶️ 开始学
course-go-on = ▶️ 接着学
course-again = 🔁 再学一遍
course-why = ❓ 依据
course-ours = 本课程是本系统编写的，没有对应的条款。
course-card = { $title } · 第{ $n }/{ $total }张
course-text = { $text }
course-next = 下一张 ➡️
course-to-quiz = 去答题 ➡️
course-cards = 📖 看卡片
course-question = { $title } · 第{ $n }/{ $total }题 · { $kind ->
    [single] 单选
    [multi] 多选，可选几个
   *[judge] 判断
}
course-told = 第{ $n }/{ $total }题
course-right = ✅ 答对了。
course-failed = ❌ 这次错了 { $n } 题，最多能错 { $most } 题。
course-book = 错题已记入错题本，{ $days } 天后提醒您复习。
course-once-more = 🔁 再答一遍
course-passed = ✅ <b>学完了：{ $title }</b>
course-quiz-counts = 答对 { $right } / { $n } 题
course-counted = 计 { $minutes } 分钟，合 { $hours } 学时
course-until = { $day }前有效
course-following = ▶️ 下一门
course-changed = 这一页已经过时，请从下面接着来。
course-over = 这门课已经学完了。
