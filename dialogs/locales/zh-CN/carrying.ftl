## 沿用以前的答案

carry-last = 上次（{ $day }）：{ $answer }
carry-fact = 已经知道：{ $answer }（{ $source }）
carry-from-check = 来自{ $day }《{ $form }》
carry-from-list = 来自{ $day }的企业登记
carry-hazard = ⚠️ 上次在这里查出的隐患 { $number } 还没有销号，期限{ $due }。请看现在的情况再答。
carry-as-last = 同上次：{ $answer }
carry-unchanged = 没变：{ $answer }
carry-option = ↩️ { $label }
carry-again = ↩️ 同上次
carry-na = ↩️ 同上次：不适用
carry-moved = 这里的答案刚刚有变化，请再看一遍。
carry-done = 已沿用 { $n } 题。

same-where = { $sections } · 共{ $total }题
same-title = <b>这 { $n } 题和上次（{ $day }）一样吗？</b>
known-where = { $form }
known-title = <b>这 { $n } 项您单位已经报过，有变化吗？</b>
carry-item = { $n }. { $question } <b>{ $answer }</b>
carry-item-since = { $n }. { $question } <b>{ $answer }</b>（{ $day }起）
carry-item-from = { $n }. { $question } <b>{ $answer }</b>（{ $source }）
carry-item-aside = ✏️ { $n }. { $question } 随后重新问
same-rest = 另有 { $n } 题要看现在的情况，随后一题一题问。
same-hazards = ⚠️ 其中 { $n } 题上次查出的隐患还没有销号。
same-all = ✅ 都和上次一样
known-all = ✅ 都没变
carry-all-others = ✅ 其余不变
change-which = <b>哪一题要改？</b>
change-one = ✏️ 改一项
one-by-one = 一题一题问
