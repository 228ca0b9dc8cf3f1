## 日期、数字、各处都有的按钮

day = { $month }月{ $day }日 周{ $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}
moment = { $day } { $time }
on-day = { $day }
on-day-of-year = { $year }年{ $day }
short-day = { $month }月{ $day }日
span-day = { $first }
span-since = { $first }以来
span-until = 到{ $first }
span-days = { $first }—{ $last }
number = { $value }{ $unit }
clock = { $time }
clock-of-day = { $moment }
minutes-ago = { $n ->
    [0] 刚刚
   *[other] { $n }分钟前
}
and-then = { $first }、{ $then }
and-beside = { $first } · { $then }
answer-photos = { $n } 张照片
answer-place = { $named ->
    [yes] { $address }，
   *[no] {""}
}{ $live ->
    [yes] 实时位置
   *[no] 位置
} { $lat }, { $lon }{ $accuracy ->
    [0] {""}
   *[other] （误差约 { $accuracy } 米）
}
file-type = { $type ->
    [pdf] PDF
    [word] Word 文档
    [excel] Excel 表格
   *[image] 图片
}
typed = “{ $text }”
chosen = ✅ { $label }
cut-short = （内容太长，后面的没有显示）

back = ⬅️ 返回
change = ✏️ 改
next = 下一题 ➡️
skip = 跳过
more = ❓ 说明
done = 选好了
to-menu = 🏠 主菜单
leave = 不用了
item-number = { $n }
page-back = ◀️ 上一页
page-on = 下一页 ▶️

number-less = −1
number-more = +1
today = 今天
now = 🕒 现在
yesterday = 昨天
calendar = 📅 选日期
year-back = «
month-back = ‹
month = { $year }年{ $month }月
month-on = ›
year-on = »
weekday = { $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}
day-number = { $day }
no-day = ·

role = { $role ->
    [principal] 主要负责人
    [officer] 安全管理员
    [worker] 从业人员
    [town] 镇街监管人员
    [department] 部门监管人员
    [expert] 专家
    [grid] 网格员
   *[district] 区级监管人员
}

## 短提示

toast-stale = 此页已更新
toast-not-yours = 这不是发给您的
still-waiting = 还在等审批，批了会马上通知您
no-seat-yet = 还没有找到您的单位

## 各处都会说的话

started-again = 这一步已经更新过，从这里重新开始。以前存好的内容都在。
cancelled = 已停下，填过的都存好了，随时可以接着做。
paused = 先停在这里，填过的都存好了。
after-outage = 刚才有一阵没有连上，您存过的内容都在。
turn-set-aside = 这一条我没能处理，已经原样保留，工作人员会看。之前填的都在，请继续。
screen-closed = （这一页已结束，请看下面最新的一条）
group-private-only = 办事请和我单独聊天，群里看不到您单位的内容。
unknown-command = 没有这个命令。请点下面的按钮，或发送 /help 看说明。
not-allowed = 您现在的身份不能做这一步。
not-kept = 在您同意之前，我不保存您发的内容。{ $accepts }
kept-text = 您的话已经记下。{ $accepts }
kept-edit = 您改的话已经记下，存好的答案没有变。
kept-words = 您写的话已经记下，{ $what }这里用不上。{ $accepts }
cannot-here = { $what }这里用不上。{ $accepts }
kind = { $kind ->
    [sticker] 贴纸
    [voice] 语音
    [video] 视频
    [video_note] 视频
    [animation] 动图
    [audio] 音频
    [document] 这种文件
    [location] 位置
    [venue] 地点
    [contact] 名片
    [photo] 照片
    [poll] 投票
    [dice] 骰子
    [story] 动态
    [game] 游戏
   *[other] 这种消息
}
accepts-buttons = 请点下面的按钮。
accepts-photo = 这里可以发照片或写一句话，也可以点下面的按钮。
accepts-contact = 请点下面的“发送我的号码”。
accepts-invitation = 请打开邀请链接，或把链接发给我。
accepts-answer = { $kind ->
    [number] 这一题请点按钮，或直接发一个数字。
    [date] 这一题请点按钮，或直接发一个日期。
    [time] 这一题请点按钮，或直接写几点，例如 8点半。
    [text] 这一题请直接写几个字发给我。
    [photo] 这一题请直接发照片，共 { $n } 张。
    [file] 这一题请发文件：{ $files }。
    [place] 这一题请发位置，或写出地址。
    [code] 这一题请发编号{ $shown ->
        [yes] ，例如 { $example }
       *[no] 。
    }
   *[other] 这一题请点下面的按钮回答。
}
