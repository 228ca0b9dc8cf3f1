## 批量转交、批量通过

to-hand-over-many = 🤝 批量转交
to-accept-many = ✅ 批量通过
to-extend-many = ⏳ 批量审延期
together-which = { $action ->
    [transfer] <b>转交哪几处？</b>点编号打勾，再点一次取消。已选 { $n } 处。
    [grant_extension] <b>审哪几处的延期？</b>先看过原因，再点编号打勾。已选 { $n } 处。
   *[accept] <b>通过哪几处？</b>先看过照片，再点编号打勾。已选 { $n } 处。
}
together-all = { $action ->
    [transfer] 全选我的
   *[accept] 全选
}
together-on = 下一步（{ $n } 处）
together-not-this = 这一处不能放在一起办，请点开单独处理。
together-most = 一次最多 { $most } 处，多的下次再办。
together-none = { $action ->
    [transfer] 这里没有您能转交的隐患。
    [grant_extension] 这里没有能一起审的延期申请。
   *[accept] 这里没有能一起通过的隐患。
}
together-title = { $action ->
    [transfer] <b>批量转交 { $n } 处</b>
    [grant_extension] <b>批量审延期 { $n } 处</b>
   *[accept] <b>批量通过 { $n } 处</b>
}
together-sure = { $action ->
    [transfer] 把 { $n } 处隐患转给<b>{ $person }</b>？
    [grant_extension] <b>{ $n } 处延期申请，都同意，还是都不同意？</b>
   *[accept] <b>{ $n } 处隐患复查通过、销号？</b>
}
together-because = 原因：{ $reason }
together-looked = { $action ->
    [grant_extension] 同意的，期限改为各自申请的那天。重大隐患的延期要单独审，不在里面。
   *[accept] 请确认整改照片都看过了。重大隐患要单独复查，不在里面。
}
together-yes = { $action ->
    [transfer] ✅ 转交 { $n } 处
   *[accept] ✅ 通过 { $n } 处
}
together-did = { $action ->
    [transfer] 已转交 { $n } 处。
    [grant_extension] 已同意延期 { $n } 处。
    [refuse_extension] 没有同意延期，{ $n } 处，期限不变。
   *[accept] 已通过 { $n } 处，隐患销号。
}
together-refused = { $before }
    • { $number } 没有办成：{ $why }
together-more = { $before }
    • 还有 { $n } 处没有办成。
hazard-by-itself = 重大隐患要单独处理。
letter-hazards = { $action ->
    [transfer] 🤝 { $person } 把 { $n } 处隐患转给您，原因：{ hazard-reason }。
    [grant_extension] ✅ { $person } 同意 { $n } 处隐患延期，新的期限看各条隐患。
    [refuse_extension] { $person } 没有同意 { $n } 处隐患的延期，期限不变。
   *[accept] ✅ { $person } 复查通过 { $n } 处隐患，已销号。
}
    { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}等
    }
together-grant = ✅ 都同意（{ $n } 处）
together-refuse = 都不同意
