# 查阅记录：谁看过、导出过个人信息

to-records = 📑 统计与留痕
said-to-records = 统计与留痕|统计留痕|留痕
records-title = <b>统计与留痕</b>
    季度统计、上报文件、批量导出的审批，以及谁看过个人信息。
to-audit = 👁 查阅记录
said-to-audit = 查阅记录|审计|审计记录|谁看过
audit-title = <b>查阅记录</b>，共 { $n } 条
    谁看过电话、证号，谁导出、更正、删除过个人信息，都在这里，只增不改。
audit-of = { $what ->
    [whom] 看的是：{ $person }
   *[reader] 查看人：{ $person }
}
audit-of-enterprise = 单位：{ $enterprise }
audit-of-day = 日期：{ $day }
audit-none = { $all ->
    [yes] 还没有记录。有人看过电话或证号后，这里就会有。
   *[no] 没有符合的记录。再点一次带 ✕ 的按钮，放宽条件。
}
audit-what = { $what ->
    [phone] 看了电话
    [number] 看了证号
    [people] 看了人员名单
    [export] 导出了表格
    [asked] 申请了审批
    [approved] 批准了
    [refused] 没有批准
    [corrected] 更正了信息
    [erased] 删除了信息
   *[other] { $what }
}
audit-item = { $time } { $officer }（{ $role }）{ $doing }{ $person ->
    [none] {""}
   *[other] ：{ $person }
}{ $enterprise ->
    [none] {""}
   *[other] （{ $enterprise }）
}{ $n ->
    [0] {""}
   *[other] ，{ $n } 行
}
    <i>{ $place }</i>
audit-mine = { $day } { $officer }（{ $role }）{ $doing }
audit-place = { $flow ->
    [approvals] 在“审批”里
    [reach] 在“联系不上”里
    [warnings] 在“预警”里
    [incident] 在“事故”里
    [responders] 在“应急力量”里
    [supplies] 在“应急物资”里
    [papers] 在“证件”里
    [staff] 在“人员名册”里
    [enterprise] 在企业卡片里
    [privacy] 在“隐私”里
    [hazards] 隐患台账
    [audit] 查阅记录
   *[other] 在其他页面里
}
audit-filter = { $on ->
    [yes] ✕{" "}
   *[no] {""}
}{ $name }
audit-filter-name = { $what ->
    [whom] 看的谁
    [reader] 谁看的
    [enterprise] 哪家单位
   *[day] 哪一天
}
audit-ask = { $what ->
    [whom] 被查看的人：写姓名，或完整的电话。
    [reader] 查看的人：写姓名，或完整的电话。
    [enterprise] 写单位名称里的几个字，或统一社会信用代码。
   *[day] 哪一天？写“昨天”“11月3日”都行。
}
audit-no-day = 没看懂是哪一天。写“昨天”“11月3日”都行。
audit-accepts = 可以写姓名、电话、单位名称或日期来查。
