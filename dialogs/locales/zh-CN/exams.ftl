## 培训考试：选试卷，限时作答，交卷看错题，练错题本

to-exam = 🎓 考试
exam-title = <b>培训考试</b>
exam-none = 现在没有您要考的试卷。
exam-heading = <b>{ $title }</b>
exam-line = { $n }. { $title }：{ $last }
exam-parts = { $parts }，共 { $n } 题，满分 { $total } 分，{ $pass } 分及格。
exam-part = { $kind ->
    [single] 单选
    [multi] 多选
   *[judge] 判断
} { $n } 题
exam-time = 限时 { $minutes } 分钟。开考后一直计时，离开也不停，时间到自动交卷。
exam-never = 还没有考过。
exam-last-time = 上次 { $points } 分，{ $passed ->
    [yes] 及格。
   *[no] 没及格。
}
exam-left = 今天还能考 { $n } 次。
exam-tomorrow = 今天的次数用完了，{ $time }以后再考。
exam-wait = 连着 { $n } 次没及格，先练练错题，{ $time }以后再考。
exam-begin = ▶️ 开始考试
exam-last = 🧾 上次成绩
exam-book = 📕 错题本 { $n }
exam-running = 正在考：{ $title }，答了 { $n } / { $total } 题，还剩 { $left ->
    [0] 不到 1 分钟
   *[other] { $left } 分钟
}。
exam-go-on = ▶️ 接着考

exam-question = 第{ $n }/{ $total }题 · { $kind ->
    [single] 单选
    [multi] 多选，可选几个
   *[judge] 判断
} · { $points }分 · 剩{ $left ->
    [0] 不到1分钟
   *[other] { $left }分钟
}{ $marked ->
    [yes] {" "}· 🔖
   *[no] {""}
}
exam-choice = { $letter }. { $text }
exam-choice-chosen = ✅ { $letter }. { $text }
exam-mark = 🔖 标记
exam-unmark = 🔖 取消标记
exam-review = 📋 检查
exam-accepts = 请点下面的按钮，或直接写答案，例如 A、BD、对。
exam-review-title = <b>检查</b>：答了 { $n } / { $total } 题，还剩 { $left ->
    [0] 不到 1 分钟
   *[other] { $left } 分钟
}。
exam-open = 没答的题：{ $list }
exam-marked = 🔖 标记的题：{ $list }
exam-review-how = 写“第7题”可以看那一题。
exam-jump = 第{ $n }题
exam-hand-in = 📨 交卷
exam-sure = 还有 { $n } 题没答，没答的不得分。交卷后不能再改。
exam-hand-in-so = 📨 就这样交

exam-points = { $passed ->
    [yes] ✅ 及格
   *[no] ❌ 没及格
}：<b>{ $points } 分</b>（满分 { $total }，{ $pass } 分及格）
exam-counts = 对 { $right } 题，错 { $wrong } 题{ $open ->
    [0] 。
   *[other] ，其中没答 { $open } 题。
}
exam-by-time = 时间到，自动交卷。
exam-number = 编号：{ $number }
exam-of = 单位：{ $enterprise }
exam-handed-in = 交卷：{ $time }，{ $person }
exam-see-wrong = 📖 看错题 { $n }
exam-wrong-heading = 错题 { $n }/{ $total } · 第{ $number }题 · { $kind ->
    [single] 单选
    [multi] 多选
   *[judge] 判断
}
exam-not-answered = 没有答
exam-said = 您的答案：{ $said }，得 { $points } / { $full } 分
exam-right = 正确答案：{ $right }
exam-why = 解析：{ $why }
exam-next-wrong = 下一道 ➡️

exam-book-title = <b>错题本</b>：{ $n } 题。连着答对 { $times } 次就移出。
exam-book-line = • { $text }（{ $failed ->
    [0] 自查发现过这类隐患
   *[other] 错 { $failed } 次
}，已答对 { $right } 次）
exam-book-empty = 错题本是空的，没有要练的题。
exam-practise = ▶️ 开始练习
exam-drill = 练错题 · { $kind ->
    [single] 单选
    [multi] 多选，可选几个
   *[judge] 判断
}
exam-drill-right = ✅ 答对了。{ $more ->
    [0] 这一题已移出错题本。
   *[other] 再答对 { $more } 次就移出错题本。
}
exam-drill-wrong = ❌ 您答的是：{ $said }

exam-tallies = <b>培训考试</b> · 近一年{ $n ->
    [0] ：还没有人考过。
   *[other] ：{ $n } 家单位有人考过。
}
exam-tally = • { $enterprise }：{ $n ->
    [0] 自己没有考过
   *[other] 自己考 { $n } 人，平均 { $points } 分，{ $passed } 人及格
}
exam-tally-spot = {"    "}🔎 现场抽考 { $n } 人，平均 { $points } 分，{ $passed } 人及格

exam-time-over = 时间到了，已经按您答好的自动交卷。
exam-over-already = 这份试卷已经交了，不能再改。
exam-runs = 您还有一份试卷没交，先考完那一份。
exam-no-tries = 今天的次数用完了，明天再考。
exam-changed = 这一页已经过时，请从下面接着来。

letter-exam-over = 考试时间到，已自动交卷：{ $title }，{ $points } 分，{ $passed ->
    [yes] 及格。
   *[no] 没及格。
}
letter-exam-refresh = 复习一下：错题本里有 { $n } 题，大约 { $minutes } 分钟。
open-exam-result = 🧾 看成绩
open-exam-book = ▶️ 练错题
