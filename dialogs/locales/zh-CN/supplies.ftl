## 应急物资

to-supplies = 🧰 应急物资
supplies-title = { $n ->
    [0] 🧰 <b>应急物资</b>：还没有登记。
   *[other] 🧰 <b>应急物资</b>（{ $n } 处）
}
depot-kind = { $kind ->
    [government] 政府库
    [commerce] 商业
    [community] 社区
    [household] 家庭
   *[enterprise] 企业
}
depot-name = { $place } { $name ->
    [none] { $kind ->
        [enterprise] 应急柜
       *[other] 物资库
    }
   *[other] { $name }
}
depot-item = { $n }. { $name }：{ $things } 样{ $lacks ->
    [0] {""}
   *[other] ，⚠️ { $lacks } 样要处理
}
depot-new = ➕ 建一处
depot-whose = <b>哪一方的物资？</b>（1+4：政府为主，企业、商业、社区、家庭为辅）
depot-write = <b>第一行写名称，第二行地点，第三行保管人和电话。</b>
depot-made = ✅ 已建好。
depot-title = 🧰 <b>{ $name }</b>
depot-where = 地点：{ $place ->
    [none] 没写
   *[other] { $place }
}；保管：{ $person ->
    [none] 没写
   *[other] { $person }
}{ $phone ->
    [none] {""}
   *[other] { " " }{ $phone }
}
depot-checked = 上次检查：{ $day } { $person }
depot-empty = 里面还没有登记物资。
depot-more = ✏️ 增改
depot-place = 📍 地点保管
depot-place-how = 请发：第一行名称，第二行地点，第三行保管人和电话。
depot-placed = 已改好。
depot-checked-now = ✅ 已记下这次检查，下个月再看。
depot-gone = 没有这处物资，或不归您管。
supplies-suggested = <b>建议备这 { $n } 样：</b>
supply-suggested = · { $name } { $quantity } { $unit }
supplies-suggested-ours = 数量是本系统的建议，按实际改。先按这个建，少的再改。
supplies-as-listed = ✅ 按这个建
supplies-empty = 建空的
supplies-more = 往下 ⬇️（共 { $n }）
supplies-all-well = ✅ 都在、都好
supplies-looked = ✅ 都看过了
supply-line = { $n }. { $lack ->
    [gone] ❌
    [over] ⛔
    [few] ⚠️
    [soon] ⏰
   *[none] ✅
} { $name } { $quantity }{ $lack ->
    [gone] /{ $wanted }
    [few] /{ $wanted }
   *[other] {""}
} { $unit }{ $dated ->
    [yes] ，{ $lack ->
        [over] 已过期：
       *[other] 到期
    } { $day }
   *[no] {""}
}{ $lack ->
    [gone] （没有了）
    [few] （少了）
    [soon] （快到期）
   *[other] {""}
}{ $shown ->
    [yes] {" "}📷
   *[no] {""}
}
depot-shown = 📷 近期有照片：{ $n } / { $total } 样
supply-photos = 📷 逐件拍照
supply-photo-of = <b>📷 逐件拍照</b>：第 { $n } / { $total } 件
supply-photo-how = 请拍一张发来，拍完自动到下一件；拍到最后一件，这次检查就记下了。
supply-photo-skip = ⏭ 这件不拍
supply-photo-done = ✅ 检查完了
supply-shown = 📷 照片收到了，正在保存。
supply-what = 数量、到期日直接发就行，例如“3”或“2027年5月”。
supply-not-clear = 没看懂，没有记下。
supply-basis = 依据：{ $basis }
supply-none = 没有了
supply-full = 补到 { $n }
supply-renew = 🔄 换新了
supply-renewed = 已记下换新，到期日按一般寿命推算，不对就发日期。
supply-drop = 🗑 不再备
supply-dropped = 已从清单里去掉。
supply-kept = 已记下
supply-add = ➕ 加一样
supply-add-how = 发一行：名称 数量 单位 到期日，例如“灭火毯 2张 2027-05-01”。没有期限的不写日期。
supply-unclear = 没看懂。发一行：名称 数量 单位，例如“铁锹 5把”。
supply-added = 已加上：{ $name }
supply-too-many = 这一处的物资太多了，请另建一处。
