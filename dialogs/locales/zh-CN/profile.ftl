## 企业情况：季度核对、变更申请、审核

firm-facts = 🏷 企业情况
profile-title = <b>🏷 企业情况</b>
profile-fact = { $what }：{ $value }
profile-flag = ✔️ { $what }
profile-nothing = 还没有登记什么情况。
profile-done = { $done ->
    [yes] { $day }由 { $person } 核对过
   *[no] 还没有核对过
}{ $old ->
    [0] 。
   *[other] ，有 { $old } 项该再核对了。
}
profile-check = ✅ 季度核对
profile-missing = 还差 { $n } 项：
    { $what }{ $number ->
        [yes] {" "}请写个数。
       *[no] {""}
    }
profile-yes = ✅ 有
profile-no = ❌ 没有
profile-ask = <b>现在还是这样吗？</b>（没列出来的是没有，或者还没登记）
profile-all = ✅ 核对完了
profile-same = ✅ 都没变
profile-change = ✏️ 有变化
profile-alter = <b>哪里变了？</b>点序号改，改完点“改好了”。名称、地址、镇街、主要行业要申请，由镇街审。
profile-item = { $n }. { $what }：{ $value }
profile-done-changing = 👌 改好了
profile-number = { $what } 请写个数。
profile-no-number = 没看懂这个数，请只写数字，比如 12。
profile-confirmed = ✅ 本季度的企业情况核对好了。
value-none = 没有登记
value-yes = 有
value-no = 没有
value-number = { $value }{ $unit }
value-text = { $text }
attribute = { $what ->
    [colour] 颜色
    [department] 监管部门
    [grid] 网格
    [name] 单位名称
    [code] 信用代码
    [address] 地址
    [town] 所属镇街
    [activity] 生产状态
    [industry] 行业等情况
   *[other] 其他情况
}

to-requests = 📝 变更审核{ $n ->
    [0] {""}
   *[other] {" "}{ $n }
}
amend-new = ✏️ 申请变更
amend-history = 🗂 变更记录
amend-ask = <b>要变更什么？</b>镇街审过以后才生效。
amend-to = <b>{ $what }</b>现在是：{ $now }
    { $typed ->
        [yes] 改成什么？请写给我。
       *[no] 改成哪个？
    }
amend-which = { $what ->
    [fact] <b>哪一项要变？</b>点序号，就是申请改成相反的情况。
   *[town] <b>现在属于哪个镇街？</b>点序号，或者写名称。
}
amend-item = { $n }. { $what }{ $now ->
    [yes] ：现在有
    [no] ：现在没有
   *[none] {""}
}
amend-why = <b>{ $what }</b> → { $after }
    请写变更原因发给我，会交给镇街审核。
amend-why-missing = 请把原因写清楚一点。
amend-impossible = 这样改不行，请重新写。
amend-same = 和现在一样，不用变更。
amend-waiting = 这一项已经有一份申请在等审核了。
amend-code-wrong = 信用代码不对：应为 18 位，校验位也要对上。请看着营业执照再写一次。
amend-code-taken = 这个信用代码已经有单位在用，请联系镇街核实。
amend-no-town = 没有这个镇街。
amend-gone = 没有这份变更申请。
amend-decided = 这份申请已经处理过了。
amend-sent = ✅ 申请已交给镇街审核，结果会告诉您。
amend-taken-back = 申请已撤回。
amend-accepted = ✅ 已同意，变更马上生效。
amend-refused = 已退回，理由会告诉申请人。
amend-line = { $what }：{ $before } → { $after }
amend-state = { $state ->
    [waiting] ⏳ 等审核
    [accepted] ✅ { $day }{ $person }同意
    [refused] ❌ { $day }{ $person }没有同意
   *[withdrawn] ↩️ { $day }撤回
}
amend-brought = 📥 { $day }导入名单时改了：{ $changes }
amend-list = { $where ->
    [waiting] { $n ->
        [0] <b>没有等审核的变更申请。</b>
       *[other] <b>等审核的变更申请 { $n } 份</b>
    }
   *[one] { $n ->
        [0] <b>没有申请过变更。</b>
       *[other] <b>变更记录 { $n } 条</b>
    }
}
amend-waits = { $n }. { $enterprise }，{ $day }
    { $change }
amend-past = { $n }. { $change }
    { $state }
amend-card = <b>变更申请 { $number }</b>
    { $enterprise }（{ $town }）
    { $change }
    原因：{ $reason }
    { $person }，{ $day }申请
amend-colour = 🎨 同意以后，告知书颜色跟着改成{ colour-name }，要签新的承诺书。
amend-answer = 理由：{ $reason }
amend-refuse-why = 为什么不同意？请写理由发给我，会告诉申请人。
request-accept = ✅ 同意
request-refuse = ❌ 不同意
request-back = ↩️ 撤回申请
request-card = 🏢 看企业
way-activity = 🏭 改生产状态
letter-change-asked = <b>变更申请 { $number }</b>
    { $enterprise } 的 { $person } 申请变更企业情况，请审核。
open-request = 📝 看申请
letter-change-decided = { $accepted ->
    [yes] <b>变更申请 { $number } 已同意</b>
   *[no] <b>变更申请 { $number } 没有同意</b>
}
    单位：{ $enterprise }{ $accepted ->
        [yes] {""}
       *[no] ，理由：{ $reason }
    }
