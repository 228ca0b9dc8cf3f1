## 封条

head-title = 🔏 <b>{ $day } 封条</b>
head-entries = 到第 { $last } 条记录为止，新增 { $new } 条。
head-hash = 校验值 { $hash }
head-why = 请留着这条消息：以前的记录以后有任何改动，拿它一对就知道。
