## 现场检查：开始、同行人、检查表、记问题、请企业确认、结束、更正

to-inspections = 🧭 现场检查
to-visits = 🧭 我的检查
visit-start = 🧭 开始检查
visit-past = 📚 历次检查
visit-home = <b>现场检查</b>{ $n ->
    [0] ：没有进行中的检查。
   *[other] ：进行中 { $n } 次
}
visit-open-item = { $n }. { $enterprise }，{ $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}，{ $mine ->
    [yes] { $state ->
        [presented] 等企业确认
       *[open] 检查中
    }
   *[no] 等您确认同行
}
visit-new = 🔎 找企业
visit-ended = 📚 已结束的
visit-list = <b>已结束的检查{ $dated ->
    [yes] （{ $days }）
   *[no] {""}
}：{ $n } 家次</b>
visit-list-item = { $n }. { $enterprise }，{ $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}，{ $day }，{ $number }
visit-which-kind = 到 <b>{ $enterprise }</b> 做什么检查？
visit-kind = { $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}
visit-who-came = <b>谁和您一起检查？</b>
    { $alone ->
        [yes] 可以点名字，也可以写名字里的字；一个人来就点“我一个人”。
       *[no] 现场检查至少要两个人。点名字，或写名字里的字，对方要在自己手机上确认。
    }
visit-officer = { $n }. { $person }，{ $role ->
    [town] 镇街
    [department] 部门
    [expert] 专家
   *[district] 区办
}{ $place ->
    [none] {""}
   *[other] ，{ $place }
}
visit-no-officer = 没有找到。换个字试试，或请对方先加入本机器人。
visit-come-alone = 🙋 我一个人
visit-begun = { $asked ->
    [yes] 检查开始了，已请同行人员在自己手机上确认。
   *[no] 检查开始了，记录里会注明专家单独检查。
}
visit-second-asked = 已请{ $person }确认。
visit-title = <b>🧭 { $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}</b>：{ $enterprise }（{ $town }）
visit-alone = 👤 { $officer }（{ $alone ->
    [expert] 专家单独检查
   *[missing] 还缺一名同行人员，在“更多”里选
}）
visit-officers = 👥 { $officer }、{ $person }{ $there ->
    [yes] {""}
   *[no] （还没确认）
}
visit-before = 📋 { $checked ->
    [yes] 最近自查：{ $day }{ $score ->
        [none] {""}
       *[other] ，{ $score } 分
    }
   *[no] 没有提交过自查
}；{ $n ->
    [0] 没有待改的隐患
   *[other] 没改好的隐患 { $n } 条
}{ $major ->
    [0] {""}
   *[other] （重大 { $major } 条）
}
visit-form = 📝 { $form }：查了 { $answered }/{ $asked } 题{ $bad ->
    [0] {""}
   *[other] ，问题 { $bad } 条
}
visit-findings = { $n ->
    [0] { $walked ->
        [yes] ✅ 没有发现问题
       *[no] 没有用检查表，也没有记问题
    }
   *[other] <b>发现问题 { $n } 条</b>{ $major ->
        [0] {""}
       *[other] ，其中疑似重大 { $major } 条
    }
}
visit-finding = { $n }. { $severity ->
    [major] ⚠️ 疑似重大：
   *[general] {""}
}{ $what }{ $place ->
    [none] {""}
   *[other] （{ $place }）
}{ $listed ->
    [yes] 不符合，
   *[no] ，
}{ $due }前改好
visit-findings-more = 还有 { $n } 条，点“更多”里的“看问题”。
visit-remark = 💬 备注：{ $words }
visit-objection = ✋ 企业不同意：{ $words }
    改好后可以再请企业确认，或注明“拒绝确认”后结束。
visit-hint = 选一张检查表逐项查；表外的问题直接拍照发过来；写字就是备注，也可以发位置。
visit-go-on = ▶️ 接着查
visit-forms = 📝 检查表
visit-beside = 📷 表外问题
visit-old-hazards = 🗂 老隐患 { $n }
visit-finish = 🏁 结束检查
visit-more = ⚙️ 更多
visit-are-you-here = 您正和{ $officer }一起在现场检查吗？确认后两个人都能填，记录里写上您的名字。
visit-i-am-here = ✅ 我在现场
visit-not-me = 不是我
visit-you-are-in = 已确认，您也可以填写。
visit-not-you = 已告诉对方换人。
visit-waits = ⏳ 已请{ $person }确认。要改内容，先点“收回修改”。
visit-take-back = ↩️ 收回修改
visit-taken-back-said = 已收回，可以接着改。
visit-nobody-confirms = ✋ 没法确认
visit-which-form = <b>用哪张检查表？</b>这家该做的排在前面。
visit-form-item = { $n }. { $form }{ $begun ->
    [yes] ：查了 { $answered }/{ $asked } 题
   *[no] {""}
}
visit-more-hint = 写字就是备注，发位置就记下检查地点。
visit-found = 🔍 看问题
visit-spot-exam = 📝 现场抽考
visit-other-second = 👥 { $named ->
    [yes] 换
   *[no] 选
}同行人员
visit-give-up = 🗑 不查了
visit-give-up-sure = 真的不查了？{ $n ->
    [0] 这次检查不留记录。
   *[other] 已发现的 { $n } 条问题也一起作废。
}
visit-give-up-yes = 作废这次检查
visit-gone-said = 这次检查作废了。
visit-found-title = <b>这次发现的问题：{ $n } 条</b>
visit-drop-sure = 这条是在检查表外记的，要撤掉吗？
visit-drop-yes = 撤掉
visit-dropped = 已撤掉。
visit-remarked = 已记入备注。
visit-placed = 已记下检查地点和时间。
visit-beside-noted = 已记为这次检查的问题，检查结束时一起通知企业。
visit-back = 🧭 回到检查
to-sections = 🗂 各部分
part-none = ⏭️ 这部分没有
part-passed = “{ $section }”整部分跳过了。
visit-who-was-there = <b>请谁代表企业确认？</b>结果会发到对方手机上。
visit-nobody-joined = 这家企业还没有人加入，请点“没法确认”并注明原因。
visit-host = { $n }. { $person }，{ $role }
visit-presented = 已发给{ $person }，请对方在手机上看结果并确认。
visit-why-nobody = 企业为什么没有确认？原因会写进记录。
visit-refused = ✋ 拒绝确认
visit-absent = 🚪 没人在场
visit-why-ask = { $ending ->
    [refused] 对方为什么拒绝？点一个，或写出来。
   *[absent] 什么情况？点一个，或写出来。
}
visit-reason = { $reason ->
    [disputes] 对结果有异议
    [no-word] 没说明理由
    [closed] 停业，现场无人
    [no-manager] 负责人不在
   *[no-phone] 没有加入机器人
}
visit-closed-said = 检查结束，已通知企业。
visit-confirm-means = 请看完再确认。确认表示您看过结果、情况属实；有不同意见，点“有异议”，写明哪里不对。
visit-confirm = ✅ 确认属实
visit-object = ✋ 有异议
visit-object-ask = 哪里不对？请写出来，会马上告诉检查人员。
visit-objected = 已告诉检查人员。
visit-confirmed = 已确认。检查记录会以文件发给您。
visit-record = { $ending ->
    [confirmed] ✅
    [refused] ✋
   *[absent] 🚪
} { $time }结束，{ $ending ->
    [confirmed] { $person }代表企业确认
    [refused] 企业拒绝确认：{ $reason ->
        [disputes] 对检查结果有异议
        [no-word] 没有说明理由
       *[other] { $reason }
    }
   *[absent] 企业没有人确认：{ $reason ->
        [closed] 停业，现场无人
        [no-manager] 负责人和安全员都不在
        [no-phone] 现场人员没有加入本机器人
       *[other] { $reason }
    }
}
    编号 <b>{ $number }</b>
visit-agreed = ⚖️ 和自查比对 { $n } 题，一致 { $percent }%{ $missed ->
    [0] {""}
   *[other] ，自查说没问题、现场查出 { $missed } 题
}
visit-clean-then-found = ⚠️ 检查前的自查报“没有隐患”
visit-note = ✏️ 更正 { $number }（{ $person }）：{ $words }{ $hazard ->
    [none] {""}
   *[other] （撤回 { $hazard }）
}
visit-correct = ✏️ 更正
visit-fix-what = <b>更正什么？</b>{ $n ->
    [0] 点“只写说明”。
   *[other] 点号码撤回一条问题，或只写说明。
}
visit-fix-words = ✏️ 只写说明
visit-fix-why = { $hazard ->
    [none] 请写更正说明，会通知企业。
   *[other] 为什么撤回 { $hazard }？请写出来，会通知企业。
}
visit-fixed = 已更正，并通知企业。原来的记录照样保留。
visit-accepts-name = 请点按钮，或写名字里的字。
visit-accepts-words = 请写一句话。
visit-accepts-card = 可以发照片（记表外问题）、位置，写字就是备注。
visit-gone = 这次检查现在不归您看。
visit-over = 这次检查已经结束了。
visit-is-presented = 结果正在等企业确认，要改先收回。
visit-taken-back = 检查人员收回去修改了，改好会再发给您。
visit-changed = 结果有改动，请看完新的再确认。
visit-empty = 还什么都没查，选一张检查表、记一个问题或写一句备注再结束。
visit-needs-second = 现场检查至少要两个人，请先在“更多”里选同行人员。
visit-needs-confirmed = 同行人员还没在手机上确认，确认后才能结束。
visit-needs-reason = 请写明原因。
visit-not-second = 这位不能作为同行人员，请换一位。
visit-not-host = 请选这家企业的人。
visit-second-there = 同行人员已经定了。
visit-finding-moved-on = 这条隐患已经在整改或销号了，不能撤回，可以只写说明。
letter-visit-second = 🧭 { $officer }正在 <b>{ $enterprise }</b> 做{ $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}，把您记为同行人员。请在现场确认。
letter-visit-there = { $there ->
    [yes] ✅ { $officer }已确认和您一起检查 { $enterprise }。
   *[no] { $officer }说不在 { $enterprise } 现场，请换一位同行人员。
}
letter-visit-presented = 🧭 { $officer }在 <b>{ $enterprise }</b> 的{ $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}已查完，请您看结果并确认。
letter-visit-objected = ✋ { $enterprise }的{ $officer }对检查结果有异议：{ $words }
letter-visit-closed = 🧭 <b>{ $enterprise }</b> 的{ $kind ->
    [department] 部门检查
    [expert] 专家检查
    [supervision] 每周督导
   *[recheck] 复查
}结束了，编号 { $number }。
    { $n ->
        [0] 没有发现问题。
       *[other] 发现问题 { $n } 条{ $major ->
            [0] {""}
           *[other] ，其中疑似重大 { $major } 条
        }，都进了隐患台账，最早 { $due } 前要改好。
    }
letter-visit-ended = 🧭 { $enterprise }的检查结束了，编号 { $number }，发现问题 { $n } 条。{ $ending ->
    [confirmed] 企业已确认。
    [refused] 企业拒绝确认，已记录在案。
   *[absent] 企业没有人确认，已记录在案。
}
letter-visit-major = ⚠️ 现场检查 { $enterprise }，发现疑似重大隐患 { $major } 条，请尽快认定。编号 { $number }。
letter-visit-corrected = ✏️ { $enterprise }的检查记录 { $number } 有更正：{ $words }{ $hazard ->
    [none] {""}
   *[other] （撤回 { $hazard }）
}
letter-visit-open = ⏳ { $enterprise }的现场检查还没有结束，请接着查，或结束、作废。
open-visit = 🧭 打开检查
letter-visit-paper = 📄 检查记录 { $number }：{ $enterprise }
visit-paper-title = 安全生产现场检查记录
visit-paper-firm = 被检查单位
visit-paper-kind = 检查种类
visit-paper-time = 时间
visit-paper-officers = 检查人员
visit-paper-places = 位置
visit-paper-walked = 检查内容
visit-paper-found = 发现的问题（{ $n } 条）
visit-paper-remark = 备注
visit-paper-confirmed = 双方确认
visit-paper-finding = { $n }. { $severity ->
    [major] 疑似重大隐患：
   *[general] {""}
}{ $listed ->
    [yes] 不符合：
   *[no] {""}
}{ $what }{ $place ->
    [none] {""}
   *[other] （{ $place }）
}{ $note ->
    [none] {""}
   *[other] ；{ $note }
}{ $clause ->
    [none] {""}
   *[other] （依据：{ $clause }）
}；{ $due }前改好；台账编号 { $number }
visit-paper-meaning = 双方在各自手机上确认，记录随即封存；扫码或发送编号可以核对有没有改动。
visit-paper-hash = 校验码 { $hash }
