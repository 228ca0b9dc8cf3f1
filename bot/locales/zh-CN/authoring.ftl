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
preview-na = 可以不适用
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
    [na] 为什么不适用
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
simulate-na = ○ { $id } { $question } { $answer }
simulate-fact = 由此得知企业情况：{ $fact } = { $value }
fact-unknown = 没有“{ $name }”这项企业情况。相近的：{ $near }
fact-derived = “{ $name }”由其他情况推算，请写那些情况。
fact-number = “{ $name }”是数字，例如 { $name }=30；“{ $value }”不是数字。
fact-flag = “{ $name }”是有或没有，例如 { $name }=no；“{ $value }”看不懂。

xls-one = 一次导入一张表（加 --tally 可以试读多张）。
xls-no-pyxform = 读 XLSForm 要用 pyxform，还没有安装：pip install "anwen[xlsform]"
xls-unreadable = 读不了{ $file }：{ $said }
xls-empty = { $file }是空的。
xls-too-big = { $file }超过10 MB，不会是一张表格。
xls-too-much = { $file }展开后太大，或者读得太久。
xls-too-many-rows = { $file }的行数太多。
xls-too-many-columns = { $file }的列数太多。
xls-long-cell = { $file }有超过20000个字的单元格。
xls-password = { $file }有密码保护。
xls-not-a-sheet = { $file }不是表格文件。
xls-old-format = { $file }是不支持的旧格式。
xls-broken = { $file }已损坏：{ $said }
xls-pyxform = pyxform 不接受{ $file }：{ $said }
xls-head = 由 { $file } 导入。发布前还要补：依据、整改建议、什么算合格、关键题。
xls-written = 已写好 { $file }。
xls-taken = { $rows }行得到{ $questions }个问题；{ $recorded }行要的内容系统本来就记录。
xls-all = 全部收下了。
xls-row = ✗ 第{ $row }行 { $name }：没有收下，{ $reason }
xls-rule = △ 第{ $row }行 { $name }：{ $reason }
xls-look = · 第{ $row }行 { $name }：{ $reason }
xls-todo = 发布前还要做：
left-when = 改成总是要问，条件说不出来：{ $reason }
left-type = 没有这种题型（{ $detail }）
left-audio = 不收录音
left-video = 不收视频
left-area = 不收地图上的线和面
left-unasked-place = 位置只收本人发来的
left-device = 不记录手机的信息（{ $detail }）
left-rank = 答案不能排序
left-osm = 不收地图要素
left-hidden = 不收没有人回答的值
left-other-file = 答案在别的文件或工作表里（{ $detail }）
left-nested-repeat = 重复组里又有重复组
left-calculation = 算式说不出来：{ $detail }
left-condition-on-left = 它要看{ $detail }，而那一题没有收下
left-two-answers = 它比较两个回答：{ $detail }
left-later = 它要看{ $detail }，而那一题在后面或者没有
left-expression = { $detail }
left-function = 函数 { $detail }
left-never = 永远不成立
left-no-options = { $detail }没有可选的答案
left-no-such-answer = 没有这个答案：{ $detail }
left-answered = 要看{ $detail }是否回答过
left-constraint = 界限说不出来，不再检查：{ $detail }
left-pattern = 看不懂这个格式：{ $detail }
left-required-when = 原来只在一定条件下必答，现在可以不答：{ $detail }
left-choice-filter = 答案原来随前面的回答变化，现在全部列出
left-label-reference = 问法里提到{ $detail }，而那一题没有收下
left-repeat-count = 重复几次说不出来，改成每次问还有没有：{ $detail }
left-note-alone = 一段说明，没有问题可以跟
left-note-condition = 原来有条件才显示的说明，现在总在下一题的“？”里
left-no-label = 没有问法，用名称代替
left-look = “{ $detail }”在聊天里没有对应
left-own-column = anwen_{ $detail } 这一列不是 JSON
tally-form = { $whole ->
    [yes] ✓
   *[no] ✗
} { $file }：{ $rows }行，{ $lost }处没有收下
tally-refused = – { $file }：没有读：{ $why }
tally-whole = 能读的{ $forms }张表，{ $whole }张完整收下（{ $share } %），其中{ $plain }张连外观也没有损失。
tally-rows = { $rows }行里有{ $left }行没有收下。
tally-not-read = { $n }个文件没有读：{ $why }
tally-reason = { $n }处，在{ $forms }张表里，{ $weight ->
    [row] 没有收下的行
    [rule] 丢失的规则
   *[look] 丢失的外观
}：{ $reason }
xls-exported = 已写好 { $file }，{ $rows }行。
