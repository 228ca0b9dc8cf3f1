## python -m bot verify

verify-finding = { $first ->
    [yes] ✗ 第一处不对：{ $where }，{ $what }{ $about }
   *[no] ✗ { $where }，{ $what }{ $about }
}
verify-entry = { $entry ->
    [0] 封条文件
   *[other] 第 { $entry }{ $upto ->
        [0] {""}
       *[other] 到 { $upto }
    } 条{ $event ->
        [0] {""}
       *[other] （记录 { $event }）
    }
}
verify-about = {" "}（{ $about }）
verify-edited = 内容像是被改过
verify-backdated = 时间像是被改过
verify-actor = 人或单位像是被换过
verify-deleted = 记录不见了，像是被删除
verify-inserted = 像是事后插进来的记录
verify-duplicated = 像是照抄了另一条记录
verify-merged = 像是把下一条并了进来
verify-reordered = 像是和别的记录调换了次序
verify-cut = 末尾不见了，像是被截掉
verify-rewritten = 链条自己接得上，但和签过名的封条对不上，像是整段重写过
verify-clock = 封存时间比前面的早，像是时钟被拨回过
verify-photo = 照片或文件不是当初那一份
verify-gone = 照片或文件不在了
verify-document = 签过的内容和指纹对不上
verify-seal = 封存的条目本身被改过或拿掉了
verify-head = 封条有问题：签名不对、不是我们的钥匙签的，或者中间缺了一张
verify-more = ……另有 { $n } 处
verify-looked = 看过 { $entries } 条、{ $heads } 张封条、{ $documents } 份回执。
verify-photos = 看过 { $photos } 张照片和文件；还没有封存的记录 { $waiting } 条。
verify-whole = ✓ 全部对得上，没有发现改动。
verify-broken = ✗ 对不上。先不要改动任何东西，按运维手册“核对报错时”一节处理。
verify-took = 用时 { $seconds } 秒。
verify-key-trouble = ✗ 钥匙文件不能用：{ $why }
verify-no-key = ✗ 请用 --key 给出公钥（python -m bot check 会显示）。
verify-no-receipt = ✗ 这不是本系统的回执文件：{ $file }
verify-proved = ✓ 回执 { $number } 是真的，一个字也没有改过。
verify-proved-what = 第 { $entry } 条，{ $kind }，发生在 { $at }，人员编号 { $person }
verify-proved-head = 由 { $day } 的封条证明（到第 { $last } 条为止），指纹 { $fingerprint }
verify-not-signed-content = 这份回执不含所签的内容，只证明记录本身。
verify-failed-event = ✗ 第 { $entry } 条：记录的内容被改过。
verify-failed-document = ✗ 第 { $entry } 条：所签的内容和指纹对不上。
verify-failed-number = ✗ 第 { $entry } 条：回执编号和记录里的不一样。
verify-failed-entry = ✗ 第 { $entry } 条：封存条目被改过，或者不是接在前一条后面的。
verify-failed-path = ✗ 第 { $entry } 条：不在这张封条之内。
verify-failed-key = ✗ 第 { $entry } 条：封条不是用给出的公钥签的。
verify-failed-signature = ✗ 第 { $entry } 条：封条的签名不对。
verify-receipt-unknown = ✗ 没有封存过编号为 { $number } 的回执。
verify-receipt-waits = ! 回执 { $number } 已封存，还没有封条盖住它；封条每天 00:05 生成，之后再取。
verify-receipt-changed = ✗ 回执 { $number } 对不上了，请先运行 python -m bot verify。
