## 自查

list-title = <b>本期自查</b>
list-item = { $n }. { $form }：{ $state ->
    [open] 未开始
    [begun] 做了一部分
    [returned] 已退回，要更正
    [correcting] 正在更正
   *[done] 已提交
}，{ $due }前
check-gone = 这份自查已经找不到了，请从主菜单重新进入。

ask-where = { $section } · 第{ $n }/{ $total }题
ask-worked = { $section } · 自动算出的数
instance = { $title } { $n }/{ $total }
instance-named = { $title } { $n }/{ $total }：{ $name }
ask-question = <b>{ $question }</b>
ask-answered = 现在的答案：{ $answer }
ask-answered-by = 现在的答案：{ $answer }（{ $author }）
author = { $person } { $time }
colleague = 一位同事
answer-changed = 同事刚刚回答了这一题，您的答案还没有记上，请看一下再选。
rival-theirs = 👥 { $person } { $ago }答了“{ $answer }”。
rival-mine = 您选的是“{ $answer }”。以哪个为准？
keep-theirs = 保留同事的
take-mine = 用我的
kept-theirs = 好的，保留同事的答案。
ask-confirm = 以前的答案：{ $answer }。题目或情况有变，请点“没变”确认，或者改。
still-so = ✅ 没变
newer-title = <b>{ $form }有新版</b>
newer-counts = 新增 { $new } 题，改动 { $changed } 题，取消 { $gone } 题。
newer-answers = 换到新版，{ $kept } 个答案直接带过去{ $confirm ->
    [0] 。
   *[other] ，{ $confirm } 个要您确认一下。
}
newer-both = 也可以先用旧版做完提交。新旧两版原文都会留存，填过的都不会丢。
newer-look = 看改了什么
newer-move = ➡️ 换到新版
newer-stay = 先用旧版
newer-is-new = • 新增：{ $question }
newer-reads = • 改动：{ $was } → { $now }
newer-rules = • 要求有变：{ $question }
newer-is-gone = • 取消：{ $question }
newer-more = ……还有 { $n } 处
newer-stayed = 好的，这一份用旧版做完。
newer-moved = 已换到新版{ $confirm ->
    [0] ，接着做。
   *[other] ，有 { $confirm } 题请确认一下。
}
form-moved = 同事刚刚把这份自查换到了新版，请接着做。
ask-hint = { $kind ->
    [number] 可以点按钮，也可以直接发一个数字。
    [multi] 可以选几项，选完点下面的“选好了”。
    [time] 可以点按钮，也可以直接写几点，例如 8点半。
    [photo] 📷 请拍 { $n } 张照片发给我，照片就是答案。
    [file] 📎 请把文件发给我（{ $files }，最大 20 MB）。
    [place] 📍 请点输入框旁的 📎，选“位置”发给我；也可以写出地址。
    [code] 请把扫到的编号发给我，或者拍照并在照片上写明编号。{ $shown ->
        [yes] 例如 { $example }
       *[no] {""}
    }
   *[text] 请直接写几个字发给我。
}
not-applicable = 不适用
na-why = <b>为什么不适用？</b>
na-hint = 请点一个原因，或者直接写一句。
answer-na = 不适用（{ $reason }）
na-not-here = 这一题没有“不适用”，请照实回答。您的话已记在第{ $n }题的说明里。{ $accepts }
ask-more-sent = { $kind ->
    [file] 📎 还要 { $n } 个文件。
   *[photo] 📷 还要 { $n } 张照片。
}
ask-photos = 📷 已收到 { $n } 张照片
own-note = 📝 您的说明：{ $note }

why-basis = 依据：{ $clauses }
why-criterion = 对照条目 { $code }：{ $text }（{ $clause }）
why-advice = 怎么办：{ $advice }
why-note = 说明：{ $note }
back-to-question = ⬅️ 回到本题
overview = 📋 看总览
pause = ⏸️ 先停下

sure-title = <b>真的是这样吗？</b>
sure-answer = 您选的是：{ $answer }
sure-first = 如果属实，请先停下来、撤人、关阀断电，保证人的安全。
sure-after = 这可能是重大事故隐患。您确认后，会马上告诉监管人员来帮您判断。
sure-yes = ⚠️ 是这样
sure-no = 选错了，改

bad-title = { $severity ->
    [major] ⚠️ <b>已记为疑似重大隐患</b>，正在告诉监管人员
   *[general] ⚠️ <b>已记为隐患</b>
}
bad-due = { $days ->
    [0] 期限：今天就处理
   *[other] 期限：{ $due }前改好
}
bad-hint = { $photo ->
    [required] 请发一张现场照片，提交前要补上。
    [optional] 请发一张现场照片。
   *[none] {""}
}{ $explain ->
    [1] 请写一句是怎么回事，不写就点下面继续。
    [2] 好了就点下面继续。
   *[0] 也可以写一句说明，不写就点下面继续。
}
go-on-now = 继续 ➡️

photo-please = { $need ->
    [required] 📷 请发 { $n } 张照片，这一题提交前必须有。
    [site] 📷 请拍 { $n } 张照片，留在检查记录里。
   *[optional] 📷 请发 { $n } 张照片。没有照片，这一题不计分。
}
photo-drawn = 🎯 这次抽到这一题，要一张现在的照片。
photo-later = 稍后再拍
photo-none = 不拍，继续
photo-enough = 就这些
photo-later-said = 好的，提交前再补照片，总览里能找到。
photo-received = 📷 收到，共 { $n } 张。
photo-added = 📷 已放到第{ $n }题，那一题共 { $count } 张。
photo-then-answer = 📷 收到，共 { $n } 张，放在本题。请再点一下答案。
photo-too-large = 这个文件有 { $mb } MB，超过 20 MB 收不了。请直接发照片，或拍一张小一点的。
photo-format = 收不了 { $format } 格式的文件。请直接发照片。
code-then = 📷 收到，共 { $n } 张，放在本题。{ $accepts }
file-received = 📎 收到，共 { $n } 个文件。
file-too-large = 这个文件有 { $mb } MB，超过 20 MB 收不了。请发小一点的文件。
file-format = 这一题只收这些文件：{ $files }。

recorded-as = 已记为“{ $answer }”，不对就点“改”。
noted = 您的话已记在第{ $n }题的说明里。{ $accepts }
noted-second = 这一句已记在第{ $n }题的说明里。
danger = 🚨 <b>如果正有危险，先撤人，再打电话：火警 119，急救 120，报警 110。</b>
    { $then }
corrected = 第{ $n }题已改为“{ $answer }”。
correction-noted = 您的话已记在第{ $n }题的说明里，答案没有变。
correction-unfit = 第{ $n }题没有改：{ $why }原话已记在第{ $n }题的说明里。
correction-unasked = 那一题现在不用答了，您的话已记在它的说明里。
point-here = 这是第{ $n }题，请重新回答。{ $back ->
    [yes] 答完会回到刚才的地方。
   *[no] {""}
}
point-noted = 您的话已记在第{ $n }题的说明里，答案还没有变。要改答案，请在这里回答。
point-none = 这份自查现在一共 { $total } 题，没有第{ $n }题。填过的都在。
point-again = 第{ $n }题已加进这次更正，请重新回答。
point-correct = 这份自查已经提交，改动要走更正：先说原因，第{ $n }题已经给您选上了。
point-too-late = 这份自查已经提交，也过了可以自己更正的时间，答案没有变。确实要改，请联系所在镇街退回。
edited-too-late = 这份自查已经提交，改消息不会再改变它。要改答案，请点下面的“更正”。
edited-and-late = 这份自查已经提交，也过了可以自己更正的时间，改消息不会再改变它。
already-submitted = 这份自查已经提交了

problem-unknown-option = 没有这个选项，请点下面的按钮。
problem-nothing-chosen = 请至少选一项。
problem-not-together = “{ $option }”不能和别的一起选。
problem-wrong-kind = 这个答不了本题，请看下面的提示。
problem-too-small = 这个数太小了，最小是 { $limit }{ $unit }。
problem-too-large = 这个数太大了，最大是 { $limit }{ $unit }。
problem-not-whole = 请填整数。
problem-too-precise = 小数太长了，最多三位。
problem-in-future = { $date }还没到，请选今天或以前的日期。
problem-too-early = 这个日期太早了，最早是{ $limit }。
problem-too-late = 这个日期太远了，最晚是{ $limit }。
problem-code = 这个编号不对，请再看一下，例如 { $example }
problem-applies = 这一题没有“不适用”，请照实回答。
problem-no-reason = 请写明为什么不适用。
problem-no-place = 这个位置不在地图上，请重新发。
problem-empty = 请写几个字。
problem-too-long = 太长了，请写在 { $limit } 个字以内。

review-title = <b>检查一下：{ $form }</b>
review-counts = 合格 { $passed } / { $asked }，隐患 { $bad } 处
review-carried = 其中 { $n } 题沿用以前的答案
review-clean = 全部做完，没有要补的。点“提交”就好。
review-points = 现在提交，{ $points }
review-item = 第{ $n }题 { $reason }：{ $question }
review-item-of = 第{ $n }题 { $reason }：{ $instance } · { $question }
review-item-worked = 🧮 { $reason }：{ $question }
review-figure = 🧮 { $question }：{ $value }
review-figure-of = 🧮 { $instance } · { $question }：{ $value }
jump-worked = 🧮 看算法
review-bad = { $severity ->
    [major] ⚠️ 疑似重大隐患
   *[general] ⚠️ 隐患
}
review-open = ◻️ 没答
review-skipped = ⏭️ 跳过了
review-photo = { $kind ->
    [file] 📎 缺文件
   *[other] 📷 缺照片
}
review-and-photo = { $reason }，缺照片
review-not-yours = 提交要由主要负责人或安全管理员来做。
jump = 第{ $n }题
complete = 先补 { $n } 处
submit = ✅ 提交

score-points = 得分 { $points }{ $mark ->
    [reached] ，达标
    [missed] ，没达标（{ $needed } 分达标）
   *[none] {""}
}
score-limit = { $cap ->
    [major] { $questions }是疑似重大隐患，改好之前最多得 { $points } 分。
   *[critical] { $questions }是关键题，没合格最多得 { $points } 分。
}
score-question = 第{ $n }题
score-uncounted = 有 { $n } 题答了合格但缺照片，没有计分。
score-sections = 没得满分的部分：{ $sections }
score-section = { $section } { $points } 分
score-weighted = 各题分值不一样，要紧的题分值高。

zero-title = <b>零报告：{ $form }</b>
zero-declared = “我逐项看了 { $n } 项，没有发现隐患。{ $aside ->
    [0] {""}
   *[other] { $aside } 项不适用，写明了原因。
}{ $left ->
    [0] {""}
   *[other] 还有 { $left } 项没有看。
}”
zero-who = 声明人：{ $person }，{ $role }，{ $place }
zero-when = 时间：{ $time }
zero-unsure = 没有发现也要有人签字，这就是零报告。哪一项拿不准，先回去看看再签。
zero-sign = ✍️ 签字提交
zero-back = ⬅️ 再看看
zero-changed = 刚才有人改了答案，请再看一遍。

to-parts = 👥 分工
parts-title = <b>分工：谁做哪一部分</b>
part-item = { $n }. { $section }：已答 { $answered } / { $asked } 题，{ $who ->
    [none] 还没人做
    [me] 我在做
   *[other] { $person }在做
}
part-title = <b>{ $section }</b>，已答 { $answered } / { $asked } 题
part-holder = { $who ->
    [none] 还没有人做这一部分。
    [me] 您在做这一部分（{ $time } 起）。
   *[other] { $person } 在做这一部分（{ $time } 起）。接过来，会告诉这位同事。
}
part-take = 🙋 我来做
part-go = ▶️ 去做
part-over = 🙋 接过来做
part-leave = 不做了，放回去
part-hand = 🤝 交给同事
part-taken = 好的，“{ $section }”由您来做。
part-left = 好的，“{ $section }”放回去了，别人可以做。
part-gone = 这一部分现在没有要答的题了。
part-handed = “{ $section }”交给 { $person } 了，已经发信告诉这位同事。
hand-title = <b>“{ $section }”交给谁？</b>
hand-item = { $n }. { $person }，{ $role }
review-shares = 👥 已答：{ $people }
share = { $person } { $n } 题
review-signed = { $reason }（{ $author }）
review-held = { $reason }（{ $person }在做）

receipt-na = 不适用 { $n } 题（{ $questions }），没有计分
copies-safe = { $kind ->
    [file] 📎 文件已存好 { $safe } / { $total } 个
   *[photo] 📷 照片已存好 { $safe } / { $total } 张
}
copies-pending = { $kind ->
    [file] ⏳ 还有 { $n } 个文件正在保存
   *[photo] ⏳ 还有 { $n } 张正在保存
}
copies-failed = { $kind ->
    [file] ⚠️ 有 { $n } 个文件没能保存，请重新发
   *[photo] ⚠️ 有 { $n } 张没能保存，请重新发
}

receipt-title = ✅ <b>已提交：{ $form }</b>
receipt-number = 回执编号：{ $number }
receipt-time = 提交：{ $time }，{ $person }
receipt-fingerprint = 校验码：{ $fingerprint }
receipt-score = { $points }，合格 { $passed } / { $asked }
receipt-zero = 零报告，{ $person }签字声明：{ $declared }
receipt-saved = 这次少问了您 { $n } 题：同上次 { $last } 题，别处报过 { $facts } 题
receipt-clean = 没有发现隐患，辛苦了。
receipt-hazards = 隐患 { $n } 处：
receipt-hazard = • { $number }{ $severity ->
    [major] （疑似重大）
   *[general] {""}
}，{ $due }前改好
receipt-pending = 正在登记，请稍后再看。

## 提交以后：更正、退回、版本

reason = { $reason ->
    [mistake] 填错了
    [missed] 漏填了
    [again] 又去看了一遍
    [photo] 照片看不清或不对
    [doubt] 答案和实际可能不符
    [missing] 说明不清楚
   *[other] { $reason }
}
fix = ✏️ 更正
fix-why = <b>更正：{ $form }</b>
    为什么要更正？点一个，或者直接写给我。原来提交的那一版会原样留存。
fix-mistake = 填错了
fix-missed = 漏填了
fix-again = 又去看了一遍
fix-pick = <b>要更正哪几题？</b>可以选几题，也可以直接发题号。已选 { $n } 题。
fix-title = <b>正在更正：{ $form }</b>
fix-because = 原因：{ $reason }{ $returned ->
    [yes] （监管人员退回）
   *[no] {""}
}
fix-left = 还有 { $n } 题没确认。
fix-submit = ✅ 提交更正
fix-more = 再改一题
fix-drop = 放弃更正
fix-drop-sure = 放弃这次更正吗？答案回到上次提交的样子，新记的隐患会撤回。
fix-drop-yes = 放弃
fix-dropped = 已放弃更正，上次提交的那一版照旧有效。
fix-nothing = 还没有改动，没有要提交的。
fix-too-late = 已经过了可以自己更正的时间。确实要改，请联系所在镇街退回。
fix-begun = 这份自查正在更正，请接着做。
fix-gone = 这次更正已经结束了。
fix-not-this = 这一题不在这次更正里。要改这一题，请先在更正里选上它。
fix-version = 第 { $n } 版，更正原因：{ $reason }
fix-before = 更正前的一版：{ $receipt }，原样留存。
said-answer = { $n }. { $question }：{ $answer }
said-bad = ⚠️ { $answer }
said-skipped = 跳过了
said-none = 没有答
change-answer = • 第{ $n }题 { $question }：{ $was } → <b>{ $now }</b>
change-beside = • 第{ $n }题 { $question }：答案没变，说明或照片有变
change-nothing = • 还没有改动
receipt-withdrawn = • { $number } 已随更正撤回
return-answered = 这次退回已经处理过了。
returned-title = <b>监管人员退回：{ $form }</b>
returned-why = { $person } 于 { $time } 退回，原因：{ $reason }。只要改下面这几题：
returned-begin = ✏️ 开始更正
