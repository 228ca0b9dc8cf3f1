## 原因分析

cause-no-words = 不写了
cause-no-prevention = 不需要
cause-is = 🧭 原因：{ $cause }{ $words ->
    [none] {""}
   *[other] ，{ $words }
}
cause-prevented = 🛡️ 预防：{ $measures }（{ $owner }，{ $day }前）
cause-wanted = 🧭 { $major ->
    [yes] 还没写原因和预防措施，写好才能销号。
   *[no] 重复发生的，还没写原因，写好才能销号。
}
