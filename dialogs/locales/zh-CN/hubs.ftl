## 培训、应急两个入口

to-learning = 🎓 培训
learning-heading = <b>🎓 培训</b>
to-emergency = 🚨 应急
emergency-heading = <b>🚨 应急</b>
    出了事先保命，再打电话：火警 119，急救 120，报警 110，安全生产举报 12350。
