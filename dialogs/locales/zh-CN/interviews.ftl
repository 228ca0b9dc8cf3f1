## 约谈：谁、为什么、定了什么、哪天回看

to-interviews = 🗣 约谈记录
way-interview = 🗣 记一次约谈
interviews-title = { $n ->
    [0] 还没有约谈记录。
   *[other] <b>约谈记录</b>：{ $n } 次
}
interviews-item = { $n }. { $enterprise }，{ $held }约谈，{ $state ->
    [held] 等对方确认，{ $again }回看
    [objected] 对方有异议，{ $again }回看
    [confirmed] { $again }回看
    [due] ⏰ 该回看了（{ $again }）
   *[done] 已回看
}
interview-new = ➕ 记一次约谈
interview-who = <b>约谈了谁？</b>
interview-person = { $n }. { $person }（{ $role }）
interview-why = <b>为什么约谈？</b>点一个，或者直接写。
interview-why-major = 重大隐患没改
interview-why-overdue = 隐患超期
interview-why-incident = 出了事故险情
interview-why-unsubmitted = 自查一直不交
interview-why-breach = 没守承诺
interview-what = <b>定了哪些事？</b>写一句：要做什么、谁来做。
interview-day = <b>哪天回看？</b>点一个，或者直接写日期。
interview-in = { $n } 天后
interview-sure = <b>{ $enterprise }</b>：约谈{ $person }
interview-sure-next = 记下以后发给对方确认，双方确认后封存。
interview-yes = ✅ 记下
interview-said = 已记下，发给{ $person }确认。
interview-reason = 原因：{ $reason ->
    [major] 重大隐患没有整改
    [overdue] 隐患超期没有整改
    [incident] 发生事故或险情
    [unsubmitted] 自查一直没有提交
    [breach] 没有遵守承诺
   *[other] { $reason }
}
interview-measures = 议定：{ $measures }
interview-again = 回看：{ $day }
interview-card = <b>{ $number }</b> { $enterprise }（{ $town }）
interview-met = { $day }，{ $officer }约谈{ $person }
interview-stands = { $state ->
    [held] ⏳ 等{ $person }确认
    [objected] ✋ { $person }有异议
    [confirmed] ✅ 双方已确认
    [due] ⏰ 到回看的日子了
   *[done] ✅ 已回看
}
interview-objection = 异议：“{ $words }”
interview-outcome = 回看结果：{ $outcome ->
    [kept] 都做到了
    [partly] 做了一部分
    [broken] 没有做
   *[other] { $outcome }
}
interview-confirm = ✅ 确认属实
interview-object = ✋ 有异议
interview-look = 🔎 回看
interview-object-ask = <b>哪里不对？</b>直接写给我，原记录不动，您的话附在后面。
interview-outcome-ask = <b>回看结果怎么样？</b>点一个，或者直接写。
interview-kept = 都做到了
interview-partly = 做了一部分
interview-broken = 没有做
interview-confirmed = 已确认，编号 { $number }，发 /verify { $number } 可以核对。
interview-objected = 您的话已经附在记录后面，对方会看到。
interview-done = 已记下回看结果。
interview-empty = 请写清楚一点，至少两个字。
interview-day-wrong = 要选今天以后、一年以内的日子。
interview-nobody = 这家还没有负责人或安全员加入，先发邀请。
interview-gone = 没有这条约谈记录，或者不归您看。
interview-over = 这条约谈记录已经变了，请看现在的样子。
open-interview = 🗣 看约谈记录
letter-interview = 🗣 { $officer }记了和您的约谈（{ $enterprise }），{ $day }回看。请看一看，属实就确认。
letter-interview-answered = { $confirmed ->
    [yes] ✅ { $enterprise }确认了约谈记录 { $number }。
   *[no] ✋ { $enterprise }对约谈记录 { $number } 有异议，请看。
}
letter-interview-again = ⏰ 今天该回看{ $enterprise }的约谈（{ $number }）：定的事做了没有？
letter-interview-today = ⏰ { $enterprise }：约谈时定的事今天回看（{ $number }）。
letter-interview-done = 🗣 { $enterprise }：约谈 { $number } 已经回看，结果在记录里。
