## 培训、应急、监管三个入口

to-learning = 🎓 培训
learning-heading = <b>🎓 培训</b>
to-emergency = 🚨 应急
emergency-heading = <b>🚨 应急</b>
    出了事先保命，再打电话：火警 119，急救 120，报警 110，安全生产举报 12350。
to-supervise = 🏢 企业与检查
supervise-heading = <b>🏢 企业与检查</b>
hub-more = ⋯ 更多
hub-first = ⬅️ 前一页
