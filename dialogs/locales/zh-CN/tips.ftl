## 匿名举报

tip-no-key = 匿名举报暂时没有开通，请打当地应急管理部门的举报电话 12350。
tip-empty = 还没写是什么问题，也没有照片。
tip-too-many = 今天已经举报了 { $n } 件，请明天再来。情况紧急请打 12350，有危险先打 119、110、120。
tip-added-too-often = 今天已经补充了 { $n } 次，请明天再来。
tip-gone = 没有这个编号，或者它不是从这个账号发出的。
tip-nobody-there = 举报人已不再接收消息，问不到了。
tip-not-now = 现在不能改企业了。
tip-taken-already = 已经立为隐患，不能再立一次。
tip-whose = 先指定是哪家企业。
tip-needs-words = 请写一句给企业看的话。
tip-needs-result = 请写一句给举报人的答复。
tip-paid-already = 这个领奖码不能领：没有发过，或者已经领过。
tip-over = 这件举报已经办结。
