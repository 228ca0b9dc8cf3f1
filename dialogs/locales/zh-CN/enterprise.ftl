## 企业：查找、名单、企业卡片

to-enterprises = 🏢 查企业
to-own-card = 🏢 本单位
enterprise-ask = <b>🏢 查哪家企业？</b>
    写名称、镇街、地址里的几个字都行，隔开写也行；也可以写信用代码，或它的后 4 位以上。
enterprise-accepts = 请写企业名称里的几个字、信用代码或它的后几位。
enterprise-found = <b>找到 { $n } 家</b>
enterprise-not-found = 没有找到，换几个字，或写信用代码的后 4 位。
enterprise-code-wrong = 没有找到。这个信用代码的校验位也不对，请核对有没有写错。
enterprise-list = <b>🏢 { $title ->
    [none] {""}
    [inspection] 超期没检查：
    [self_check] 超期没自查：
    [expert] 超期没做专家检查：
   *[other] { $title }：
}{ $n ->
    [0] 一家也没有
   *[other] 共 { $n } 家
}</b>
enterprise-pick = 点序号看，或直接写名称里的几个字。
unlooked-inspection = 🔎 没检查 { $n }
unlooked-self-check = 📋 没自查 { $n }
unlooked-expert = 🧑‍🔬 缺专家 { $n }
enterprise-all = 📒 全部 { $n } 家
enterprise-item = { $n }. { $enterprise }（{ $town }）{ $colour ->
    [orange] 🟧
    [yellow] 🟨
    [blue] 🟦
    [white] ⬜
   *[green] 🟩
}{ $activity ->
    [works] {""}
    [stopped] ⏸ 停产
   *[closed] ⏹ 已关闭
}
firm-head = <b>{ $enterprise }</b>
    { $town } · { $colour ->
    [orange] 🟧 橙色
    [yellow] 🟨 黄色
    [blue] 🟦 蓝色
    [white] ⬜ 白色
   *[green] 🟩 绿色
} · { $activity ->
    [producing] 正常生产
    [stopped] ⏸ 停产
    [resumed] 已复工
   *[closed] ⏹ 已关闭
}
firm-code = 🔑 { $code }{ $right ->
    [yes] {""}
   *[no] ，⚠️ 校验位不对
}{ $twins ->
    [0] {""}
    [1] ，⚠️ 可能重复：{ $twin }（{ $town }）
   *[other] ，⚠️ 可能重复：{ $twin }（{ $town }）等 { $twins } 家
}
firm-industries = 🏭 { $what }
firm-checked = 📋 { $day }自查：{ $form }，{ $score } 分{ $bad ->
    [0] {""}
   *[other] ，{ $bad } 项不合格
}
firm-never-checked = 📋 还没有提交过自查
firm-hazards = ⚠️ { $n ->
    [0] 没有未闭环隐患
   *[other] 未闭环隐患 { $n } 条{ $major ->
        [0] {""}
       *[other] ，重大 { $major } 条
    }{ $overdue ->
        [0] {""}
       *[other] ，逾期 { $overdue } 条
    }
}{ $closed ->
    [0] {""}
   *[other] ；一年内闭环 { $closed } 条
}
firm-pledge = ✍️ 承诺：{ $state }
firm-people = 👥 { $n ->
    [0] 负责人、安全员都还没有加入
   *[other] 负责人和安全员 { $n } 人{ $away ->
        [0] {""}
       *[other] ，{ $away } 人联系不上
    }
}{ $others ->
    [0] {""}
   *[other] ，其他 { $others } 人
}{ $listed ->
    [0] {""}
   *[other] ；名单上还有 { $listed } 人没加入
}
firm-papers = 📄 { $n ->
    [0] 还没有登记证照
   *[other] 证照 { $n } 件{ $over ->
        [0] {""}
       *[other] ，{ $over } 件过期
    }{ $soon ->
        [0] {""}
       *[other] ，{ $soon } 件快到期
    }
}
firm-to-check = 📋 看自查
firm-to-hazards = ⚠️ 隐患 { $n }
firm-more = ☰ 办理
firm-more-title = <b>{ $enterprise }</b>：要办什么？
way-pledge = ✍️ 承诺书
way-spot = 🔎 逢查必考
people-title = <b>👥 { $enterprise }</b>，{ $n } 人
people-line = { $state ->
    [fine] 🟢
    [away] 🔴 联系不上
   *[listed] ⚪ 没加入
} { $person }（{ $role }）{ $phone }
people-phones = 📞 显示电话
firm-people-more = 👥 人员
firm-charge = 🏛 { $department ->
    [none] 没有定监管部门
   *[other] { $department }
}{ $grid ->
    [none] {""}
   *[other] {" "}· 网格 { $grid }
}
firm-exams = 📝 一年内{ $own ->
    [0] 自己没有考过
   *[other] 自己考 { $own } 人，平均 { $mean } 分
} · { $n ->
    [0] 没有现场抽考
   *[other] 🔎 现场抽考 { $n } 人，平均 { $points } 分
}
firm-ready = 🎓 一年学 { $hours } 学时 · { $drilled ->
    [yes] { $day }演练过
   *[no] 没有演练过
}{ $n ->
    [0] {""}
   *[other] {" "}· ⚠️ { $n } 条预警没确认
}
