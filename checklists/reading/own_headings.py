"""What columns of an enterprise's own lists may be called, in Chinese and English, compared without spaces and marks."""

from collections.abc import Mapping

STAFF: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "人员", "员工", "员工姓名", "name", "person"),
    "post": ("岗位", "工种", "职务", "岗位工种", "post", "position"),
    "since": ("入职日期", "入职时间", "到岗日期", "上岗日期", "since", "start", "started"),
    "kind": ("证件", "证书", "证件名称", "证书名称", "证件类型", "操作项目", "作业项目", "certificate"),
    "number": ("证件号码", "证书编号", "证号", "证件编号", "证书号", "certificatenumber", "number"),
    "issued": ("发证日期", "领证日期", "初领日期", "issued"),
    "until": (
        "到期日期",
        "到期",
        "有效期",
        "有效期至",
        "有效期限",
        "证件到期",
        "expires",
        "until",
        "validuntil",
    ),
    "review": ("复审日期", "下次复审", "应复审日期", "review", "nextreview"),
}
SUPPLIES: Mapping[str, tuple[str, ...]] = {
    "name": ("物资", "名称", "物资名称", "品名", "设备名称", "name", "item"),
    "quantity": ("数量", "现有数量", "库存", "quantity", "count"),
    "unit": ("单位", "计量单位", "unit"),
    "until": ("到期日期", "到期", "有效期", "有效期至", "下次检验", "失效日期", "expires", "until"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {"staff": ("name",), "supplies": ("name", "quantity")}
