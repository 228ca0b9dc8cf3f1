## 证件：人员证件、许可证、特种设备；快到期的排前面

to-papers = 🪪 证件
to-papers-of = 🪪 证件 { $n }
papers-title = <b>证件</b>：{ $n } 个，快到期的在前
papers-how = 发一张证件正面照片就能登记新的。
papers-item = { $n }. { $name }{ $person ->
    [none] {""}
   *[other] {" "}· { $person }
}{ $place ->
    [none] {""}
   *[other] {" "}· { $place }
}：{ $standing }
paper-line = · { $name }：{ $standing }
paper-standing = { $state ->
    [expired] ⛔ { $day }过期，已 { $n } 天
    [overdue] ⛔ 应在{ $day }前{ $what ->
        [end] 换证
       *[review] 复审（检验）
    }，已过 { $n } 天
    [soon] ⏰ { $day }{ $what ->
        [end] 到期
       *[review] 前复审（检验）
    }，还有 { $n } 天
   *[fine] ✅ { $day }{ $what ->
        [end] 到期
       *[review] 前复审（检验）
    }
}
paper-undated = 没写日期
paper-add = ➕ 登记
paper-family-special = 特种作业
paper-family-manager = 负责人安全员
paper-family-operator = 特种设备人员
paper-family-licence = 许可证
paper-family-equipment = 特种设备
paper-ask-family = 登记哪一类？
paper-ask-kind = 是哪一种？
paper-ask-who = { $name }是谁的？点一个，或写名字。
paper-ask-place = { $name }在哪里？写位置，例如“东车间2号”。
paper-ask-day = { $name }：{ $what ->
    [issued] 证上的<b>发证日期</b>是哪天？
    [end] <b>有效期</b>到哪天？
   *[review] <b>下次复审（检验）</b>最晚哪天？
}
paper-ask-why = 为什么去掉？写一句。
paper-who-several = 有几个{ $person }，请点一个或写全名。
paper-who-none = 名册里没有{ $person }，先到人员名册里加上。
paper-no-day = 没看懂日期，请写成 2026-11-01。
paper-days-crossed = 日期前后不对：发证、复审、到期应当一个比一个晚。
paper-check = <b>登记前看一遍</b>
paper-check-how = 日期按规定推算，不对可以改。直接写证号就记下，发照片就附上。
paper-was-reviewed = 按规定中间要复审。证上盖了复审章吗？
paper-reviewed-yes = ✅ 已复审
paper-reviewed-no = ❌ 没有
paper-save = ✅ 登记
paper-fix-end = ✏️ 改有效期
paper-fix-review = ✏️ 改复审日
paper-numbered = 证号记下了。
paper-photo = 照片收到（{ $n } 张）。
paper-saved = 已登记，到期前 90、60、30、7 天提醒。
paper-renewed = 已换成新的，旧的留底。
paper-dropped = 已去掉，留底可查。
paper-why-short = 请写清楚一点。
paper-gone = 这个证件已经换新或去掉了。
paper-title = <b>{ $name }</b>
paper-name = { $name }
paper-holder = 持证人：{ $person }
paper-number = 证号：{ $phone }
paper-day = { $what ->
    [issued] 发证
    [end] 有效期至
   *[review] 下次复审（检验）
}：{ $day }
paper-place = 位置：{ $place }
paper-photos = { $n ->
    [0] 还没有照片
   *[other] 照片 { $n } 张
}
paper-rests = 依据：{ $basis }
paper-photo-waits = 照片正在保存。
paper-photo-missing = 还没有照片，发一张就行。
paper-look = 🖼 看照片
paper-renew = 🔄 换新/复审
paper-drop = 🗑 去掉
paper-accepts = { $at ->
    [who] 请点按钮，或写名字。
    [place] 请写位置，或点“跳过”。
    [check] 请点按钮；写字当证号，发照片就附上。
    [why] 请写一句为什么。
   *[other] 请写日期，例如 2026-11-01。
}
paper-accepts-photo = 请点按钮，或发证件照片。
letter-paper-photo-failed = 证件照片没能存下来：{ $reason ->
    [too-big] 文件太大
    [not-an-image] 不是照片
    [unsupported] 这种格式打不开
    [too-many-pixels] 尺寸太大
    [broken] 文件坏了
    [gone] 平台上已经取不到
   *[other] 出了别的问题
}。请打开证件，重新拍一张发来。
open-paper = 🪪 打开证件
