## 主菜单

menu-place = <b>{ $name }</b>
menu-area = <b>{ $name }</b>
menu-expert = 您好，可以查看区里的隐患。
menu-waiting = { $n ->
    [0] 没有人在等审批。
   *[other] 有 { $n } 人在等您审批。
}
menu-nothing-owed = 这一期的自查都做完了，没有要做的。
owed = 要做：{ $form }，{ $due }前完成，大约 { $minutes } 分钟。
owed-begun = 做了一部分：{ $form }，{ $due }前完成。
owed-late = 已过期：{ $form }，应在{ $due }前完成，现在还可以做。
owed-fix = { $state ->
    [returned] 监管人员退回，要更正：{ $form }。
   *[correcting] 更正做了一部分：{ $form }。
}
to-fix = ✏️ 去更正
go-on = ▶️ 继续第{ $n }题
go-on-review = ▶️ 检查并提交
to-check = 📝 自查
choose-check = 📋 选一份
to-hazards = ⚠️ 隐患
to-language = 🌐 语言
to-privacy = 🔒 隐私
to-help = ❔ 帮助
to-seats = 👤 换身份
to-digest = 📊 今日情况
to-approvals = 👥 待审批 { $n }

## 命令菜单

command-start = 主菜单，接着做
command-menu = 主菜单
command-check = 做自查
command-hazards = 看隐患
command-digest = 今日情况
command-approvals = 待审批的人
command-language = 换语言
command-privacy = 隐私与我的资料
command-help = 使用说明
