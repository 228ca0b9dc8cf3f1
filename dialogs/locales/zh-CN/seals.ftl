## 封条

head-title = 🔏 <b>{ $day } 封条</b>
head-entries = 到第 { $last } 条记录为止，新增 { $new } 条。
head-hash = 校验值 { $hash }
head-why = 请留着这条消息：以前的记录以后有任何改动，拿它一对就知道。

## 核对回执

verifying-ask = <b>核对回执</b>
    请把回执编号发给我，例如 ZC-2026-000001。
verifying-accepts = 这里请发一个回执编号，例如 ZC-2026-000001。
verifying-no-number = 这不像回执编号。编号是字母、年份和六位数字，例如 ZC-2026-000001。
verifying-title = <b>回执 { $number }</b>
verifying-unknown = 没有封存过这个编号。请核对一遍；刚刚拿到的回执，过几秒再试。
verifying-what = { $what ->
    [change] 变更审核
    [interview] 约谈记录
    [visit] 现场检查
    [check] 自查提交
    [zero] 零报告
    [correction] 自查更正
    [closure] 隐患销号
    [commitment] 承诺确认
    [exam] 考试成绩
    [lesson] 培训记录
    [drill] 演练记录
    [statistics] 隐患统计表
    [spot] 逢查必考
    [incident] 事故险情报告
    [near] 未遂事件报告
    [warning] 预警
   *[other] 回执
}，{ $day }。
verifying-of = { $enterprise }：{ $form }
verifying-closed = 复查销号：{ $time }，{ $person }
verifying-unchanged = ✅ 存在，没有改动。链条第 { $entry } 条。
verifying-head = { $day }的签名封条证明了这一条。
verifying-no-head = 还没有封条盖住它，今天夜里会生成。
verifying-changed = ❌ 链条第 { $entry } 条和当初封存的不一样，记录被人动过。请联系区里。
verifying-open = 🧾 看内容
verifying-another = 🔎 再查一张
verifying-file = 📎 回执文件
verifying-file-comes = 好的，回执文件马上发给您；还没有封条的，今夜封条生成后发。
verifying-not-yours = 这张回执不在您的范围内，不能取文件。
receipt-file = 回执 { $number } 的证明文件。有公钥的人不用联网就能核对它，请妥善保存。
receipt-file-changed = 回执 { $number } 的记录和当初封存的不一样，出不了证明文件。请联系区里。
to-verify = 🔎 核对回执
command-verify = 核对回执
