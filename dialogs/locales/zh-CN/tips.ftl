## 匿名举报

to-tip = 🙈 匿名举报
to-tips = 📮 举报（{ $n }件待办）
turn-not-kept = 这一条我没能处理，内容没有保留，请再发一次。

# 举报人

tip-title = 🙈 <b>匿名举报</b>
tip-notice = 不用实名。谁报的，企业和监管人员都看不到；监管人员有话问您，由机器人转达。
    您的账号加密单独存放，只用来转达；办结 { $days } 天后删除，没办结的最多留 { $quiet } 天，您也可以随时要求删除。照片会去掉拍摄信息。
    消息经 Telegram（境外）传送。文字和照片里不要露出自己。有危险先打 119、110、120。
tip-which = <b>举报哪家企业？</b>发企业名称（几个字也行）或统一社会信用代码。
tip-own-enterprise = 我所在的企业
tip-about = 企业：{ $enterprise }{ $known ->
    [yes] {""}
   *[no] （未在名册中找到）
}
tip-candidates = 找到这些，发序号或点按钮。都不是，就按“{ $name }”举报，或者再发一个名字。
tip-no-candidates = 名册里没有“{ $name }”。可以就按这个名字举报，或者再发一个名字。
tip-candidate = { $n }. { $enterprise }（{ $town }）
tip-as-typed = 就按这个名字
tip-what = <b>有什么问题？</b>
tip-what-hint = 写几句话：是什么、什么时候常有。照片可以直接发。没写完先放着的，发送 /tip 接着写。
tip-only-photos = 只发照片
tip-where-hint = 写几个字，例如“地下一层配电间”，或点下面的按钮。
tip-cut = 一次最多记 { $n } 字，后面的没有记下，请分几次发。
tip-full = 一件举报最多 { $n } 张照片，这张没有加上。
tip-review = 看一遍，没问题就发出。发出前，照片和文字还可以接着发。
tip-send = ✅ 匿名发出
tip-change-enterprise = 换一家企业
tip-drop-sure = 确定不报了吗？写的内容马上忘掉。
tip-passage = { $text }
tip-cannot = 这个这里用不上，也没有保留。{ $accepts }
tip-accepts = { $what ->
    [pick] 请点按钮，或发举报编号（JB-…）。
    [name] 请发企业名称。
   *[words] 请发文字或照片。
}
tip-received = ✅ 已收到，编号 <b>{ $number }</b>
tip-number = 🙈 举报 <b>{ $number }</b>
tip-photos = 照片 { $n } 张{ $failed ->
    [0] {""}
   *[other] ，另有 { $failed } 张没能存下来
}
tip-stands = 进展：{ $state ->
    [new] 监管人员已收到，还没有结果
    [taken] 已作为隐患交企业整改
   *[closed] 已办结
}
tip-said = { $who ->
    [me] 我：{ $text }
    [office] 监管人员：{ $text }
   *[reporter] 举报人：{ $text }
}
tip-came-of-it = 结果：<b>{ $true ->
    [yes] 查实
   *[no] 未查实
}</b>
tip-result-prepared = { $result ->
    [ordered] 已现场核查并责令整改。
    [handed] 已移交执法处理。
    [nothing] 现场核查，没有发现所反映的问题。
   *[elsewhere] 不归我们管，已转给主管部门。
}
tip-label-ordered = 已责令整改
tip-label-handed = 已移交执法
tip-label-nothing = 没有发现
tip-label-elsewhere = 已转主管部门
tip-code = 🎁 领奖码 <b>{ $code }</b>
    只有您看得到。领奖时出示即可，不用说姓名；请自己记好。
tip-how-on = { $asked ->
    [yes] <b>请直接回复上面的问题</b>，文字、照片都行。
   *[no] 想补充就直接发文字或照片。
} 以后发送 /tip { $number } 看进展。
tip-added = 已补上，监管人员会看到。
tip-no-contact = 不再联系我
tip-let-go-sure = 确定吗？您的账号和 { $number } 的联系会马上删除，再也找不回来：收不到提问和结果，也拿不到领奖码。举报照样办理。
tip-let-go-yes = 删除联系
tip-over-now = { $said ->
    [let-go] 已删除。举报照样办理，但没有人知道是谁报的。
   *[dropped] 好的，内容已忘掉。
}
tip-own = 您的举报：
tip-own-item = { $n }. { $number } { $enterprise } · { $state ->
    [asked] <b>等您回答</b>
    [new] 已收到
    [taken] 整改中
   *[closed] 已办结
}
tip-another = 再举报一件
tip-others = 我的其他举报

# 转达给举报人

tip-answer = 回复、看进展
relay-asked = 🙈 举报 <b>{ $number }</b>，监管人员想问：
relay-taken = 🙈 举报 <b>{ $number }</b> 已作为隐患交企业整改。
relay-closed = 🙈 举报 <b>{ $number }</b> 已办结，{ $true ->
    [yes] <b>查实</b>。
   *[no] 未查实。
}
relay-photo-failed = 🙈 举报 <b>{ $number }</b> 有一张照片没能存下来：{ $reason ->
    [too-big] 文件太大
    [not-an-image] 不是照片
    [unsupported] 这种格式打不开
    [too-many-pixels] 尺寸太大
    [broken] 文件坏了
    [gone] 平台上已经取不到
   *[other] 出了别的问题
}。请重新拍一张发来。

# 监管人员

tip-office-title = 📮 <b>举报</b>（{ $n } 件待办）
tip-office-none = 📮 还没有举报。
tip-office-hint = 发编号看那一件；发领奖码可以核对。
tip-office-accepts = 请点按钮，或发举报编号（JB-…）、领奖码。
tip-office-item = { $n }. { $number } { $enterprise } · { $words } · { $state ->
    [new] 待处理
    [taken] 整改中
   *[closed] 已办结
}{ $answered ->
    [yes] 💬
   *[no] {""}
}
tip-office-card = 📮 <b>匿名举报 { $number }</b>（{ $day }）
tip-office-stands = { $state ->
    [new] 待处理
    [taken] 已立为隐患 { $hazard }
   *[closed] { $hazard ->
        [none] 已办结
       *[other] 已办结，隐患 { $hazard }
    }
}
tip-reward = 领奖码：{ $paid ->
    [yes] 已领取
   *[no] 已发给举报人，未领取
}
tip-contact = 举报人：{ $contact ->
    [reached] 可以经机器人询问
    [blocked] 停用了机器人，提问会留着，暂时收不到
   *[gone] 已删除联系，问不到了
}
tip-do-ask = 💬 问举报人
tip-do-take = 🚩 立为隐患
tip-do-place = 🏢 指定企业
tip-do-close = ✅ 办结
tip-do-photos = 📷 看照片
tip-do-pay = 🎁 登记已领取
tip-ask = 问 { $number } 的举报人什么？写一句话，由机器人转达；不要问姓名、岗位。{ $contact ->
    [blocked] 举报人停用了机器人，要等再次打开才能看到。
   *[reached] {""}
}
tip-question-sent = 已转达。
tip-place = { $number } 举报的是“{ $named }”。请发企业名称或信用代码。
tip-placed = 已指定为 { $enterprise }。
tip-photo = { $number } 照片 { $n }/{ $total }
tip-next-photo = 下一张
tip-words-for = <b>{ $number } 立为隐患</b>，交给 { $enterprise }。举报人的原话：
tip-words-warning = 请用自己的话写给企业看。照抄原话，企业可能认出是谁报的。
tip-words-as-said = 就用原话
tip-hazard = 企业（{ $enterprise }）会看到：
tip-hazard-due = 期限：{ $due }前改好
tip-with-place = { $on ->
    [yes] ✅ 带地点
   *[no] 带地点
}
tip-with-photos = { $on ->
    [yes] ✅ 带照片
   *[no] 带照片
}
tip-general = 一般，立案
tip-taken = 已立为隐患，企业已收到。举报人也会知道。
tip-close = <b>办结 { $number }</b>，属实吗？
tip-true = 查实
tip-untrue = 未查实
tip-result = <b>{ $number } { $true ->
    [yes] 查实
   *[no] 未查实
}</b>。写一句给举报人的答复，或点一句现成的。
tip-closed = 已办结，举报人会收到结果。
tip-none-such = 没有这件举报，或不在您的辖区。
tip-code-unknown = 这个领奖码对不上，或不在您的辖区。
tip-code-known = 领奖码有效：{ $number }，查实。{ $paid ->
    [yes] <b>已经领过。</b>
   *[no] 还没有领取。
}
tip-paid = 已登记领取。
open-tip = 看这件举报
letter-tip = 📮 <b>匿名举报 { $number }</b>
    企业：{ $enterprise ->
    [none] 没有写
   *[other] { $enterprise }
}{ $known ->
    [yes] {""}
   *[no] （未在名册中找到）
}
    { $words ->
    [none] （没有文字）
   *[other] { $words }
}{ $n ->
    [0] {""}
   *[other] （照片 { $n } 张）
}
letter-tip-added = 💬 举报 <b>{ $number }</b> 的举报人有补充：{ $words ->
    [none] （照片）
   *[other] { $words }
}
letter-tip-hazard = ⚠️ 隐患 { $number }：{ $what }
    { $enterprise }，{ $time } 由 { $person } 登记（来源：举报核查），{ $due }前改好。

# 不行的时候

tip-no-key = 匿名举报暂时没有开通，请打当地应急管理部门的举报电话 12350。
tip-empty = 还没写是什么问题，也没有照片。
tip-too-many = 今天已经举报了 { $n } 件，请明天再来。情况紧急请打 12350，有危险先打 119、110、120。
tip-added-too-often = 今天已经补充了 { $n } 次，请明天再来。
tip-gone = 没有这个编号，或者它不是从这个账号发出的。
tip-nobody-there = 举报人已删除联系，问不到了。
tip-not-now = 现在不能改企业了。
tip-taken-already = 已经立为隐患，不能再立一次。
tip-whose = 先指定是哪家企业。
tip-needs-words = 请写一句给企业看的话。
tip-needs-result = 请写一句给举报人的答复。
tip-paid-already = 这个领奖码不能领：没有发过，或者已经领过。
tip-over = 这件举报已经办结。
tip-your-own = 这是您自己的举报，请由别的同事办理。
