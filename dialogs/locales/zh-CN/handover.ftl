## 交接身份

to-handover = 🤝 交接身份
way-handover = 🤝 身份交接
handover-whom = { $n ->
    [0] 本单位还没有别人加入。可以发一个邀请链接给接手的人，对方加入后就算接手。
   *[other] <b>交给谁？</b>要先由对方确认，您的身份才会结束。
}
handover-whose = { $n ->
    [0] 这家企业没有人可以交接，发一张邀请卡就行。
   *[other] <b>谁的身份要交接？</b>本人已经离开、不能自己交接时才用。
}
handover-item = { $n }. { $person } · { $role }
handover-invite = 🔗 邀请新的人
handover-newcomer = 用链接加入的人
handover-why = 为什么由您代办？点一个，或者直接写。
handover-left = 本人已离职
handover-ill = 本人长期请假
handover-silent = 联系不上本人
handover-sure = <b>交给{ $person }，确认吗？</b>一起过去的有：
handover-load = { $what ->
    [hazards] · 负责的隐患 { $n } 处
    [matters] · 手上的应办事项 { $n } 件
    [chores] · 定期工作 { $n } 项
    [sections] · 认领的自查部分 { $n } 个
    [drafts] · 做了一半的自查 { $n } 份（答过的题都留着）
   *[pledges] · 承诺书要由新的负责人重新签
}
handover-nothing = · 手上没有没办完的事。
handover-after = 对方点“接手”后马上生效。以前答的题、签的字、发的照片仍记在原来的人名下。
handover-yes = 🤝 交给TA
handover-asked = 已经问{ $person }了，对方确认后生效。
handover-link-coming = 邀请链接马上发给您，请转给接手的人。{ $hours } 小时内有效，只能用一次；对方加入后，您的身份就结束。
handover-open = 您正在把{ $place }的{ $role }身份交给{ $officer ->
    [none] 用链接加入的人
   *[other] { $officer }
}，还没有接手。
handover-keep = 不交了
handover-kept = 好的，您在{ $place }的身份不变。
handover-take = <b>{ $person }想把{ $place }的{ $role }身份交给您。</b>接手后归您的有：
handover-by = 由{ $owner }代办。
handover-mind = { $role ->
    [principal] 主要负责人对本单位安全生产全面负责（安全生产法第5条）。接手后请尽快阅读告知书、签承诺书。
   *[officer] 接手后，自查和提醒都发给您。
}
handover-accept = ✅ 接手
handover-decline = 不接
handover-taken = 您现在是{ $place }的{ $role }。
handover-refused = 已经回复对方：您不接手。
handover-gone = 这次交接已经结束了，或者有人离开了。
letter-handover = { $by ->
    [other] { $owner }请您接手{ $person }在{ $place }的{ $role ->
        [principal] 主要负责人
       *[officer] 安全管理员
    }身份。
   *[own] { $person }想把{ $place }的{ $role ->
        [principal] 主要负责人
       *[officer] 安全管理员
    }身份交给您。
}看看要接的有哪些，再决定。
open-handover = 看看交接内容
letter-handover-for = { $owner }说您已不能履职，正请{ $officer }接手您在{ $place }的身份。如果不是这样，请马上联系所在镇街。
letter-handover-declined = { $officer }没有接手{ $place }的身份，一切不变。
letter-handover-withdrawn = { $place }的身份不用您接手了。
letter-handover-gone = { $officer }已经接手，您在{ $place }的{ $role ->
    [principal] 主要负责人
   *[officer] 安全管理员
}身份结束了。您做过的仍记在您名下。
letter-handover-done = { $place }的{ $role ->
    [principal] 主要负责人
   *[officer] 安全管理员
}由{ $person }换成{ $officer }{ $hazards ->
    [0] 。
   *[other] ，没销号的隐患 { $hazards } 处一并交接。
}
letter-handover-link = 🔗 把下面这条链接转给{ $place }接手的人。{ $hours } 小时内有效，只能用一次；对方加入后，您的身份就结束。
