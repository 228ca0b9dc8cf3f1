## 应急演练和点名。演练里的每一句都以【演练】开头；真的出事，写明不是演练。

to-drills = 🧯 演练
to-rollcall = 🚨 真的出事
said-to-rollcall = 点名|紧急点名|真的出事|出事了点名

drill-home = <b>应急演练</b>
drill-heading = <b>【演练】{ $title }</b> · { $state ->
    [planned] 已安排
    [running] 进行中
    [ended] 待评估
    [done] 已归档
    [stopped] 已中止
   *[cancelled] 已取消
}
drill-due = 下一次演练最晚 { $day }{ $late ->
    [yes] ，已经超期。
   *[no] 。
}
drill-due-none = 没有规定演练期限。
drill-line = { $n }. { $title } · { $at } · { $state ->
    [planned] 已安排
    [running] 进行中
    [ended] 待评估
    [done] 已归档
    [stopped] 已中止
   *[cancelled] 已取消
}
drill-plan = ➕ 安排演练
drill-records = 📚 演练记录 { $n }
drill-records-title = <b>演练记录</b>（{ $n }）
drill-go-on = ▶️ 正在演练
roll-go-on = 🚨 正在点名

drill-pick = <b>选一个演练</b>
drill-script-line = { $n }. { $title } · { $minutes }分钟{ $fits ->
    [yes] {""}
   *[no] （本单位一般用不到）
}
drill-new = <b>【演练】{ $title }</b>
drill-never = ⛔ { $text }
drill-when = 什么时候练？也可以直接写，例如：周一 8:40
drill-slot = { $at }
drill-when-unclear = 没看懂时间，请写日期和钟点，例如：12月1日 9:00
drill-when-outside = 只能安排从现在起 { $days } 天以内的时间。
drill-sure-when = 时间：{ $at }，大约 { $minutes } 分钟
drill-place = 集合点：{ $place ->
    [none] 没有写
   *[other] { $place }
}
drill-sure-who = 参加：有账号的 { $n } 人{ $extra ->
    [0] {""}
   *[other] ，没账号的 { $extra } 人
}
drill-tests = 检验预案：{ $title }
drill-tests-none = 检验预案：没有选
drill-choose-plan = 🗂 选预案
drill-which-plan = <b>这次演练检验哪个预案？</b>
drill-plan-line = { $n }. { $title }
drill-no-plan = 不对应预案
drill-sure-how = 写几个字就是集合点，写一个数就是没账号的人数。您来当总指挥。
drill-tell-all = 📣 通知大家
drill-planned-now = 【演练】已经安排好，{ $n } 人都会收到通知。
drill-accepts-when = 请点一个时间，或直接写日期和钟点。
drill-accepts-place = 请写集合点，或没账号的人数。
drill-accepts-words = 请点按钮，或写几个字。
drill-accepts-answer = 点名时可以点按钮，也可以写“我安全”“需要帮助”；照片直接发。
drill-changed = 这个演练的内容有变，请重新选一次。
drill-gone = 没有找到这次演练。
drill-over = 【演练】这次演练已经结束，不能再改。
drill-moved-on = 【演练】别人刚刚处理过，请看现在的情况。
drill-runs = 【演练】本单位正在演练，结束后再开始下一个。

drill-planned-for = 时间：{ $at }，总指挥：{ $person }
drill-wait = 到时候请照着消息做，收到点名就点一下。
drill-start = ▶️ 现在开始
drill-too-early = 【演练】还早，{ $at } 起可以开始。
drill-cancel = ❌ 取消演练
drill-take-command = 🎙️ 我来指挥
drill-you-command = 现在由您指挥。
drill-commander-gone = ⚠️ 总指挥 { $person } 已经不在本单位，请接手。

drill-now = 📍 第 { $minute } 分钟：{ $text }
drill-not-called = 【演练】还没有点名，请照着情景做。
drill-answer-late = 已经结束，这次没有记上。
drill-said-before = 已经记过：您到集合点用了 { $took }。
drill-noted = { $answer ->
    [safe] ✅ 已记下：您安全。
    [help] { $real ->
        [yes] 🆘 已记下，正在通知总指挥。有生命危险先打 119、120！
       *[no] 🆘 【演练】已记下，正在通知总指挥。真有危险请打 119、120！
    }
   *[note] 📝 已记下。安全的话，请再点一下“安全”。
}
drill-own = 我的应答：{ $answer ->
    [safe] ✅ 安全，用了 { $took }
    [help] 🆘 需要帮助
   *[none] 还没有
}
drill-took = { $m ->
    [0] { $s }秒
   *[other] { $m }分{ $s }秒
}
drill-took-none = 还没有人到
drill-photo-here = 📷 请拍：{ $what }。直接发到这里。
drill-photo-kept = 📷 收到：{ $what }
drill-photo-any = 现场照片
drill-safe = ✅ 我在集合点
drill-help = 🆘 需要帮助
roll-safe = ✅ 我安全

drill-board-told = 📍 第 { $minute } 分钟（{ $to ->
    [all] 全员
    [commander] 总指挥
    [principal] 负责人
    [officer] 安全员
   *[worker] 员工
}）：{ $text }{ $late ->
    [0] {""}
   *[other] （晚了 { $late } 分钟）
}
drill-board-expects = 　👀 { $text }
drill-board-next = 下一条情景 { $at } 发出。
drill-board-all-told = 情景已经发完，可以讲评、结束。
drill-board-photos = 📷 照片 { $n } 张
drill-board-roll = <b>点名</b>：安全 { $safe } / { $total }{ $help ->
    [0] {""}
   *[other] ，求助 { $help }
}{ $open ->
    [0] ，全部有应答
   *[other] ，没应答 { $open }
}
    最慢：{ $slowest }
drill-board-help = 🆘 { $who }{ $words ->
    [none] {""}
   *[other] ：{ $words }
}
drill-board-open = 没应答：{ $list }
drill-name = { $person }
drill-and-more = { $list }等，另有 { $n } 人
drill-extra = 没账号的 { $extra } 人请当面清点。
drill-as-of = <i>截至 { $clock }，有人应答会自动更新</i>
drill-end = 🏁 结束演练
drill-stop = 🛑 中止
roll-end = 🏁 结束点名
drill-ask-end = 现在结束吗？{ $open ->
    [0] {""}
   *[other] 还有 { $open } 人没应答。
}
drill-ask-stop = 要中止吗？中止的演练不算数，要另外安排。
drill-end-now = 🏁 结束
drill-stop-now = 🛑 中止

roll-title = 真实点名
roll-heading = <b>🚨【真实，不是演练】点名</b> · { $state ->
    [running] 进行中
   *[other] 已结束
}
roll-ask = <b>🚨 真的出事了？</b>
roll-call-first = 先保命、先打电话：{ $numbers }
roll-ask-how = 点一下，马上问本单位 { $n } 人是否安全，夜里也发。
roll-call-now = 🚨 马上点名
roll-no = 没有，返回
roll-runs = 🚨 已经在点名了。
drill-call = { $name } { $phone }

drill-wash-ask = 第 { $n } / { $total } 问：<b>{ $text }</b>
drill-wash-how = 有问题的话，可以直接写一句。
drill-wash-fine = 👍 没问题
drill-wash-problem = ⚠️ 有问题
drill-wash-thanks = 谢谢，都记下了。
drill-wash = 💬 说说问题
drill-judge = 📝 评估
drill-judge-ask = 评估第 { $n } / { $total } 项：<b>{ $text }</b>
drill-judge-basis = 依据：{ $basis }
drill-judge-how = 没做到的，可以直接写哪里不行。
drill-judge-fine = ✅ 做到了
drill-judge-weak = ⚠️ 没做到
drill-judge-again = ✏️ 重新评
drill-sum = 评估完了：{ $total } 项，{ $weak ->
    [0] 全部做到。
   *[other] { $weak } 项没做到：
}
drill-sum-hazards = 没做到的记成隐患，按各自的期限整改。
drill-weak-line = ⚠️ { $text }{ $words ->
    [none] {""}
   *[other] （{ $words }）
}{ $hazard ->
    [none] {""}
   *[other] {" "}→ { $hazard }
}
    建议：{ $advice }
drill-close-hazards = 📌 记 { $n } 条隐患
drill-close = 📁 归档
drill-close-only = 📁 只归档
drill-closed-now = 【演练】记录已归档。{ $n ->
    [0] {""}
   *[other] 已登记 { $n } 条隐患。
}
drill-not-evaluated = 【演练】还有没评估的项。

drill-number = 编号：{ $number }
drill-record-times = 时间：{ $from } 至 { $until }，{ $minutes } 分钟
drill-record-led = 总指挥：{ $person }
drill-record-who = 参加 { $total } 人{ $extra ->
    [0] {""}
   *[other] ，另有没账号的 { $extra } 人
}。点名：安全 { $safe }，求助 { $help }，没应答 { $open }，最慢：{ $slowest }
drill-record-told = 情景 { $n } / { $total } 条{ $late ->
    [0] ，都按时
   *[other] ，{ $late } 条晚了
}
drill-record-stopped = 没有练完就中止了{ $reason ->
    [none] {""}
    [real] ：真的出了事
   *[other] ：{ $reason }
}，不算一次演练。
drill-wash-line = 💬 { $text } { $fine } / { $total } 人说没问题
drill-wash-words = 　“{ $words }”（{ $person }）
drill-next-due = 下一次演练最晚 { $day }。
drill-sha = 指纹 { $sha }…

drills-title = <b>应急演练</b>
drills-quarter = { $year } 年第 { $quarter } 季度：演练 { $drills } 次（专项 { $special }，现场处置 { $onsite }），{ $enterprises } 家单位，{ $people } 人次{ $stopped ->
    [0] 。
   *[other] ；中止 { $stopped } 次。
}
drills-late = { $n ->
    [0] 没有单位超期未演练。
   *[other] 超期未演练：{ $n } 家
}
drills-late-line = · { $enterprise }，应在 { $day } 前
drills-line = { $n }. { $enterprise } · { $title } · { $at } · { $people } 人 · { $state ->
    [ended] 待评估
    [stopped] 已中止
   *[done] 已归档
}

drill-soon = 快开始了：{ $at }。请放下手头的活，听通知。
drill-soon-late = 原定 { $at }，现在还没有开始。请等总指挥通知。
drill-soon-command = 您是总指挥，人齐了就点“开始”。
drill-scenario = 情景：{ $text }
drill-told = <b>第 { $minute } 分钟{ $late ->
    [0] {""}
   *[other] （晚了 { $late } 分钟）
}</b>
    { $text }
drill-chase = 还没收到您的应答。您安全吗？请点一下。
roll-chase = 还没收到您的应答。您安全吗？请马上点一下；有危险先打 119、120。
drill-chased = { $n } 人没有应答，已经再问一次：{ $list }

letter-drill-planned = 【演练】{ $title }：{ $at }，大约 { $minutes } 分钟。总指挥 { $person }，集合点：{ $place ->
    [none] 到时候说
   *[other] { $place }
}。
letter-drill-cancelled = 【演练】{ $title }（{ $at }）取消了。
letter-drill-stopped = 【演练】{ $title } 中止了，大家回岗。
letter-drill-ended = 【演练】{ $title } 结束了，辛苦。请回答三个小问题。
letter-drill-help = { $real ->
    [yes] 🚨【真实，不是演练】
   *[no] 🆘【演练】
}{ $person } 需要帮助{ $words ->
    [none] {""}
   *[other] ：{ $words }
}（{ $time }）
letter-drill-command = { $real ->
    [yes] 🚨【真实，不是演练】点名
   *[no] 【演练】{ $title }
}现在由 { $person } 指挥。
letter-drill-closed = 【演练】{ $title } 的记录已由 { $person } 归档：{ $weak ->
    [0] 全部做到
   *[other] { $weak } 项没做到
}{ $hazards ->
    [0] 。
   *[other] ，登记了 { $hazards } 条隐患。
}
letter-roll-called = 🚨【真实，不是演练】{ $person } { $time } 发起紧急点名。先保命：火警 119，急救 120，报警 110。撤到安全的地方再应答。正在进行的演练立即停止。
letter-roll-watch = 🚨【真实，不是演练】{ $enterprise }（{ $town }）{ $person } { $time } 发起了紧急点名。
letter-roll-ended = 🚨【真实，不是演练】点名结束。没有通知以前，不要回到危险的地方。
open-drill = 🧯 打开演练
open-roll = 🚨 看点名
open-drill-start = ▶️ 去开始
open-drill-photo = 📷 去发照片
open-drill-safe = ✅ 我安全
open-roll-safe = ✅ 我安全
open-drill-help = 🆘 需要帮助
open-drill-wash = 💬 回答问题
said-to-drills = 演练|应急演练|看演练
