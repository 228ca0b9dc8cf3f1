## 审批、每日情况、信件

approvals-title = <b>等您审批：{ $n } 人</b>
approvals-none = 没有人在等审批。
approvals-item = { $n }. { $person }，{ $place }，{ $role }
approval-title = <b>{ $person }</b> 想加入{ $place }，身份是{ $role }。
approval-phone = 号码：{ $phone }，{ $time } 提出
approval-hint = 这个号码不在单位名单里。请先核实是不是本人，再决定。
approve = ✅ 同意
refuse = 不同意
approved = 已同意{ $person }加入。
refused = 已谢绝{ $person }加入。
request-gone = 这条申请已经有人处理了。
revoke-title = { $person } 在{ $place }的身份是{ $role }。
revoke-sure = 要结束这个身份吗？结束后，这个人看不到也改不了单位的内容。
revoke-yes = 结束身份
seat-ended = 已结束{ $person }的身份。

digest-title = <b>{ $name }</b> · { $day }
headline-major = ⚠️ 有 { $n } 处疑似重大隐患要马上看。
headline-overdue = 有 { $n } 处隐患过了期限还没改好。
headline-some = 有 { $n } 件事要留意。
headline-fine = 今天一切正常。
digest-checks = 自查：已交 { $submitted } / { $owed }{ $change }{ $zero ->
    [0] {""}
   *[other] {" "}· 零报告 { $zero } 份
}
digest-hazards = 隐患：未改 { $open }，今天新增 { $found }{ $change }
digest-overdue = 超期：{ $overdue }{ $change }
digest-joined = 已加入：{ $joined } / { $enterprises } 家{ $away ->
    [0] {""}
   *[other] {" "}· 有人联系不上 { $away } 家
}
change-up = （比上个工作日多 { $n }）
change-down = （比上个工作日少 { $n }）
change-none = （和上个工作日一样）
digest-item = { $n }. { $concern }
concern = { $enterprise }：{ $kind ->
    [listed] 🚩 挂牌督办，{ $days ->
        [0] 今天发现
       *[other] 发现 { $days } 天
    }
    [major] ⚠️ 疑似重大隐患，{ $days ->
        [0] 今天发现
       *[other] 发现 { $days } 天
    }
    [overdue] 隐患超期 { $days } 天
    [silent] 📵 { $days ->
        [0] 今天起
       *[other] { $days } 天
    }联系不上
    [never_joined] 邀请 { $days } 天还没加入
   *[unsubmitted] 自查过期 { $days } 天没交
}{ $owner }
concern-flagged = 有 { $n } 份自查值得看一看
concern-owner = ，负责人{ $owner }
case-next = { $kind ->
    [never_joined] 可以打电话问一问，重新发一个邀请。
   *[other] 可以打电话问一问，需要什么帮助。
}

digest-guessed = 📅 { $year } 年的节假日安排还没有录入，先只按周末算休息日。请管理员补上。
letter-digest-fine = { $name } · { $day }：今天一切正常，没有要您处理的。
letter-major-found = ⚠️ <b>疑似重大隐患</b>
    { $enterprise }（{ $town }）
    { $question }{ $coded ->
        [0] {""}
       *[other] {"\u000A"}对照条目：{ $criteria }
    }
    编号 { $number }，{ $officer } 于 { $time } 自查发现。请尽快联系核实。
letter-join-request = { $person } 想加入{ $place }，身份是{ $role ->
    [principal] 主要负责人
    [officer] 安全管理员
    [worker] 从业人员
    [town] 镇街监管人员
    [department] 部门监管人员
    [expert] 专家
    [grid] 网格员
   *[district] 区级监管人员
}，号码 { $phone } 不在名单里，请您审批。
letter-member-joined = { $person } 已加入{ $place }，身份是{ $role ->
    [principal] 主要负责人
    [officer] 安全管理员
    [worker] 从业人员
    [town] 镇街监管人员
    [department] 部门监管人员
    [expert] 专家
    [grid] 网格员
   *[district] 区级监管人员
}。如果您不认识这个人，可以结束这个身份。
letter-join-approved = 监管人员已同意您加入{ $place }，身份是{ $role ->
    [principal] 主要负责人
    [officer] 安全管理员
    [worker] 从业人员
    [town] 镇街监管人员
    [department] 部门监管人员
    [expert] 专家
    [grid] 网格员
   *[district] 区级监管人员
}。现在可以开始了。
letter-join-refused = 监管人员没有同意您加入{ $place }（{ $role ->
    [principal] 主要负责人
    [officer] 安全管理员
    [worker] 从业人员
    [town] 镇街监管人员
    [department] 部门监管人员
    [expert] 专家
    [grid] 网格员
   *[district] 区级监管人员
}）。有疑问请联系本单位负责人或所在镇街。
letter-file-failed = 有一个文件没能保存，请重新发一个。
    题目：{ $question }
    原因：{ $reason ->
    [too-big] 文件太大
    [not-a-document] 不是 PDF、Word、Excel 或图片，或者带有宏
    [gone] 原文件已经取不到
   *[other] 没能取到或读不出来
}
letter-photo-failed = 有一张照片没能保存，请重新发一张。
    题目：{ $question }
    原因：{ $reason ->
    [too-big] 文件太大
    [too-many-pixels] 图片尺寸太大
    [not-an-image] 不是图片
    [unsupported] 图片格式读不了
    [broken] 图片打不开
    [gone] 原图已经取不到
   *[other] 没能取到或读不出来
}
letter-check-due = { $form } 请在{ $due }前做完，大约 { $minutes } 分钟。
letter-section-handed = { $person } 请您做《{ $form }》里的“{ $section }”，{ $due }前完成。
letter-section-taken = 《{ $form }》里的“{ $section }”现在由 { $person } 做，您不用做了。您答过的都在。
letter-submitted = { $person } 于 { $time } 提交了《{ $form }》，您答的也在里面，不用再做了。
open-section = 去做这一部分
open-receipt = 看回执
section-taken = 这一部分刚刚有同事拿走了。
open-hazard = 看这条隐患
open-approvals = 去审批
open-check = 打开
open-digest = 看今日情况
revoke-seat = 结束这个身份

## 自查提交、退回更正

to-submissions = 🧾 自查提交
submissions-title = <b>自查提交 { $n } 份</b>
submissions-narrowed = <b>{ $what } · { $n } 份</b>
submissions-none-found = 这样筛下来没有自查。
    { $what }
checks-are = { $what ->
    [zero] 零报告
    [bad] 查出隐患的
    [all] 提交的自查
   *[on] 本期应交、已提交
}
submissions-none = 还没有提交的自查。
submissions-item = { $n }. { $place }{ $form } · { $time } · 隐患 { $bad } 处{ $mark ->
    [returned] {" "}· 已退回
    [corrected] {" "}· 更正过
   *[none] {""}
}
submission-title = <b>{ $enterprise }</b>：{ $form }
submission-score = 得分 { $points }，合格 { $passed } / { $asked }，隐患 { $bad } 处
submission-gone = 这份自查提交看不到了。
returned-by = ↩️ { $person } 于 { $time } 退回 { $n } 题：{ $reason }
version-before = 看另一版
return = ↩️ 退回更正
return-pick = <b>退回哪几题？</b>
    { $enterprise }：{ $form }
return-why = <b>为什么退回？</b>点一个，或者直接写给我。
return-photo = 照片看不清
return-doubt = 与实际不符
return-missing = 说明不清楚
return-sure = <b>退回给 { $enterprise }：{ $form }</b>
return-yes = ↩️ 退回
return-said = 已退回给{ $enterprise }，更正提交后会告诉您。
return-done = 这一版已经退回过，或者已经有更正的新版。
return-correcting = 企业正在更正这份自查，请等新版提交后再看。

letter-major-withdrawn = <b>疑似重大隐患已撤回</b>
    { $enterprise }（{ $town }）
    { $question }
    编号 { $number }，{ $officer } 于 { $time } 更正自查，原因：{ $reason ->
    [mistake] 填错了
    [missed] 漏填了
    [again] 又去看了一遍
    [photo] 照片看不清或不对
    [doubt] 答案和实际可能不符
    [missing] 说明不清楚
   *[other] { $reason }
}。如有疑问请核实。
letter-returned = ↩️ <b>自查退回更正</b>：{ $form }（{ $receipt }）
    { $person } 请您更正 { $n } 题，原因：{ $reason ->
    [mistake] 填错了
    [missed] 漏填了
    [again] 又去看了一遍
    [photo] 照片看不清或不对
    [doubt] 答案和实际可能不符
    [missing] 说明不清楚
   *[other] { $reason }
}。只改这几题，原来的一版会留存。
letter-corrected = ✅ { $enterprise } 已按退回更正：{ $form }
    { $person } 于 { $time } 提交，回执 { $receipt }。
open-returned = 去更正
open-submission = 看这份自查
