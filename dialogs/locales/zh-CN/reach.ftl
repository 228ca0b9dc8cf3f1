# 联系不上的人：收信人、代收人、镇街看到的话

to-unreachable = 📵 联系不上 { $n }
open-silent = 看找谁
open-unreachable = 看名单

letter-stands-in = <i>{ $person }暂时收不到消息，这一条请您代收。</i>
letter-standing-in = 📵 { $person }暂时收不到消息（可能停用了机器人或换了号）。
    单位的通知先发给您，等{ $person }回来就停。方便的话请告诉{ $person }一声。
letter-kept = 这段时间没能送到您手上的消息，共 { $n } 条：
kept-item = { $n }. { $time } { $text }
kept-more = 另有 { $n } 条更早的，在“隐患”和“要办的事”里都能看到。
letter-silent = 📵 <b>{ $n } 家单位联系不上</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}等
    }
    负责人和安全员都收不到消息。请打电话问一问。

reach-title = <b>联系得上的单位</b>：{ $n } / { $total } 家（{ $percent }%）
reach-town = { $name }：{ $n } / { $total } 家（{ $percent }%）
reach-some = { $n ->
    [0] 现在没有联系不上的人。
   *[other] { $n } 家有人联系不上{ $silent ->
        [0] ，都有人代收。
       *[other] ，其中 { $silent } 家一个人也联系不上。
    }
}
reach-item = { $n }. { $enterprise }：{ $state ->
    [silent] 📵 联系不上
   *[other] 有人代收
}，{ $day }起
reach-figures = 各镇和送达
reach-card = <b>{ $enterprise }</b>（{ $town }）
    { $state ->
        [silent] 📵 负责人和安全员都收不到消息
       *[other] 有人收不到消息，别人在代收
    }
reach-absent = { $role }{ $person }：{ $day }起收不到{ $known ->
    [no] {""}
   *[yes] ，电话 { $phone }
}
reach-call = 名单上的 { $person }{ $role }：电话 { $phone }
reach-role = （{ $role }）
reach-others = 还能联系：{ $person }{ $n ->
    [1] {""}
   *[other] 等 { $n } 人
}
reach-next = { $state ->
    [silent] 请打电话问一问：是停用了机器人，还是换了号。请对方给机器人发一句话，就恢复了；人换了，请重新邀请。
   *[other] 不用急。本人给机器人发一句话，就恢复了。
}
reach-back-again = 这家单位现在联系得上。

reach-sent = 📬 送达情况
sent-title = <b>最近 { $days } 天发出的消息</b>
sent-all = 写好 { $written } 条，送到 { $delivered } 条（{ $percent }%）
sent-acted = 有人点开去办：{ $n } 条（送到的 { $percent }%）
sent-kept = 收信人联系不上，先存着：{ $n } 条
sent-failed = 没送成：{ $n } 条
sent-none = 还没有发过消息。
sent-topic = { $topic ->
    [hazard] 隐患
    [major] 疑似重大隐患
    [listing] 挂牌督办
    [check] 自查
    [owed] 应办事项提醒
    [commitment] 告知承诺
    [exam] 考试
    [drill] 演练
    [warning] 预警
    [digest] 每日简报
    [reach] 代收和失联
    [join] 加入
    [tip] 匿名举报
   *[other] 其他
}：{ $written } 条，送到 { $delivered }，点开 { $acted }
