## 告知书与承诺书：逐条读，负责人本人签

to-pack = 📜 告知承诺
pack-title = <b>告知与承诺 · { $name }</b>
pack-progress = { $title }：读了 { $n } / { $total } 条
pack-signed = 已签：{ $number }，{ $person }，{ $day }签，有效期到{ $due }。
pack-all-done = 都读完、签好了，没有要做的。
pack-none-yet = 还没有
pack-to-read = 要读：{ $title }，还有 { $n } 条。
pack-to-sign = { $why ->
    [soon] 快到期：{ $title }，{ $due }到期，可以续签
    [never] 要签：{ $title }
    [expired] 要重签：{ $title }，{ $due }已到期
    [principal_changed] 要重签：{ $title }，因为换了主要负责人
    [colour_changed] 要重签：{ $title }，因为换了颜色
    [text_changed] 要重签：{ $title }，因为承诺书改版了
    [major_hazard_confirmed] 要重签：{ $title }，因为确认了重大隐患
    [accident] 要重签：{ $title }，因为发生了事故
   *[moved_or_extended] 要重签：{ $title }，因为搬迁或扩建
}{ $signs ->
    [you] 。
   *[principal] ，由主要负责人本人签。
}
pack-none = 您单位的颜色还没有告知书和承诺书。
read-notice = { $left ->
    [0] 📖 看告知书
   *[other] 📖 读告知书
}
read-commitment = { $left ->
    [0] 📜 看承诺书
   *[other] 📜 读承诺书
}
to-sign = ✍️ 去签承诺书
see-pledge = 🧾 承诺回执
to-overview = 📋 告知承诺

item-heading = { $doc ->
    [notice] 告知书
   *[commitment] 承诺书
} · 第{ $n }/{ $total }条 · { $kind ->
    [duty] 该做的
    [ban] 不准做的
    [liability] 违反的后果
    [report] 要报送的
    [right] 享有的权利
   *[promise] 承诺
}
item-text = <b>{ $text }</b>
item-read = ✅ 这条已读
item-next = 下一条 ➡️
item-ours = 这一条是本系统默认的要求，不是法律条文。
notice-read = 告知书读完了，时间已记下。接着读承诺书。
text-read = 读完了：{ $title }，时间已记下。
pledge-changed = 内容已经更新，请从新的一版读起。读过的都有记录。
pledge-not-now = 现在还不能签，或者已经签好了。

whole-title = <b>{ $title }</b>
whole-named = { $before }{ $person }{ $after }
whole-item = { $n }. { $text }
whole-version = 文本版本：{ $version }
sign = ✍️ 签这一份
sign-card = 要由<b>{ $place }</b>的主要负责人本人签。
    请点下面的“发送我的号码”，核对是您本人。不签了，发送 /menu 回主菜单。
sign-name = <b>请写您的姓名全名，发给我。</b>
    要和单位名册上的一样，只写姓名，不写职务。
accepts-name = 请写您的姓名全名，或点下面的按钮。
pledge-other-phone = 这个号码不是名册里本单位主要负责人的。请用主要负责人本人的账号签；名册有错，请找所在镇街更正。
name-fault = { $fault ->
    [short] “{ $person }”不是全名，请把姓和名都写上。
    [long] “{ $person }”比名册上的姓名多了字，请只写姓名。
    [one_off] “{ $person }”有一个字和名册上的不一样，请核对后再写。
   *[other] “{ $person }”不是名册上主要负责人的姓名。名册有错，请找所在镇街更正。
}
sign-title = <b>承诺确认：{ $title }</b>
sign-promise = 我，{ $person }，{ $place }主要负责人，已逐条阅读并承诺做到以上 { $n } 条，有效期到{ $due }。
sign-meaning = 这是承诺确认：记下您的号码、姓名、两次点击的时间和文本版本。它不是经过认证的可靠电子签名。
sign-once-more = <b>再点一次才算签。</b>请等 { $n } 秒，看清楚再点“确认签署”。
sign-wait = 请再等 { $n } 秒
sign-again = 两次点击隔得太久了，请从这里再点一次。
promise = ✍️ 我承诺
sign-now = ✅ 确认签署
pledge-unread = 还有没读的条目，请先逐条读完再签。
pledge-name-other = 姓名和名册上的不一样，请返回再写一次。
pledge-too-soon = 两次点击要隔 5 秒以上、一天以内，请返回再点一次。
pledge-gone = 找不到这份承诺，或者已经要求重签了。
pledge-receipt = ✅ <b>承诺确认回执 { $number }</b>
    { $title }
    单位：{ $place }
    签署：{ $person }，{ $time }
    逐条读完：{ $read }
    有效期到：{ $due }
    文本版本：{ $version }
    校验码：{ $hash }
    核对编号：发送 /verify { $number }
pledge-recalled = { $why ->
    [accident] 因为发生了事故，这份要重新签。
    [major_hazard_confirmed] 因为确认了重大隐患，这份要重新签。
   *[moved_or_extended] 因为搬迁或扩建，这份要重新签。
}
enterprise-gone = 找不到这家单位，或者不在您的辖区。
colour-not-changed = 颜色没有变：请选另一种颜色并写明原因。

## 承诺书的纸面（A4，只有中文）

paper-enterprise = 单位
paper-code = 统一社会信用代码
paper-principal = 主要负责人
paper-phone = 核对的号码
paper-read = 逐条读完
paper-signed = 承诺确认
paper-valid = 有效期到
paper-seal = 单位盖章处
paper-verify = 扫码得到下面这条命令，发给机器人就能核对：/verify { $number }
paper-meaning = 本页是承诺确认的记录：核对过本人的号码，写了姓名全名，相隔五秒以上点了两次。它不是经过认证的可靠电子签名。
paper-version = 文本版本 { $version } 校验码 { $hash }
paper-pages = 第 { $n } 页，共 { $total } 页
letter-paper = 承诺书 { $number } 已经签好，这是给您留存的一份。
