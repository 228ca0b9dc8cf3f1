## 补充情况：各类隐患另外要知道的

do-details = 📝 补充情况
detail-title = <b>{ $number }</b> · 补充情况
detail-ask = <b>{ $field }</b>？{ $kind ->
    [number] 点一个，或者打数字。
    [choice] 点一个，或者打字。
    [date] 点一个，或者打日期，如2027年6月30日。
   *[text] 请打字。
}不清楚就跳过。
detail-now = 现在是：{ $value }
detail-skip = 跳过
detail-kept = 记下了。{ $field }：{ $value }
detail-not-read = { $kind ->
    [number] 没看懂这个数。
    [date] 没看懂是哪天。
    [choice] 请点下面的一个。
   *[text] 请写短一点，100字以内。
}
detail-is = 📝 { $field }：{ $value }
detail-is-plain = { $field } { $value }
detail-was = { $field } { $value }（原来 { $former }）
hazard-detail-empty = 没有写内容。
