## 事故上报

to-incident = 🆘 出事上报
to-incidents = 🆘 事故（{ $n }）
open-incident = 🆘 看情况
incident-calls = ☎️ <b>先打电话：{ $calls }</b>
incident-number = { $name } { $number }
incident-what = { $near ->
    [yes] <b>差点出什么事？</b>（未遂：没伤到人、没出事，只在本单位记录）
   *[no] <b>出了什么事？</b>点一下，或发一句话、照片。
}
incident-near = ⚠️ 没出事（未遂）
incident-real = 🆘 出了事
incident-former = 📋 以前的 { $n }
incident-other = 其他事故
incident-first = ❗ { $text }
incident-kind = { $near ->
    [yes] ⚠️ 未遂：{ $kind }
   *[no] 🆘 <b>{ $kind }</b>
}
incident-people = <b>有人受伤吗？</b>可以选几项，选好点“跳过”往下。
incident-harm = { $harm ->
    [nobody] 没人受伤
    [hurt] 有人受伤
    [trapped] 有人被困
    [missing] 有人失联
   *[unknown] 不清楚
}
incident-people-said = 人员：{ $harm }
incident-going = <b>现在还在继续吗？</b>
incident-goes-on = 🔥 还在继续
incident-stopped = ✋ 已经停住
incident-going-said = { $going ->
    [yes] 还在继续
   *[no] 已经停住
}
incident-where = <b>在哪儿？</b>发几个字，例如“二车间东头”。
incident-place-said = 地点：{ $place }
incident-words-said = 情况：{ $words }
incident-photos = 照片 { $n } 张{ $pending ->
    [0] {""}
   *[other] （{ $pending } 张还在存）
}
incident-review = <b>看一眼就报。</b>不全也没关系，报完还能补。
incident-send = 🆘 现在上报
incident-send-near = ✅ 记下来
incident-skip = ⏭ 跳过
incident-words-kept = 已记下，还没有上报。
incident-photo-kept = 已收到照片 { $n } 张，还没有上报。
incident-accepts = 可以发一句话或照片，也可以点按钮。
incident-sent = ✅ 已上报，主要负责人、镇街和区里马上收到。这不能代替打电话。
incident-sent-near = ✅ 已记下，本单位的负责人会看到。
incident-card = 🆘 <b>{ $kind }</b> { $number }
incident-card-near = ⚠️ <b>未遂：{ $kind }</b> { $number }
incident-unit = { $enterprise }（{ $town }）{ $address ->
    [none] {""}
   *[other] { $address }
}
incident-by = { $person } { $time } 报{ $phone ->
    [none] {""}
   *[other] ，电话 { $phone }
}
incident-note = { $time } { $person }：{ $what ->
    [seen] 已看到
    [coming] 已派人
    [call] { $words ->
        [none] 请打电话联系我
       *[other] { $words }
    }
    [over] 已处置结束
   *[added] { $words ->
        [none] 补充了照片
       *[other] { $words }
    }
}
incident-clock = ⏱ 法定报告：单位负责人接到报告后 { $hours } 小时内，向应急等主管部门报告。按本次上报算，到 <b>{ $time }</b>。依据：{ $basis }
incident-hint = { $reader ->
    [office] 点按钮答复，或发一句话，对方马上看到。
   *[own] 有新情况就接着发，文字、照片都行。
}
incident-added = ✅ 已补上，有关人员马上收到。
incident-answered = ✅ 已答复，企业马上收到。
incident-seen = 👀 已看到
incident-coming = 🚒 已派人
incident-call = ☎️ 请来电
incident-over = ✅ 处置结束
incident-see-photos = 🖼 照片 { $n }
incident-photo = 🖼 { $number } 第 { $n }/{ $total } 张
incident-next-photo = 下一张 ➡️
incident-gone = 没有这件事故，或不归您管。
incidents-title = 🆘 <b>事故</b>（{ $n }）
incidents-near = ⚠️ <b>未遂</b>（{ $n }）：没出事的，和事故分开记
incidents-to-real = 🆘 看事故
incidents-to-near = ⚠️ 看未遂
incident-new = 🆘 出事上报
incident-item = { $n }. { $kind } { $enterprise } { $time }{ $over ->
    [yes] {""}
   *[no] <b>（处置中）</b>
}
letter-incident = 🆘 <b>事故上报：{ $kind }</b> { $number }
    { $enterprise }（{ $town }）{ $place ->
        [none] {""}
       *[other] { $place }
    }
    人员：{ $nobody ->
        [yes] 没人受伤
       *[no] { $unknown ->
            [yes] 不清楚
           *[no] { $hurt ->
                [yes] 有人受伤{" "}
               *[no] {""}
            }{ $trapped ->
                [yes] 有人被困{" "}
               *[no] {""}
            }{ $missing ->
                [yes] 有人失联
               *[no] {""}
            }
        }
    }
    { $going ->
        [yes] 还在继续。
        [no] 已经停住。
       *[none] 是否还在继续：没有说。
    }{ $words ->
        [none] {""}
       *[other] { $words }
    }
    { $person } { $time } 报
letter-near-miss = ⚠️ 未遂：{ $kind } { $number }
    { $enterprise }{ $place ->
        [none] {""}
       *[other] { $place }
    }：{ $words ->
        [none] 没有写情况
       *[other] { $words }
    }
    { $person } { $time } 记
letter-incident-added = 🆘 { $enterprise } { $kind } { $number } 有补充
    { $person }：{ $words ->
        [none] 发来照片 { $n } 张
       *[other] { $words }
    }
letter-incident-answered = 🆘 { $enterprise } { $kind } { $number }
    { $person }：{ $status ->
        [seen] 已看到
        [coming] 已派人
        [over] 已处置结束
       *[call] { $words ->
            [none] 请打电话联系我
           *[other] { $words }
        }
    }
