## 报隐患

to-report = 🚩 报隐患
to-report-on = 🚩 接着报隐患
command-hazard = 报隐患
report-title = 🚩 <b>{ $site ->
    [yes] 表外问题
   *[no] 报隐患
}</b>
report-photos = 照片 { $n } 张
report-words = “{ $words }”
report-what = <b>是什么隐患？</b>
report-what-hint = 写一句话，或点下面的种类；照片可以接着发。
report-kind = <b>是哪一类？</b>
report-kinds-on = 更多种类 ➡️
report-where = <b>在什么地方？</b>
report-where-hint = 写几个字，例如“后厨东墙”，或点下面的按钮。
report-no-place = 不写地点
report-place = 地点：{ $place }
report-kind-is = 种类：{ $kind }
report-like = <b>这处是不是已经报过？</b>
report-known = { $number }：{ $what }
    { $time }，{ $person }上报
report-known-due = { $due }前改好，负责人：{ $owner }
report-same = ✅ 是，加进去
report-other = 不是，另报
report-like-next = 看下一处
report-like-changed = 这期间台账有变化，请再看一眼。
report-suggested = 可能对应（仅供参考）：
report-suggestion = { $n }. { $text }
report-hit = { $chosen ->
    [yes] ✅ { $n }
   *[no] { $n }
}
report-days = 参考期限：{ $days ->
    [0] 今天
   *[other] { $days }{ $working ->
        [yes] 个工作日内
       *[no] 天内
    }
}
report-how = <b>有多严重？</b>点一下就{ $site ->
    [yes] 记下
   *[no] 上报
}。{ $hint ->
    [major] 参考：可能是重大隐患。
   *[none] {""}
}
report-general = { $site ->
    [yes] 一般，记下
   *[no] 一般，上报
}
report-major = ⚠️ 疑似重大
report-later = ⬅️ 先放着
report-more = ✏️ 修改
report-more-hint = 要改哪一样？照片可以直接接着发。
report-change-kind = 改种类
report-change-place = 改地点
report-change-words = 换个说法
report-drop = 🗑 不报了
report-drop-sure = 确定不报了吗？这条草稿不再出现。
report-drop-yes = 不报了
report-dropped = 好的，这条不报了。
report-kept = 草稿留着，发送 /hazard 接着报。
report-noted = 已补上。
report-changed = 已改好。
report-photo = 📷 收到，共 { $n } 张。
report-full = 一条隐患最多 { $n } 张照片，这张没有加上。
report-elsewhere = 这条草稿是您在另一家单位时写的，换回那个身份就能接着报。
report-received = ✅ 已上报 { $number }：{ $what }，{ $due }前改好。{ $major ->
    [yes] 监管人员已同时收到。先停用、先撤人。
   *[no] {""}
}
report-joined = ✅ 已加到 { $number }{ $n ->
    [0] {""}
   *[other] ，照片 { $n } 张
}，不重复登记。
accepts-report = { $at ->
    [where] 请写在什么地方，或点下面的按钮；也可以接着发照片。
    [how] 可以接着发照片、补一句话，也可以点下面的按钮。
   *[what] 请写一句是什么隐患，或点下面的种类；也可以接着发照片。
}
own-hazard = 🚩 这是另一处隐患
own-hazard-hint = 刚发的照片是别处的隐患？点“这是另一处隐患”单独上报。
own-hazard-begun = 照片已转到新的隐患，本题等您回来。
letter-hazard-reported = 🚩 <b>新隐患</b> { $number }
    { $what }{ $place ->
        [none] {""}
       *[other] （{ $place }）
    }
    { $person } 于 { $time } 上报，{ $due }前改好。
letter-major-reported = ⚠️ <b>疑似重大隐患</b>
    { $enterprise }（{ $town }）
    { $what }{ $place ->
        [none] {""}
       *[other] （{ $place }）
    }
    编号 { $number }，{ $person } 于 { $time } 上报。请尽快联系核实。
letter-hazard-joined = 🚩 { $number } 有人补充：{ $words ->
    [none] 照片 { $n } 张
   *[other] “{ $words }”，照片 { $n } 张
}。
    { $person }，{ $time }
