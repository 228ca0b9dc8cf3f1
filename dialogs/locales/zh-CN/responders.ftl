## 应急力量

to-responders = ☎️ 应急力量
responders-title = ☎️ <b>应急力量</b>：火警 119，急救 120，报警 110 先打。
responders-hint = 本镇街的排在前面；发一个位置，按远近排。
responders-by-distance = 已按离这个位置的远近排，没有登记位置的排在后面。
responder-kind = { $kind ->
    [team] 🚒 救援队
    [duty] ☎️ 值班
    [repair] 🔧 抢修
    [hospital] 🏥 医院
   *[expert] 🎓 专家
} { $n }
responders-of = <b>{ $kind ->
    [team] 🚒 救援队
    [duty] ☎️ 值班电话
    [repair] 🔧 燃气、电力抢修
    [hospital] 🏥 医院
   *[expert] 🎓 专家
}</b>（{ $n }）
responder-line = { $n ->
    [0] ☎️
   *[other] { $n }.
} <b>{ $name }</b>{ $town ->
    [none] （区）
   *[other] （{ $town }）
}{ $km ->
    [none] {""}
   *[other] 约 { $km } 公里
} { $person ->
    [none] {""}
   *[other] { $person }{" "}
}{ $phone }{ $words ->
    [none] {""}
   *[other] ；{ $words }
}
responder-new = ➕ 加一个
responder-add-how = { $kind ->
    [expert] <b>第一行姓名，第二行专长，第三行单位和电话。</b>
   *[other] <b>第一行名称，第二行专长和装备，第三行联系人和电话。</b>
}
responder-unclear = 没看懂：要有名称和电话。
responder-kept = ✅ 已记下。
responder-change = ✏️ 改
responder-remove = 🗑 去掉
responder-sure = <b>确定从名单里去掉吗？</b>
responder-off-yes = 🗑 去掉
responder-off = 已去掉。
responder-placed = 📍 位置已记下。
responder-place-hint = 发一个位置，就是他们的所在地。
responder-gone = 名单里没有这一个，或不归您管。
