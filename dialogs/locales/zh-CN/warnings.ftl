## 预警和通知

to-warnings = 📢 预警通知

warning-level = { $level ->
    [red] 🔴 红
    [orange] 🟠 橙
    [yellow] 🟡 黄
    [blue] 🔵 蓝
   *[circular] 📄 通知
}
warning-heading = { $stage ->
    [clear] 🟢 <b>{ $title }{ $level ->
        [circular] {""}
       *[other] { $own ->
            [yes] {""}
           *[no] 预警
        }
    }解除</b>
   *[other] { $level ->
        [red] 🔴
        [orange] 🟠
        [yellow] 🟡
        [blue] 🔵
       *[circular] 📄
    } <b>{ $title }{ $own ->
        [yes] { $level ->
            [red] （红色）
            [orange] （橙色）
            [yellow] （黄色）
            [blue] （蓝色）
           *[circular] {""}
        }
       *[no] { $level ->
            [red] 红色预警
            [orange] 橙色预警
            [yellow] 黄色预警
            [blue] 蓝色预警
           *[circular] {""}
        }
    }</b>{ $stage ->
        [update] （更新）
       *[first] {""}
    }
}
warning-line = { $n }. { $text }
warning-only-line = { $text }
warning-again = ⏰ <b>还没有收到贵单位的确认，再发一次。</b>
warning-foot = { $enterprise }：{ $place } { $person } { $time } 发出，到 { $until } 有效。编号 { $number }
warning-foot-clear = { $enterprise }：{ $place } { $person } { $time } 发出。编号 { $number }
warning-confirm = ✅ 确认收到

# 发出的人

warnings-title = 📢 <b>预警和通知</b>
warnings-none = 还没有发过。
warning-new = 📢 发一条
warning-item = { $n }. { $what } { $time } { $place }{ $state ->
    [on] {""}
    [clear] {""}
   *[over] （已结束）
}
warning-pick = <b>发什么？</b>选一个模板，或自己写。
warning-own = ✏️ 自己写
warning-write = { $follows ->
    [yes] <b>写更新的内容。</b>一行一条，最多 { $n } 条。
   *[no] <b>第一行写标题，下面一行写一条，</b>最多 { $n } 条：现在就该做什么。
}
warning-now = 现在是：
warning-accepts = 请发文字：第一行标题，下面一行一条。
warning-empty = 没有内容，请写一句。
warning-rewrite = ✏️ 改内容
warning-audience = 👥 改范围
warning-send = 📢 发出
warning-days = { $n } 天
warning-terms = { $hours } 小时内有效。{ $night ->
    [yes] 夜里也发。
   *[no] 夜里不发，早上送到。
}没确认的：{ $again }再发，{ $others }发给其他人，{ $listed }列给镇街。
warning-span = { $hours ->
    [0] { $minutes } 分钟
   *[other] { $hours } 小时
}
warning-fact = “{ $label }”答“是”的
warning-more-facts = 或另外 { $n } 项答“是”的
warning-everybody = 发给：{ $place }的所有企业
warning-circle = 发给：{ $place }，{ $parts }
warning-follows = 发给：{ $number } 的 { $n } 家企业
warning-reach = 共 { $n } 家企业，{ $people } 人能收到。
warning-reach-silent = 其中 { $silent } 家没有人能收到，要打电话。
warning-who = <b>发给谁？</b>
warning-by-town = 按镇街
warning-by-industry = 按行业
warning-by-colour = 按告知书颜色
warning-by-fact = 按企业情况
warning-by-group = 🗂 按分组
warning-all = 全部企业
warning-who-done = ✅ 好了
warning-choose = { $what ->
    [town] <b>哪个镇街？</b>
    [industry] <b>哪个行业？</b>
    [colour] <b>哪种告知书颜色？</b>
   *[fact] <b>哪些情况？</b>有其中一项的就发，可以选几项。
}再点一次取消。
warning-choice = { $n }. { $label }{ $chosen ->
    [yes] {" "}✅
   *[no] {""}
}
warning-sure = <b>再点一次，就发给 { $n } 家企业，发出后收不回。</b>
warning-yes = ✅ 发给 { $n } 家
warning-sent = 已发出，{ $n } 家，正在一批一批送。
warning-nobody = 这个范围里没有企业，请改一改。
warning-grown = 范围里的企业变成了 { $n } 家，请再看一遍。
warning-gone = 没有这条预警，或不归您管。
warning-over = 这条已经解除或更新过了。
warning-number = 编号 { $number }
warning-count = { $confirms ->
    [yes] 共 { $n } 家：已发 { $posted }，送达 { $delivered }，<b>已确认 { $confirmed }，还没确认 { $missing }</b>
   *[no] 共 { $n } 家：已发 { $posted }，送达 { $delivered }
}
warning-silent = { $silent } 家没有人能收到，要打电话。
warning-town = { $name }：{ $confirmed }/{ $n }
warning-open = 📊 打开
warning-refresh = 🔄 刷新
warning-fresh = 已是最新
warning-text = 📄 看内容
warning-to-missing = 📋 没确认 { $n }
warning-answers = 💬 回复 { $n }
warning-update = ✏️ 发更新
warning-clear = 🟢 解除
warning-standing = { $place } { $person } { $time } 发出{ $follows ->
    [none] {""}
   *[other] ，接 { $follows }
}。{ $ended ->
    [by] 已由 { $by } 接替。
   *[no] { $over ->
        [yes] 已过有效期。
       *[no] 到 { $until } 有效。
    }
}
warning-missing = <b>还没确认的 { $n } 家</b>
warning-absent = { $n }. { $enterprise }（{ $town }）{ $person } { $phone }，{ $step ->
    [silent] 没有人能收到
    [again] 已再发
    [others] 已发给其他人
    [listed] 已列给镇街
   *[posted] 已发
}
warning-answered = <b>已采取措施的 { $n } 家</b>
warning-said = { $n }. { $enterprise } { $person } { $time }：{ $words ->
    [none] 已照做
   *[other] { $words }
}{ $photos ->
    [0] {""}
   *[other] （照片 { $photos } 张）
}
warning-to-call = 您辖区还有 <b>{ $n } 家</b>没有确认，请打电话叫一下。编号 { $number }

# 收到的企业

warnings-holding = { $n ->
    [0] 📢 现在没有生效的预警和通知。
   *[other] 📢 <b>正在生效的预警和通知</b>
}
warning-mine = { $n }. { $what }（到 { $until }）{ $confirmed ->
    [yes] ✅ 已确认
   *[no] ⏳ 没确认
}
warning-confirmed-now = ✅ 已确认收到，谢谢。
warning-confirmed-by = ✅ { $enterprise }：{ $person } { $time } 已确认收到。
warning-no-longer = { $by ->
    [none] 已过有效期。
   *[other] 已由 { $by } 接替。
}
warning-answer-hint = 可以接着发一句话或照片，说说采取了什么措施；不发也行。
warning-all-done = 👌 都照做了
warning-done-words = 已记下：都照做了。
warning-answer-kept = 已记下，发出的人看得到。
warning-your-answer = 措施：{ $words ->
    [none] 都照做了
   *[other] { $words }
}
warning-your-photos = 照片 { $n } 张
letter-attachment-failed = 您发的{ $what ->
    [notice] 文件
   *[other] 一张照片
}没能存下来（{ $what ->
    [warning] 预警的回复
    [notice] 随预警、通知发的文件
    [incident] 事故报告
    [chore] 定期工作
    [drill] 演练
    [plan] 应急预案
   *[other] 物资
}）：{ $reason ->
    [too-big] 文件太大
    [not-an-image] 不是图片
    [unsupported] 这种格式看不了
    [too-many-pixels] 图片太大
    [gone] 已经取不到了
    [not-a-document] 不是 PDF
   *[broken] 图片损坏
}。{ $what ->
    [notice] 请重新发一个。
   *[other] 请再拍一张发来。
}

## 随预警、通知发的文件

warning-file = 📎 { $kind ->
    [file] { $name }
   *[photo] 照片一张
}{ $state ->
    [safe] {""}
    [pending] （正在检查）
   *[failed] （收不了，请换一个）
}
warning-file-may = 📎 可以附一份文件：直接发一张照片或一个 PDF。
warning-file-received = 📎 收到，正在检查。再发一个会换掉它。
warning-file-one = 只能附一份，请只发一张照片或一个 PDF。
warning-file-kind = 这里只收照片和 PDF。
warning-file-waits = 附件还在检查，过几秒再点一次。
warning-file-gone = 附件没能存下来，请重新发一个，或者不附文件。
warning-no-file = 🗑 不附文件
warning-file-below = 📎 附件在下面。
warning-see-file = 📎 看附件
warning-file-coming = 📎 附件马上发给您。
letter-warning-file = 📎 { $name }
    编号 { $number }
