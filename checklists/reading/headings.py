"""Headings of enterprise lists as towns and districts write them, by field, and which field an unknown one is most like."""

import unicodedata
from collections.abc import Mapping, Sequence

HEADERS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "企业名称", "企业全称", "企业名", "单位名称", "公司名称", "名称", "场所名称", "企业（单位）名称",
        "市场主体名称", "经营主体名称", "name", "enterprise", "company",
    ),
    "credit-code": (
        "统一社会信用代码", "社会信用代码", "统一信用代码", "社会统一信用代码", "信用代码", "统一代码",
        "统一社会信用代码（注册号）", "纳税人识别号", "credit code", "uscc", "unified social credit code",
    ),
    "district": ("区县", "县区", "县市区", "所属区县", "district", "county"),
    "town": (
        "镇街", "乡镇街道", "镇街道", "街道", "乡镇", "所属镇街", "所属街道", "所属乡镇", "所属乡镇街道",
        "所在镇街", "属地", "属地镇街", "镇街名称", "乡镇（街道）", "town", "subdistrict",
    ),
    "grid": ("网格", "所属网格", "网格名称", "所在网格", "grid"),
    "department": (
        "负责部门", "主管部门", "行业主管部门", "行业监管部门", "监管部门", "部门", "department", "responsible department",
    ),
    "industry": ("行业", "行业类别", "行业领域", "行业分类", "行业类型", "所属行业", "监管行业", "industry"),
    "colour": ("颜色", "告知书颜色", "五色", "colour", "color", "notice colour"),
    "address": (
        "地址", "经营地址", "生产经营地址", "详细地址", "企业地址", "单位地址", "生产地址", "经营场所", "住所",
        "注册地址", "address",
    ),
    "activity": (
        "生产状态", "经营状态", "生产经营状态", "企业状态", "生产情况", "activity", "status", "state of production",
    ),
    "principal": (
        "主要负责人", "负责人", "企业负责人", "单位负责人", "主要负责人姓名", "负责人姓名", "法定代表人", "法人代表",
        "法人", "经营者", "principal", "person in charge",
    ),
    "principal-phone": (
        "负责人电话", "主要负责人电话", "负责人手机", "主要负责人手机", "负责人联系电话", "主要负责人联系电话",
        "负责人手机号", "主要负责人手机号", "负责人手机号码", "主要负责人手机号码", "主要负责人联系方式",
        "负责人联系方式", "法定代表人电话", "法人电话", "法人联系电话", "企业负责人电话",
        "principal phone", "principal's phone",
    ),
    "officer": (
        "安全员", "安全管理员", "安全管理人员", "专职安全员", "安全员姓名", "安全管理员姓名", "安全管理人员姓名",
        "officer", "safety officer",
    ),
    "officer-phone": (
        "安全员电话", "安全管理员电话", "安全管理人员电话", "安全员手机", "安全员手机号", "安全员手机号码",
        "安全员联系电话", "安全员联系方式", "安全管理员手机", "安全管理员手机号", "安全管理员联系电话",
        "安全管理人员手机", "安全管理人员联系电话", "officer phone", "safety officer phone", "safety officer's phone",
    ),
}  # fmt: skip
# A phone whose heading does not say whose it is belongs to the person on its left.
PHONES = frozenset(
    {"电话", "手机", "手机号", "手机号码", "电话号码", "联系电话", "联系方式", "phone", "mobile", "tel", "telephone"}
)  # fmt: skip
PEOPLE: Mapping[str, str] = {
    "principal": "principal-phone",
    "officer": "officer-phone",
}
PROBLEM = frozenset(
    {"问题", "problem"}
)  # the column that a list of bad rows has more than the list that it came from
IDLE = frozenset(
    {"序号", "备注", "no", "#", "remark", "remarks", "note", "notes"}
)  # says nothing, in every list

LIKE_ENOUGH = 0.3  # of the pairs of characters in a heading that a name has too
MARKS = " \u3000?？吗（）()、，,：:。"


def nearest(label: str, names: Mapping[str, Sequence[str]], most: int) -> Sequence[str]:
    """Fields whose names have most of a heading's pairs of characters, the nearest first. `names`: of each field."""
    pairs = _pairs(label)
    shares = {
        field: max((_share(pairs, one) for one in called), default=0.0) for field, called in names.items()
    }
    likely = [field for field, share in shares.items() if share >= LIKE_ENOUGH]
    return sorted(likely, key=lambda field: -shares[field])[:most]


def searched(text: str, names: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Fields whose names hold these words."""
    wanted = _plain(text)
    if not wanted:
        return ()
    return [field for field, called in names.items() if any(wanted in _plain(one) for one in called)]


def _plain(text: str) -> str:
    whole = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in whole if char not in MARKS)


def _pairs(text: str) -> frozenset[str]:
    whole = _plain(text)
    return frozenset(whole[place : place + 2] for place in range(max(1, len(whole) - 1)))


def _share(pairs: frozenset[str], name: str) -> float:
    return len(pairs & _pairs(name)) / len(pairs)
