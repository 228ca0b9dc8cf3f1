# 内容编写命令（python -m checklists …）

diff-same = 没有差别：两个版本一字不差。
diff-count = 共{ $n }处改动。
diff-no-such = “{ $what }”不是文件、文件夹，也不是指纹。
diff-not-kept = { $what }不是留存版本（用 python -m checklists kept --out 写出）。
diff-no-fingerprint = 没有（或不止一个）指纹以{ $what }开头的留存版本。python -m checklists kept 可列出全部。
kept-version = { $checklist }  { $fingerprint }  { $since }起展示
kept-none = 这个数据库里还没有留存任何版本。
kept-away = 打不开数据库：{ $why }。

no-checklist = 没有“{ $name }”这张自查表。现有：{ $known }。
no-checklist-guess = 没有“{ $name }”这张自查表，是不是想写“{ $guess }”？现有：{ $known }。
preview-written = 已写好 { $file }（{ $kb } KB），用浏览器打开即可。
preview-title = 自查表预览
preview-switch = 手机界面的语言
preview-show = { $what ->
    [both] 两种
    [zh-CN] 中文
   *[other] English
}
preview-contents = 目录
preview-form = { $id }：{ $n }个问题，每{ $days }天一次。
preview-when = 只在{ $when }时才问。
preview-accept = 合格：{ $accept }。
preview-photo = 拍照：{ $photo }。
preview-unchecked = 尚未与官方文本核对：{ $clause }
preview-critical = 关键题
preview-major = 疑似重大
preview-optional = 可以跳过
preview-never = 没有找到会问到它的情形
preview-end = 最后
preview-example = 举例：两处不合格，跳过一题。
preview-kind = { $kind ->
    [yesno] 是非题
    [single] 单选题
    [multi] 多选题
    [number] 数字题
    [date] 日期题
    [text] 文字题
    [time] 时间题
    [photo] 照片题
    [file] 文件题
    [place] 位置题
    [code] 编码题
   *[other] { $kind }
}
preview-step = { $at ->
    [ask] 问题
    [calendar] 日历
    [why] “？”里的说明
    [sure] 疑似重大：再确认一次
    [bad] 隐患卡
    [photo] 拍照
    [review] 复核
    [receipt] 回执
   *[other] { $at }
}

simulate-how = 输入按钮的编号，或者直接打字。=12 表示把 12 当文字发出，:photo、:file、:place 发照片、文件、位置，:quit 离开。
simulate-no-button = 没有{ $n }号按钮，这一屏只有{ $count }个。要把数字当文字发出，请输入 ={ $n }。
simulate-unknown = 没有 :{ $word }。可用：:photo、:file、:place、:place 39.9 116.4、:quit。
simulate-unreadable = 读不了{ $file }：{ $why }。
simulate-end = {"="}= 已提交：{ $form } ==
simulate-left = {"="}= 未提交就离开：{ $form } ==
simulate-score = 得分{ $points }：应答{ $asked }题，合格{ $passed }题，不合格{ $bad }题，缺照片不计{ $uncounted }题。
simulate-finding = { $severity ->
    [major] ‼ 疑似重大
   *[general] ⚠ 不合格
} { $id } { $question } { $answer }（期限{ $due }）
simulate-fact = 由此得知企业情况：{ $fact } = { $value }
fact-unknown = 没有“{ $name }”这项企业情况。相近的：{ $near }
fact-derived = “{ $name }”由其他情况推算，请写那些情况。
fact-number = “{ $name }”是数字，例如 { $name }=30；“{ $value }”不是数字。
fact-flag = “{ $name }”是有或没有，例如 { $name }=no；“{ $value }”看不懂。
