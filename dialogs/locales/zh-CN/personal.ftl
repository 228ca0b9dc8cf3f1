# 自己的个人信息：看、更正、删除

privacy-kept = 📄 保存了什么
privacy-fix = ✏️ 更正
privacy-erase = 🗑 申请删除
kept-title = <b>保存了您的哪些信息</b>
kept-class = <b>{ $title }</b>（{ $n }）
    用途：{ $purpose }。保存：{ $kept }。
kept-file = 📎 要一份
kept-file-comes = 正在做表格，做好就发给您。里面只有您自己的信息。
kept-seen = 👁 谁看过 { $n }
seen-title = { $n ->
    [0] 还没有别人看过您的电话或证号。
   *[other] <b>谁看过您的信息</b>，共 { $n } 次
}
privacy-fix-title = <b>更正</b>
    姓名：{ $person }（跟着您的Telegram名字走，改了那边，下次说话就更新）
    { $phone ->
        [none] 号码：没有保存
       *[other] 号码：{ $phone }
    }
    单位名册里的姓名、岗位、电话由安全管理员和镇街维护，写错了请他们改。
privacy-phone = 📱 换号码
privacy-phone-how = 请点下面的“发送我的号码”，用您现在的号码更正。
phone-corrected = 号码已更正。
erase-what = <b>申请删除个人信息</b>
    会删：账号、姓名、号码、草稿、发给您的消息，所有身份同时结束。
erase-stays = 依法要留：自查、隐患、培训考试、承诺和统计的记录，上面的您换成一个编号；您签过字的承诺书、统计表正文保留签字人姓名；随手发来的话在封存记录里，不单独删。封存校验不受影响。
erase-who = 要由镇街或区里另一个人同意，一般3天内有结果。
erase-yes = 🗑 确认申请
erase-asked = 已提交，有结果就告诉您。
erase-waits = 您的删除申请在等别人同意，{ $until }前有效。
erase-drop = ↩️ 不删了
erase-taken-back = 已撤回删除申请。
erase-running = 您的删除申请已经在等处理。
erase-no-seat = 您现在没有加入任何单位。点“撤回同意”，姓名和号码就会清除。
export-personal-item = { $what ->
    [account] 账号、姓名、语言
    [phone] 手机号
    [seats] 单位和职务
    [records] 办过的事
    [photos] 照片和文件
   *[audits] 谁看过
}
