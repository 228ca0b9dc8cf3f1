# 事故隐患排查治理季度、年度统计（安监总局令第16号第14条）

to-statistics = 📈 隐患统计表
said-to-statistics = 隐患统计表|隐患统计|季度统计|统计表
statistics-heading = <b>事故隐患排查治理统计</b>
    数字由台账算出，主要负责人签字报送：季度在下季度第一个月15日前，年度在次年1月31日前。
statistics-period = { $what ->
    [year] { $year }年
   *[quarter] { $year }年第{ $quarter }季度
}
statistics-row = { $number ->
    [none] { $past ->
        [yes] ⏰ { $period }：还没报，{ $day }已到期
        [old] ⬜ { $period }：没报，可以补
       *[no] ⬜ { $period }：还没报，{ $day }前
    }
   *[other] ✅ { $period }：{ $number }
}
statistics-title = <b>{ $place }</b>
    { $period }隐患排查治理统计
statistics-figures = 一般隐患：查出 { $general_found } 项，整改 { $general_fixed } 项，整改率 { $general_rate }%
    重大隐患：查出 { $major_found } 项，整改 { $major_fixed } 项，整改率 { $major_rate }%
    其中列入治理计划（五落实）{ $major_planned } 项
    期末未整改 { $open } 项，其中超期 { $overdue } 项
    投入整改资金 { $money } 元
statistics-field = { $field ->
    [general_found] 一般查出
    [general_fixed] 一般整改
    [major_found] 重大查出
    [major_fixed] 重大整改
    [major_planned] 列入计划
    [open] 期末未改
    [overdue] 期末超期
   *[money] 整改资金
}
statistics-correction = ✏️ { $field }：台账 { $n }，更正为 { $value }（{ $reason }）
statistics-signed-before = 已签过：{ $number }，{ $day }。再签一次就以新的为准，旧的保留。
statistics-due = { $past ->
    [yes] 报送期限{ $day }已过，请尽快签。
   *[no] 报送期限：{ $day }。
}
statistics-sign = ✍️ 去签字
statistics-ask = ✍️ 请负责人签字
statistics-asked = 已请主要负责人来签。
statistics-fix = ✏️ 改数字
statistics-which = 改哪一项？台账数和更正数都会留下。
statistics-value = { $field }：台账是 { $n }。
    请写正确的数。
statistics-no-number = 请写一个整数，0 或更大。
statistics-why = 为什么和台账不一样？写一句原因。
statistics-fixed = 已改，签字时一并留存。
statistics-fault-in = “{ $field }”大于它所属的总数，请先改对再签。
statistics-fault = 数字对不上，请先改对再签。
statistics-changed = 台账刚有变化，数字已重新算出，请再看一遍再签。
statistics-period-gone = 这一期现在不能填报。
statistics-promise = 我，{ $person }，{ $place }主要负责人，确认以上统计属实，并以此报送。
statistics-promise-yes = ✅ 我确认
statistics-meaning = 这是本人签字确认：记下您的号码、姓名和两次点击的时间。它不是经过认证的可靠电子签名。
statistics-receipt = ✅ <b>统计已签字报送</b>
    { $place } { $period }
    编号：{ $number }（第 { $version } 次）
    签字：{ $person }，{ $time }
    校验码：{ $hash }
    发“/verify { $number }”可核对。盖章用的纸面随后发来。
statistics-one = <b>{ $place }</b> { $period }隐患统计
    编号：{ $number }（第 { $version } 次）
    签字：{ $person }，{ $time }
    校验码：{ $hash }
statistics-corrected = ✏️ { $field }更正为 { $value }（{ $reason }）
letter-statistics-asked = ✍️ { $officer }已看过{ $what ->
        [year] { $year }年
       *[quarter] { $year }年第{ $quarter }季度
    }隐患统计，请您本人签字报送。
statistics-open = 看统计表
statistics-area-row = { $period }：{ $n } / { $total } 家已报
statistics-area = <b>{ $period }</b>：{ $n } / { $total } 家已报，还差 { $missing } 家
    报送期限：{ $day }
statistics-together = 已报的合计：
statistics-missing = 📭 没报 { $n }
statistics-sent = 📬 已报 { $n }
statistics-missing-title = <b>{ $period }没报的</b>：{ $n } 家
statistics-missing-item = { $n }. { $enterprise }（{ $town }）
statistics-sent-title = <b>{ $period }已报的</b>：{ $n } 家
statistics-sent-item = { $n }. { $enterprise } { $number }，{ $time }{ $fixed ->
    [0] {""}
   *[other] ，更正 { $fixed } 项
}
statistics-paper-title = 事故隐患排查治理情况统计表
statistics-paper-preamble = { $place }（统一社会信用代码 { $code }）{ $period }事故隐患排查治理情况如下：
statistics-paper-closing = 以上由台账汇总，经本单位主要负责人核对属实。
statistics-paper-correction = { $field }：台账 { $n }，更正为 { $value }，原因：{ $reason }
letter-statistics-paper = 统计表 { $number } 已经签好，这是盖章、留存用的一份。
statistics-paper-meaning = 本页是统计签字的记录：核对过本人的号码，写了姓名全名，相隔五秒以上点了两次。它不是经过认证的可靠电子签名。
statistics-paper-version = 校验码 { $hash }

# 报送文件
to-send-up = 📤 报送文件
said-to-send-up = 报送文件|上报文件|省平台文件
send-up-title = <b>向上级平台报送的文件</b>
    一个压缩包：企业、统计表、隐患三张表，JSON和CSV各一份，附格式说明和校验和。里面没有个人信息。
send-up-row = { $period }：负责人已签 { $n } / { $total } 家
send-up-begun = 正在做{ $period }的报送文件，做好就发给您。
send-up-letter = 📤 { $period }报送文件，共 { $n } 行。格式见 docs/send-up.md，校验和在 SHA256SUMS 里。
