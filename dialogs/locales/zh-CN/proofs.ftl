## 整改照片凭什么可信

proof-write = 🔤 请把今天的验证词“{ $word }”写在纸上，放进画面里一起拍。
proof-place = { $sent ->
    [yes] 📍 位置已收到。
   *[no] 📍 请在现场发一下位置：点 📎 选“位置”。
}
proof-place-in = 📍 位置收到了，会和照片放在一起。
proof-arrived = 🕒 { $time }收到{ $spot }
proof-nowhere = { $asked ->
    [yes] {" "}· 📍 没有发位置
   *[no] {""}
}
proof-somewhere = {" "}· 📍 { $minutes ->
    [0] 同时发了位置
   *[other] 前后 { $minutes } 分钟内发了位置
}（单位的位置没有登记）
proof-spot = {" "}· 📍 { $near ->
    [yes] {""}
   *[no] ⚠️ {""}
}离单位约 { $way } { $unit ->
    [km] 公里
   *[m] 米
}
proof-blank = ⚠️ { $which ->
    [before] 整改前的照片
    [report] 上报的照片
   *[after] 这张照片
}看不出内容。
proof-known = ⚠️ { $which ->
    [before] 整改前的照片
    [report] 上报的照片
   *[after] 这张照片
}{ $exact ->
    [yes] 就是
   *[no] 很像
}{ $what ->
    [before] 本条整改前的那张
    [number] { $own ->
        [yes] {""}
       *[no] { $enterprise }
    } { $number } 的照片（{ $day }）
    [own] 本单位以前交过的照片（{ $day }）
   *[other] 别的单位交过的照片（{ $day }）
}。
proof-word = 🔤 { $seen ->
    [asked] 当天的验证词是“{ $word }”，画面里有吗？
    [yes] 验证词“{ $word }”：看到了
   *[no] ⚠️ 验证词“{ $word }”：没看到
}
proof-seen = 🔤 词在画面里
proof-missed = 词不在画面里
proof-looked = 已记下。
letter-photo-known = 您给隐患 { $number }（{ $what }）发的整改后照片，和整改前的那张很像，复查的人也会看到这个提示。如果发错了，请到现场重新拍一张。
tip-photo-again = ⚠️ 这里的照片，举报 { $numbers } 里也有。
letter-review-late = ⚠️ 有 { $n } 处疑似重大隐患还没认定，最久的已过 { $days } 个工作日：
    { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}等
    }
    请认定是不是重大隐患。
