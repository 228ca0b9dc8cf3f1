## 导出表格：隐患台账、自查记录、企业台账、检查记录

to-export = 📤 导出表格
to-sift-and-export = 🔎 筛选、导出
export-begun = 正在做表格，共 { $n } { $kind ->
    [hazards] 处
    [checks] 份
    [audit] 条
    [enterprises] 家
   *[inspections] 次
}，做好就发给您。
export-none = { $kind ->
    [hazards] 这里没有隐患，不用导出。
   *[other] 这里是空的，不用导出。
}
export-many = 现在筛出 { $n } { $kind ->
    [hazards] 处
    [checks] 份
    [audit] 条
    [enterprises] 家
   *[inspections] 次
}，一张表格最多 { $most } 行。请再筛小一些，分几次导出。
export-csv-hint = 想要 CSV 格式，就在列表里发“导出csv”。
export-running = 上一张表格还在做，做好发给您以后再导出。
export-letter = 📤 { $kind ->
    [hazards] 隐患台账，共 { $n } 处
    [checks] 自查记录，共 { $n } 份
    [personal] 我的个人信息
    [audit] 查阅记录
    [enterprises] 企业台账，共 { $n } 家
   *[inspections] 检查记录，共 { $n } 次
}，{ $time }导出。
export-failed = { $kind ->
    [hazards] 隐患台账
    [checks] 自查记录
    [personal] 我的个人信息
    [audit] 查阅记录
    [send_up] 报送文件
    [enterprises] 企业台账
    [chart] 曲线图
    [report] 月报
   *[inspections] 检查记录
}没能做成，请过一会儿再要一次。
export-gone = 您的身份变了，刚才要的表格没有导出。
export-sheet = { $kind ->
    [hazards] 隐患台账
    [checks] 自查记录
    [personal] 我的个人信息
    [audit] 查阅记录
    [send_up] 报送文件
    [enterprises] 企业台账
    [chart] 近12周曲线
    [report] 月报
   *[inspections] 检查记录
}
export-about-sheet = 说明
export-head = { $column ->
    [class] 类别
    [value] 内容
    [kept_at] 时间
    [line] 序号
    [reader] 查看人
    [role] 身份
    [done] 做了什么
    [whom] 看的谁
    [where] 在哪里
    [lines] 行数
    [number] 编号
    [enterprise] 企业
    [town] 镇街
    [industry] 行业
    [kind] 类别
    [place] 位置
    [question] 检查内容
    [words] 情况描述
    [severity] 等级
    [source] 来源
    [state] 状态
    [found_at] 发现时间
    [found_by] 发现人
    [owner] 整改人
    [due] 整改期限
    [overdue] 超期天数
    [plan] 整改方案
    [evidence] 整改后照片数
    [evidence_by] 提交复查人
    [closed_at] 销号时间
    [closed_by] 销号人
    [extensions] 延期次数
    [returned] 退回次数
    [reopened] 重新打开次数
    [listing] 挂牌编号
    [cause] 原因
    [prevention] 预防措施
    [details] 补充情况
    [withdrawn_at] 撤回时间
    [recurs] 上次编号
    [credit_code] 统一社会信用代码
    [department] 主管部门
    [grid] 网格
    [colour] 告知书颜色
    [activity] 生产状态
    [address] 地址
    [added_at] 建档时间
    [joined] 已加入
    [open_hazards] 未销号隐患
    [overdue_hazards] 超期隐患
    [major_hazards] 重大隐患
    [last_check] 最近自查
    [visit_kind] 检查类型
    [begun_at] 开始时间
    [ended_at] 结束时间
    [ending] 企业确认
    [items] 查出隐患数
    [compared] 与自查可比题数
    [agreed] 其中一致
    [receipt] 回执编号
    [form] 自查表
    [period] 期次
    [form_due] 应交日期
    [submitted_at] 提交时间
    [late] 迟交天数
    [score] 得分
    [passed] 合格题数
    [asked] 应答题数
    [bad] 隐患数
    [zero] 零报告
    [version] 第几版
   *[cost] 整改费用（元）
}
export-detail = { $field }：{ $value }
export-colour = { $colour ->
    [orange] 橙
    [yellow] 黄
    [blue] 蓝
    [white] 白
   *[green] 绿
}
export-activity = { $activity ->
    [producing] 正常生产
    [stopped] 停产
    [resumed] 已复工
   *[closed] 已关闭
}
export-visits = { $code ->
    [none] 现场检查
   *[other] 现场检查 { $code }
}
export-visit = { $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}
export-ending = { $ending ->
    [confirmed] 已确认
    [refused] 拒绝确认
    [absent] 无人确认
   *[none] —
}
export-yes = { $yes ->
    [yes] 是
   *[no] 否
}
export-severity = { $severity ->
    [major] 重大
    [suspected] 疑似重大
   *[general] 一般
}
export-state = { $state ->
    [found] 还没提交
    [reported] 已上报
    [review] 等待认定
    [planned] 已定方案
    [fixing] 整改中
    [evidence] 待复查
    [suspended] 已暂停
    [closed] 已销号
    [duplicate] 重复
   *[withdrawn] 已撤回
}
export-plan-day = 完成期限：{ $day }
export-plan-money = 资金：{ $money } 元
export-plan-contingency = 预案：{ $contingency }
export-about = { $what ->
    [what] 筛选
    [rows] 数量
    [time] 导出时间
    [person] 导出人
   *[note] 提示
}
export-moment = { $time }
export-note = 内容以系统里的台账为准；导出有记录，请妥善保管，不要外传。
