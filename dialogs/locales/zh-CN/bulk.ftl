# 批量导出、删除个人信息：要第二个人同意

to-bulk = 🔏 待复核{ $n ->
    [0] {""}
   *[other] {" "}{ $n }
}
said-to-bulk = 待复核|复核审批
bulk-approve = ✅ 同意
bulk-refuse = ❌ 不同意
bulk-look = 看一看
bulk-title = { $n ->
    [0] 没有等您复核的申请。
   *[other] <b>等您复核的申请</b>，共 { $n } 件
}
bulk-content = { $content ->
    [hazards] 隐患台账
    [enterprises] 企业台账
    [checks] 自查记录
    [inspections] 检查记录
    [audit] 查阅记录
    [people] 人员名单
    [personal] 个人信息
    [send_up] 报送文件
    [none] {""}
   *[other] 表格
}
bulk-item = { $n }. { $kind ->
    [erase] { $person }（{ $role }）申请删除个人信息
   *[export] { $person }（{ $role }）要导出{ $what }，{ $rows } 行
}
    { $until }前有效
bulk-card = { $kind ->
    [erase] <b>删除个人信息</b>
        { $person }（{ $role }）申请删除自己的个人信息。
   *[export] <b>批量导出</b>
        { $person }（{ $role }）要导出{ $what }，共 { $rows } 行。
}{ $place ->
    [none] {""}
   *[other] {""}
        单位：{ $place }
}
    { $time }提出，{ $until }前有效
bulk-what-then = { $kind ->
    [erase] 同意后十分钟内删除，不能恢复。依法要留的检查、隐患、承诺记录会留下，姓名换成编号。
   *[export] 同意后表格直接发给申请人。请先问清用途。
}
bulk-said = { $approved ->
    [yes] 已同意，{ $person }会收到消息。
   *[no] 没有同意，{ $person }会收到消息。
}
bulk-state = { $state ->
    [approved] 已同意
    [refused] 没有同意
    [expired] 已过期
    [dropped] 已撤回
   *[other] 等待复核
}
bulk-ended = { $officer ->
    [none] { $ended }
   *[other] { $officer }：{ $ended }
}
bulk-held = 这次有 { $n } 行，超过 { $most } 行要第二个人同意。已经发给有权复核的人，同意后表格就发给您。
bulk-gone = 这件申请已经有人处理，或者过期了。
bulk-own = 自己的申请要由别人来复核。
bulk-nobody = 现在没有别人能复核这件事，请先请区里再设一位有权限的人。
letter-bulk-asked = 🔏 { $kind ->
    [erase] <b>有人申请删除个人信息</b>
        { $person }申请删除自己的个人信息{ $place ->
            [none] {""}
           *[other] （{ $place }）
        }。同意后十分钟内删除，不能恢复；依法要留的记录会留下，姓名换成编号。
   *[export] <b>批量导出要您复核</b>
        { $person }（{ $place }）要导出{ $table ->
            [hazards] 隐患台账
            [enterprises] 企业台账
            [checks] 自查记录
            [inspections] 检查记录
            [audit] 查阅记录
            [send_up] 报送文件
           *[other] 表格
        }，{ $n } 行。请先问清用途。
}
    { $until }前有效，有一人决定就算数。
letter-bulk-decided = { $kind ->
    [erase] 您删除个人信息的申请：{ bulk-state }{ $officer ->
        [none] 。{ $state ->
            [expired] 没有人在期限内处理，可以再申请一次。
           *[other] {""}
        }
       *[other] （{ $officer }）。
    }
   *[export] 您要导出的 { $n } 行：{ bulk-state }{ $officer ->
        [none] 。{ $state ->
            [expired] 没有人在期限内处理，可以再导出一次。
           *[other] {""}
        }
       *[other] （{ $officer }）{ $state ->
            [approved] ，表格做好就发给您。
           *[other] 。
        }
    }
}
