## 打印邀请卡

to-sheets = 🖨 邀请卡
sheets-heading = <b>🖨 打印邀请卡</b>
sheets-wanted = { $n ->
    [0] { $place }：{ $role ->
        [principal] 每家都有主要负责人加入了，不用再发卡。
       *[other] 每家都有人加入了，不用再发卡。
    }
   *[other] { $place }：{ $role ->
        [principal] 还有 <b>{ $n }</b> 家没有主要负责人加入（承诺书要本人签）。
        [both] 还缺 <b>{ $n }</b> 人（没人加入的缺安全员，还没有负责人的缺主要负责人）。
       *[other] 还有 <b>{ $n }</b> 家没有人加入。
    }
}
way-invite = 🖨 邀请卡
sheets-what = 一家一张卡，写着单位和身份，扫码就能加入。{ $days } 天内有效，一张只能用一次。号码不在名单里的，仍要您审批。
sheets-officer = 给安全员
sheets-principal = 给主要负责人
sheets-both = 两人都要
sheets-print = 🖨 打印 { $n } 张
sheets-town = 选镇街
sheets-all = 全区
sheets-end = 作废没用的卡
sheets-end-yes = 作废
sheets-which = 要哪个镇街的？点编号，或者打名字。
sheets-no-town = 没有这个镇街，或者不止一个叫这个名字。
sheets-item = { $n }. { $town }
sheets-told = { $state ->
    [waiting] { $time }要的卡正在做。
    [dropped] { $time }要的卡没有做成。
    [revoked] { $time }打印了 { $n } 张，{ $used } 张用过，其余已作废。
   *[kept] { $time }打印了 { $n } 张，已用 { $used } 张。
}
sheets-sure = 还没用的 { $n } 张都作废，已经加入的人不受影响。作废后不能恢复，可以重新打印。
sheets-ended = 已作废 { $n } 张没用的卡。
sheets-begun = 正在做 { $n } 张卡，做好就发给您。文件里有邀请码，只打印、不转发。
sheets-none = 这里每家都有人加入了，没有要打印的卡。
sheets-many = 一次最多打印 { $most } 张，现在是 { $n } 张。请选一个镇街，分几次打印。
sheets-running = 上一份邀请卡还在做，做好发给您以后再打印。
sheets-gone = 这份邀请卡已经用完、过期或者作废了。
sheets-failed = 邀请卡没能做成，请过一会儿再打印一次。
sheets-letter = 🖨 { $n } 张邀请卡，{ $time }前有效。请用A4纸打印，沿虚线裁开。邀请码只在这份文件里，不要转发。

## 卡上的字

sheets-title = 安稳邀请卡
sheets-product = 安稳 · 安全生产自查
sheets-step = { $n ->
    [1] 1. 手机打开 Telegram，扫左边的二维码，点“开始”。
   *[2] 2. 点“同意”，再分享自己的手机号，就能自查。
}
sheets-until = { $time }前有效，只能用一次。过期了请找所在镇街再要一张。
sheets-pages = 第{ $n }页，共{ $total }页
