# 导入企业名单（/import，python -m bot import）

to-import = 📥 导入名单

upload-heading =
    📥 <b>导入企业名单</b>
    把 xlsx 或 csv 文件直接发到这里，一行一家，按信用代码对上。
    先看结果，再决定写不写入：你点头以前什么都不会改。
upload-heading-town = 只收本镇街的企业；“镇街”一列可以不填。
upload-recent = 最近的：
upload-recent-one = { $n }. { $name }　{ $sent }　{ $state ->
    [reading] ⏳ 正在读
    [ready] 👀 等你确认
    [writing] ⏳ 正在写入
    [written] ✅ 已写入
    [stopped] ⚠️ 中途停下
    [refused] ⚠️ 用不了
   *[other] 已取消
 }
upload-template = 📄 空白模板
upload-accepts = 请发 xlsx 或 csv 文件，或点下面的按钮。
upload-accepts-field = 请打字段的名字，例如“从业人员”，或点下面的按钮。

upload-reading = ⏳ 正在读取 <b>{ $name }</b>，一般几秒钟。读好了会在这里显示。
upload-read = 📥 { $name } 读好了：新增 { $new } 家、更新 { $changed } 家、有问题 { $bad } 行。还没有写入。
upload-not-read = ⚠️ { $name } 用不了：{ $why }
upload-open = 👀 查看
upload-look = 🔄 看看好了没
upload-refused = ⚠️ <b>{ $name }</b> 没有读成。
upload-send-again = 改好后把文件再发过来就行。

upload-ready = 📥 <b>{ $name }</b>（{ $rows } 行，还没有写入）
upload-counts = 新增 <b>{ $new }</b> 家，更新 <b>{ $changed }</b> 家，不变 { $same } 家，有问题 <b>{ $bad }</b> 行。
upload-no-rows = 表头下面一行企业也没有。
upload-no-code = 没有认出“统一社会信用代码”是哪一列。请点“对应列”，把它指出来。
upload-columns-understood = 认出 { $n } 列：{ $names }
upload-columns-unknown = ❔ 没认出 { $n } 列，不会导入：{ $names }
upload-columns-remembered = 列的对应沿用上次的，可以改。
upload-more-names = 等
upload-both = { $a }、{ $b }
upload-nothing-to-write = 没有要写入的：名单和台账一样，或者都有问题。
upload-bad-first = 前几行问题：
upload-row = 第 { $row } 行：{ $what }
upload-note = ℹ️ { $what }
upload-write = ✅ 写入 { $n } 家
upload-map = 🔧 对应列
upload-bad-rows = 📄 问题行（{ $n }）
upload-try = 🔄 再试一次
upload-drop = 🗑 取消
upload-dropped = 已取消，什么都没有写入。
upload-file-coming = 文件马上发给你。

upload-sure =
    要写入 <b>{ $name }</b> 吗？
    新增 <b>{ $new }</b> 家，更新 <b>{ $changed }</b> 家。更新会改掉台账里原来的内容，空着的格子不动。
upload-sure-bad = 有问题的 { $bad } 行不写入，改好后可以再发。
upload-sure-yes = ✅ 确认写入
upload-changed-since = 名单刚才重新核对过，请再看一眼。

upload-writing =
    ⏳ 正在写入 <b>{ $name }</b>：{ $done } / { $total } 行。
    不用等在这里，写完会告诉你。
upload-written =
    ✅ <b>{ $name }</b> 已写入：新增 { $new } 家，更新 { $changed } 家，不变 { $same } 家。
upload-left-out = 没有写入的 { $bad } 行在“问题行”里：改好，原样发回来，只导入这几行。
upload-written-next = 下一步：给新企业发邀请，负责人和安全员才能进来。
upload-stopped =
    ⚠️ <b>{ $name }</b> 写到 { $done } / { $total } 行停下了。
    { $why }
    已写的留着；把同一个文件再发一次就能补上，不会重复。
upload-is-dropped = 🗑 <b>{ $name }</b> 已取消，没有写入。
upload-to-list = ⬅️ 导入首页

upload-columns-title = <b>每一列对应什么</b>（点编号可以改）
upload-column-row = { $n }. { $label } → { $field }{ $how ->
    [hand] （手工指定）
   *[other] {""}
 }
upload-unused = 不导入
upload-unknown = ❔ 没认出
upload-column-title = “<b>{ $label }</b>” 这一列是什么？
upload-column-now = 现在：{ $field }
upload-column-hint = 点一个，或者直接打字找，例如“燃气”。
upload-column-none = 没有叫“{ $text }”的字段。
upload-group-who = 🏢 名称地址
upload-group-watched = 🗂 行业状态
upload-group-people = 👤 人和电话
upload-group-facts = 📋 企业情况
upload-skip = 🚫 不导入这列
upload-mapped = ✅ { $label } → { $field }
upload-field-row = { $n }. { $field }

upload-field-name = 企业名称
upload-field-code = 统一社会信用代码
upload-field-district = 区县
upload-field-town = 镇街
upload-field-grid = 网格
upload-field-department = 负责部门
upload-field-industry = 行业
upload-field-colour = 告知书颜色
upload-field-address = 地址
upload-field-activity = 生产状态
upload-field-principal = 主要负责人
upload-field-principal-phone = 负责人电话
upload-field-officer = 安全员
upload-field-officer-phone = 安全员电话

upload-bad-empty = “{ $field }”是空的。
upload-bad-too-long = “{ $field }”太长，最多 { $most } 个字。
upload-bad-formula = “{ $field }”填的是“{ $cell }”，像公式，不收。请改成文字。
upload-bad-clear = “{ $field }”不能清空，只能改成别的。
upload-bad-code-length = 信用代码 { $code } 不是 18 位。
upload-bad-code-characters = 信用代码 { $code } 里有不该有的字符（不用字母 I、O、S、V、Z）。
upload-bad-code-check = 信用代码 { $code } 的校验位不对，请核对是不是抄错了一位。
upload-bad-code-number = 信用代码 { $code } 被表格当成了数字，后几位已经丢失。请把这一列改成文本格式，重新填写。
upload-bad-double = 信用代码和第 { $first } 行重复。
upload-bad-colour = 颜色“{ $cell }”不认识，只有橙、黄、蓝、白、绿五种；空着就按行业确定。
upload-bad-industry = 行业“{ $cell }”不认识，也没有填颜色，定不了颜色。请改行业或填颜色。
upload-bad-activity = 生产状态“{ $cell }”不认识，请填：生产、停产、复产、关闭。
upload-bad-flag = “{ $fact }”填的是“{ $cell }”，请填“是”或“否”。
upload-bad-number = “{ $fact }”填的是“{ $cell }”，请只填数字。
upload-bad-phone = “{ $field }”不是手机号码（11 位）。
upload-bad-phone-number = “{ $field }”被表格改成了科学计数，后几位已经丢失。请改成文本格式，重新填写。
upload-bad-others = 这家企业登记在别的镇街，你改不了。要转过来，请区里办理。
upload-bad-other-town = 镇街填的是“{ $town }”，你只能导入{ $own }的企业。

upload-note-new-town = 新镇街：{ $town }。如果是写错了，请改正后再导入。
upload-note-namesake = { $town }有两家以上同名企业：{ $name }。信用代码不同，请核对。
upload-note-hidden = 隐藏的工作表没有读：{ $sheet }

upload-refused-empty = 文件是空的。
upload-refused-unreadable = 文件打不开，请检查路径和权限。
upload-refused-too-big = 文件太大，最大 20 MB。请分成几个文件。
upload-refused-too-much = 文件展开后太大，没有读取。请另存为普通的 xlsx 再试。
upload-refused-too-many-rows = 行数太多，一个表最多 50000 行。请分成几个文件。
upload-refused-too-many-columns = 列数太多，一个表最多 100 列。请删掉空列和用不到的列。
upload-refused-long-cell = 有的单元格超过 1000 个字。请删短再试。
upload-refused-old-format = 这是旧的 .xls 或加了密码的文件。请去掉密码，另存为 .xlsx。
upload-refused-password = 文件有密码。请去掉密码后再导入。
upload-refused-not-a-sheet = 这不是 xlsx 或 csv 文件。
upload-refused-broken = 文件已损坏，读不出来。请重新保存一份。
upload-refused-macros = 文件里有宏，不读。请另存为不带宏的 .xlsx。
upload-refused-links = 文件里有连到别的文件的公式，不读。请在表格里“断开链接”，或另存为 csv。
upload-refused-embedded = 文件里嵌着别的文件，不读。请删掉嵌入的文件，或另存为 csv。
upload-refused-nothing = 文件里没有表格内容。
upload-refused-fetching = 文件没有取到，可能是网络不好。请再发一次。
upload-refused-gone = 原来的文件已经不在了。请再发一次。
upload-refused-seat = 你已经不在原来的岗位上了，没有继续。

upload-running = 上一份名单还在写入，写完再发下一份。
upload-gone = 这份名单已经处理过了，请看最新的。
upload-file-running = 上一个文件还在做，马上就好。
upload-rows-name = 问题行
upload-rows-problem = 问题
upload-rows-about = 说明
upload-rows-how = 改好标黄的格子，把这个文件原样发回来，只导入这几行。最后的“问题”一列不用删。
upload-rows-sent = 📄 { $name } 的问题行，共 { $n } 行。改好标黄的格子，把文件发回来就行。
upload-rows-none = 这份名单没有问题行了。
upload-template-name = 企业名单
upload-template-sent = 📄 空白模板。一行一家，填好发回来；带 * 的新企业必填。
upload-file-failed = 文件没有做成，请过一会儿再点一次。
upload-help-title = 怎么填
upload-help-needed = 新企业要填名称、信用代码、镇街；已有的企业只填信用代码和要改的内容。
upload-help-empty = 空着的格子不改台账里原来的内容；要删掉，填“清空”。
upload-help-code = 信用代码 18 位，这一列保持文本格式。
upload-help-colour = 颜色可空着，按行业确定；也可填橙、黄、蓝、白、绿。
upload-help-industry = 行业可填：{ $names }
upload-help-activity = 生产状态填：生产、停产、复产、关闭。
upload-help-flag = 带“吗”的问题填“是”或“否”。
upload-label = { $label }
upload-between = ；
