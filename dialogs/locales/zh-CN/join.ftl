## 同意、邀请、加入

welcome = 您好，这里是安稳，帮您单位做安全自查、记隐患。
notice = { $text }
notice-version = 告知版本 { $version }。同意之前，我不保存您的任何内容。
agree = 同意并继续
disagree = 不同意
language-other = 🌐 English
consent-needed = 没关系。您不同意，我就不保存任何内容，也就没法开始。想好了再点“同意并继续”。
how-to-join = 您还没有加入单位。请打开单位或镇街发给您的邀请链接，也可以把链接发给我。没有链接，请向本单位负责人或所在镇街要一个。
look-again = 🔄 再看看
invitation-invalid = 这个邀请用不了，请向发给您的人再要一个。
contact-please = 邀请您加入<b>{ $place }</b>，身份是{ $role }。
    请点下面的“发送我的号码”，用来核对是您本人。
share-contact = 📱 发送我的号码
contact-not-own = 这张名片不是您本人的。请点下面的按钮，发送您自己的号码。
joined = 已加入{ $place }，身份是{ $role }。
join-asked = 您的号码不在{ $place }的名单里，已请监管人员确认。批了会马上通知您。
waiting = 正在等监管人员确认您加入{ $place }，批了会马上通知您。
help-text = { $reader ->
    [supervisor] 我能帮您：看每天的情况、看本辖区的隐患、审批加入的人。发送 /digest 看今天的情况，/hazards 看隐患。
    [enterprise] 我能帮您：一题一题做自查，点一下就存好；发现隐患帮您记下依据、办法和期限；随时停下，下次接着做。答错了，写“改第7题”或“第7题：否”，也可以回复您原来的消息。看见隐患随时拍照发来，配一句话就行。发送 /check 开始自查，/hazard 报隐患，/hazards 看隐患，/exam 考试，/menu 回主菜单，/language 换语言。
   *[nobody] 打开单位或镇街发给您的邀请链接，就能加入。发送 /privacy 看我保存了什么。
}
help-danger = 遇到危险先撤人：火警 119，急救 120，报警 110。
language-title = 用哪种语言？
language-zh = 中文
language-en = English
language-chosen = 好的，以后用中文。
language-name = { $language ->
    [zh] 中文
   *[en] 英文
}
privacy-title = <b>隐私与您的资料</b>
stored = 我保存的：名字“{ $person }”，语言{ $language }，您发来的号码，您填的内容。
stored-seat = 身份：{ $place }，{ $role }。
stored-nothing = 您还没有同意，我没有保存您的内容。
withdraw = 撤回同意
withdraw-sure = 撤回以后，我不再保存您的新内容，您也用不了这里的功能。已经提交的自查按规定留存。确定撤回吗？
withdraw-yes = 确定撤回
consent-withdrawn = 已撤回同意，不再保存您的新内容。
seats-title = 您现在以哪个身份办事？{ $n ->
    [one] {""}
   *[other] （共 { $n } 个）
}
seats-typed = 也可以打单位名称里的几个字来找。
seats-none = 您没有名称带“{ $text }”的单位。
seat-item = { $n }. { $place }，{ $role }{ $here ->
    [yes] （当前）
   *[no] {""}
}{ $owed ->
    [0] {""}
   *[other] ，待办 { $owed } 件
}
seat-chosen = 好的，现在的身份是{ $place }。
