## 隐患的整改、复查

do-confirm-major = ⚠️ 是重大隐患
do-not-major = 不是重大
do-grade-up = ⬆️ 提级
do-plan = 📋 整改方案
do-start = 🔧 开始整改
do-fix-on-spot = 📷 当场已改
do-send-evidence = 📷 改好了
do-accept = ✅ 通过
do-return = ↩️ 退回
do-visit = 🚶 去现场看
do-ask-extension = ⏳ 申请延期
do-grant-extension = ✅ 同意延期
do-refuse-extension = 不同意延期
do-transfer = 🤝 转给同事
do-suspend = ⏸️ 暂停
do-resume = ▶️ 恢复整改
do-mark-duplicate = 🔁 重复上报
do-reopen = 🔓 重新打开
do-list = 🚩 挂牌督办
do-progress = ✏️ 报进展
do-delist = ✅ 验收摘牌
do-cost = 💰 填花费
do-divide = 🧩 加子隐患
do-cause = 🧭 原因分析
part-list = 🧩 子隐患 { $n }
part-parent = ⬆️ 上级隐患
card-more = ⋯ 更多
do-verify = 👀 复查
hazard-did = { $action ->
    [confirm_major] 已认定为重大隐患。请企业按五落实制定方案。
    [not_major] 已认定为一般隐患。
    [grade_up] 已提级：由监管人员复查销号。
    [plan] 方案已存好。
    [start] 已开始整改。
    [fix_on_spot] 已送去复查。
    [send_evidence] 已送去复查。
    [accept] 已通过，隐患销号。
    [return] 已退回，会告诉整改人。
    [visit] 已记下：要去现场看。
    [ask_extension] 延期申请已送出，批准前期限不变。
    [grant_extension] 已同意延期。
    [refuse_extension] 没有同意延期，期限不变。
    [transfer] 已转给新的整改人。
    [suspend] 已暂停。
    [resume] 已恢复整改。
    [mark_duplicate] 已标为重复。
    [list] 已挂牌督办。企业每周报一次进展，验收摘牌后才能销号。
    [progress] 进展已记下。
    [cost] 花费已记下。
    [divide] 已加一条子隐患，编了号，会告诉整改人。
    [cause] 原因和预防措施已记下。
    [delist] 验收通过，已摘牌销号。
   *[reopen] 已重新打开。
}
hazard-graded-up = ⬆️ 已提级：改好后由监管人员复查销号。
hazard-recurs = 🔁 重复发生，上次是 { $number }。
recurs-now = 🔁 { $months } 个月内又出现（上次 { $number }，已销号）：期限从紧，由监管人员复查销号。
hazard-receipt = 销号回执 { $receipt }（发 /verify 可核对）
hazard-words = { $place }：{ $words }
hazard-owner = 整改人：{ $person }
hazard-wanted = ⏳ 申请延期到{ $day }：{ $reason }
hazard-counts = 延期 { $extensions } 次 · 退回 { $returned } 次 · 重新打开 { $reopened } 次
hazard-plan = 措施：{ $measures }（{ $day }前完成）
hazard-plan-major = 资金：{ $money } 元 · 预案：{ $contingency }
hazard-measures = 措施：{ $measures }
hazard-reason = { $reason ->
    [unclear] 照片看不清
    [not-done] 没有改到位
    [elsewhere] 不是同一处
    [not-mine] 不归我管
    [away] 我要离岗
    [knows-better] 他更熟悉
    [parts] 等配件
    [crew] 等专业队伍
    [shutdown] 等停产检修
    [stopped] 已停产停用
    [season] 季节性停业
    [again] 又出现了
    [never] 没有真改好
    [same] 同一处同一事
    [twice] 报了两次
    [cut-off] 断电断气停用
    [clear-out] 人员先撤离
    [watch] 专人看守
    [serious] 后果可能很重
    [repeated] 反复出现
    [untrusted] 要我们看过才放心
    [under-way] 正在施工
    [almost] 快改好了
    [stuck] 遇到困难
   *[other] { $reason }
}
hazard-timeline = <b>经过</b>（{ $n } 步）
hazard-move = • { $time } { $person } { $action ->
    [find] 自查发现
    [report] 上报
    [report_major] 上报，疑似重大
    [confirm_major] 认定为重大隐患
    [not_major] 认定为一般隐患
    [grade_up] 提级，由监管复查
    [plan] 制定方案
    [start] 开始整改
    [fix_on_spot] 当场整改，送复查
    [send_evidence] 送复查
    [accept] 复查通过，销号
    [return] 退回
    [visit] 要去现场看
    [ask_extension] 申请延期
    [grant_extension] 同意延期
    [refuse_extension] 不同意延期
    [transfer] 转交
    [suspend] 暂停
    [resume] 恢复整改
    [mark_duplicate] 标为重复
    [reopen] 重新打开
    [list] 挂牌督办
    [progress] 报进展
    [cost] 填花费
    [divide] 加子隐患
    [cause] 写原因和预防措施
    [divided] 由上级隐患分出
    [delist] 验收摘牌，销号
    [word_seen] 看到了验证词
    [word_missed] 没看到验证词
    [detailed] 补充情况
   *[note] 记了一句
}{ $to }{ $day }{ $text }{ $why }
hazard-by = ，整改人{ $person }
hazard-to = 给{ $person }
hazard-day = （{ $day }）
hazard-text = ：{ $text }
hazard-next = { $state ->
    [reported] 下一步：定方案，或当场改好后拍照。
    [major] 下一步：按五落实定方案。
    [review] 下一步：等监管人员认定是不是重大隐患。
    [planned] 下一步：按方案整改，改好后拍照。
    [fixing] 下一步：改好后，对着原来的位置拍照。
    [removal] 下一步：等督办人验收摘牌。
    [evidence] 下一步：等别人复查。发现的人、整改的人自己不能销号。
    [suspended] 下一步：恢复后接着整改。
   *[found] 下一步：提交自查。
}
hazard-noted = 已记在经过里。
hazard-accepts = { $at ->
    [list] 请点编号看一条隐患，或者打字找：编号、企业名、隐患里的字。
    [sift] 请点下面的按钮。
    [pick] 请点一个，或者打名字。
    [many] 请点编号打勾。
    [whom] 请点一位，或者打名字。
    [why] 请点一个，或者写一句。
    [sure] 请点下面的按钮。
    [card] 这里可以写一句进展，或者点下面的按钮。
    [details] 请点一个，或者直接打字；不清楚就点跳过。
    [ask] 请点一个，或者直接写给我。
    [evidence] 请发整改后的照片，也可以发位置。
    [snap] 请点一个，或者写一句说明。
    [history] 请点下面的按钮。
   *[verdict] 请点下面的按钮。
}
hazard-asked = <b>{ $number }</b> · { $action ->
    [confirm_major] 是重大隐患
    [not_major] 不是重大
    [grade_up] 提级
    [start] 开始整改
    [fix_on_spot] 当场已改
    [send_evidence] 改好了
    [accept] 通过
    [return] 退回
    [visit] 去现场看
    [ask_extension] 申请延期
    [grant_extension] 同意延期
    [refuse_extension] 不同意延期
    [transfer] 转给同事
    [suspend] 暂停
    [resume] 恢复整改
    [mark_duplicate] 重复上报
    [reopen] 重新打开
    [list] 挂牌督办
    [progress] 报进展
    [cost] 填花费
    [divide] 加子隐患
    [cause] 原因分析
    [delist] 验收摘牌
   *[plan] 整改方案
}
hazard-ask = { $field ->
    [side] 主要是哪方面的原因？
    [root] 具体是什么原因？点一个。
    [measures] { $action ->
        [cause] 以后怎么防止再发生？写一句，会交给一个人按期去办。
       *[other] 准备怎么改？点一个，或者写一句。
    }
    [money] { $action ->
        [cost] 一共花了多少钱？点一个，或者写数字（元）。
       *[other] 大约要花多少钱？点一个，或者写数字（元）。
    }
    [contingency] 没改好之前怎么防出事？点一个，或者写一句。
    [of] 和哪一条重复？
    [words] { $action ->
        [divide] 这一条子隐患是什么？写一句，地点和上级隐患一样。
        [cause] 说说当时的情况。写一句，或者不写。
       *[other] 这一周做到哪一步了？点一个，或者写一句，也可以发照片。
    }
    [reason] { $action ->
        [list] 督办要求是什么？点一个，或者写一句。
       *[other] 为什么？点一个，或者写一句。
    }
    [owner] { $action ->
        [transfer] 转给谁？点一个，或者写名字。
        [cause] 预防措施谁来办？点一个，或者写名字。
       *[other] 谁负责改好？点一个，或者写名字。
    }
   *[day] { $action ->
        [ask_extension] 要延到哪天？点一个，或者写日期。
        [reopen] 新的期限是哪天？点一个，或者写日期。
        [list] 治理期限到哪天？点一个，或者写日期。
        [cause] 预防措施哪天前办好？点一个，或者写日期。
       *[other] 哪天前改好？点一个，或者写日期。
    }
}
hazard-not-read = { $field ->
    [money] 没看懂这个数。
    [owner] 没有这位同事。
    [of] 没有这条隐患。
    [side] 请点下面的一个，或者写人、机、环、管。
    [root] 请点下面的一个。
   *[day] 没看懂是哪天。
}
hazard-listed-at = 🚩 挂牌督办 { $listing }：{ $day }挂牌，督办人{ $person }
hazard-demand = 督办要求：{ $demand }
hazard-progress = 上次进展（{ $day }）：{ $said }{ $missed ->
    [0] {""}
   *[other] {" "}· ⚠️ 已有 { $missed } 周没报
}
hazard-no-progress = { $missed ->
    [0] 还没报过进展。
   *[other] ⚠️ 已有 { $missed } 周没报进展。
}
hazard-delisted = 🚩 挂牌督办 { $listing }：{ $day }已摘牌，督办人{ $person }
hazard-cost-ask = 花了多少钱？点一个或者写数字，不填也行。
hazard-cost = 💰 实际花费：{ $yuan ->
    [0] 没花钱
   *[other] { $yuan } 元
}
hazard-yuan = { $yuan ->
    [0] 没花钱
   *[other] { $yuan } 元
}
hazard-part-of = ⬆️ 属于 { $number }{ $over ->
    [yes] {""}
   *[no] ：这条销号后，上级隐患才能销号。
}
hazard-parts = <b>子隐患</b>（{ $n } 条）{ $open ->
    [0] 都已销号。
   *[other] 还有 { $open } 条没销号，都销号后这条才能销号。
}
hazard-part = { $mark } { $number }：{ $words }，{ $state ->
    [closed] ✅ 已销号
    [duplicate] 重复
    [evidence] 待复查，{ $owner }
    [suspended] 已暂停，{ $owner }
   *[other] { $owner }，{ $late ->
        [yes] ⚠️ 已超期（{ $due }）
       *[no] { $due }前
    }
}
hazard-parts-open = 还有 { $n } 条子隐患没销号：{ $numbers }。都销号后这条才能销号。
hazard-is-part = 这条已经是 { $number } 的子隐患，不能再分。
hazard-parent-over = 上级隐患 { $number } 已经结束，请先重新打开上级隐患。
progress-photo = 📷 照片收到了。再说一句做到哪一步。
progress-photo-too = 📷 这张也收到了。
hazard-other = { $number }：{ $question }
hazard-as-advised = 按建议做
hazard-myself = 我来
hazard-money = { $yuan ->
    [0] 不花钱
    [1000] 一千元以内
    [10000] 一万元以内
   *[100000] 十万元以内
}
hazard-evidence = { $ready ->
    [yes] 照片齐了。点下面送去复查，也可以再发几张。
   *[no] { $total ->
        [0] 请发一张改好以后的照片。
       *[other] 上面是整改前的第 { $n } / { $total } 张。请站在同一个位置，拍一张改好以后的。{ $missing ->
            [0] 退回以后要有一张新的。
           *[other] 还差 { $missing } 张。
        }
    }
}
hazard-photo-in = 📷 收到第 { $n } 张整改后照片。
hazard-send = ✅ 送去复查
hazard-other-photo = 换一张对照
hazard-verdict = <b>复查 { $number }</b> · { $enterprise }
hazard-no-picture = 照片还在保存，稍后再看。
hazard-not-yours = 这一步要由别人来做：发现的人、整改的人自己不能销号，重大隐患只能由监管人员认定和销号。
hazard-asked-already = 已经申请过延期，正在等批准。
hazard-photo-same = 这张照片已经有了，请拍一张新的。
hazard-needs-reason = 请说明原因。
hazard-needs-day = 这一天不合适：方案不能晚于期限，延期要晚于现在的期限。
hazard-needs-day-of-part = 这一天不合适：不能早于今天，子隐患也不能晚于上级隐患的期限。
hazard-needs-owner = 请选一位本单位的同事。
hazard-needs-measures = 请写怎么改。
hazard-needs-money = 请写要花多少钱。
hazard-needs-contingency = 请写没改好之前怎么防出事。
hazard-needs-original = 请选本单位一条没销号的隐患。
hazard-needs-pairs = 整改前的每张照片，都要有一张整改后的新照片。
hazard-needs-words = 请写一句。
hazard-needs-root = 请选一个原因。
hazard-needs-cause = 企业还没写原因和预防措施，写好才能销号。可以先退回，或者等他们补上。
hazard-listed = 这条隐患正在挂牌督办，要由监管人员验收摘牌后才能销号。
hazard-needs-request = 现在没有延期申请。
letter-hazard = <b>{ $number }</b> { $what }
    { $enterprise }（{ $town }）
    { $action ->
        [confirm_major] ⚠️ 监管人员 { $person } 认定为重大隐患。请按五落实定方案。
        [not_major] { $person } 认定为一般隐患，请定整改方案。
        [grade_up] ⬆️ { $person } 提级：改好后由监管人员复查销号。原因：{ hazard-reason }。
        [plan] 📋 { $person } 请您在{ $day }前改好。
        [transfer] 🤝 { $person } 把这处隐患转给您，原因：{ hazard-reason }。期限{ $day }。
        [fix_on_spot] 👀 { $person } 说当场改好了，请您复查。
        [send_evidence] 👀 { $person } 送来整改后照片，请您复查。
        [accept] ✅ { $person } 复查通过，已销号。{ $receipt ->
            [none] {""}
           *[other] 回执 { $receipt }，请留存。
        }
        [return] ↩️ { $person } 退回，原因：{ hazard-reason }。请改好后重新拍照。
        [visit] 🚶 { $person } 要来现场看。
        [ask_extension] ⏳ { $person } 申请延期到{ $day }，原因：{ hazard-reason }。
        [grant_extension] ✅ { $person } 同意延期，新的期限是{ $day }。
        [refuse_extension] { $person } 没有同意延期，期限还是{ $day }。
        [suspend] ⏸️ { $person } 暂停了整改，原因：{ hazard-reason }。
        [resume] ▶️ { $person } 恢复了整改，期限{ $day }。
        [divided] 🧩 { $person } 从一处隐患里分出这一条，请您在{ $day }前改好。
        [list] 🚩 { $person } 挂牌督办，编号 { $listing }，{ $day }前治理完毕。要求：{ $reason }
        [delist] ✅ { $person } 验收通过，{ $listing } 已摘牌，隐患销号。{ $receipt ->
            [none] {""}
           *[other] 回执 { $receipt }，请留存。
        }
        [reopen] 🔓 { $person } 重新打开，原因：{ hazard-reason }。新的期限是{ $day }。
       *[mark_duplicate] 🔁 { $person } 标为重复，原因：{ hazard-reason }。
    }
letter-hazard-photo-failed = 隐患 { $number }（{ $what }）有一张照片没能存下来：{ $reason ->
    [too-big] 文件太大
    [not-an-image] 不是照片
    [unsupported] 这种格式打不开
    [too-many-pixels] 尺寸太大
    [broken] 文件坏了
    [gone] 平台上已经取不到
    [as-before] 它就是整改前的那张
   *[other] 出了别的问题
}。请重新拍一张发来。
letter-listing-asked = 🚩 挂牌督办 <b>{ $listing }</b>（隐患 { $number }）
    { $what }
    这一周做到哪一步了？{ $days ->
        [0] 期限就是今天。
       *[other] { $late ->
            [yes] 已经过了期限。
           *[no] 离期限还有 { $days } 天。
        }
    }{ $missed ->
        [0] {""}
       *[other] {"\u000A"}⚠️ 已有 { $missed } 周没报进展，督办人也会收到提醒。
    }
letter-listing-silent = 🚩 挂牌督办 <b>{ $listing }</b>（隐患 { $number }）
    { $enterprise }（{ $town }）：{ $what }
    企业已有 { $missed } 周没报进展，{ $late ->
        [yes] 期限已过。
       *[no] 期限{ $due }。
    }
letter-still-fixed = 四周前销号的隐患 { $number }（{ $what }），现在还好吗？
    { $enterprise }
still-yes = ✅ 还好
still-no = ⚠️ 又出现了
colleague-named = { $person }
timeline-all = 📜 全部经过
hazard-history = <b>{ $number }</b> 的经过（{ $n } 步）
snap-what = 收到 { $n } 张照片。是 { $number } 的吗？点一下；也可以先写一句说明。
snap-progress = 📝 记进展
snap-mended = 📷 已改好
snap-other = 🚩 另一处隐患
snap-drop = 不要了
snap-noted = 已记在经过里，照片 { $n } 张。
