"""The words of difference.py: what the fields of content are called, and the sentences about a change."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklists.words import Words


@dataclass(frozen=True, slots=True)
class Named:
    """What a field is called; a flag has a sentence for when it is now true and one for when it is not."""

    name: Words
    now: Words | None = None
    no_longer: Words | None = None

    def flag(self, value: bool) -> Words | None:  # noqa: FBT001 - the value of a flag
        """The sentence for a flag's new value."""
        return self.now if value else self.no_longer


def _n(zh: str, en: str) -> Named:
    return Named(Words(zh, en))


def _flag(zh: str, en: str, now: tuple[str, str], no_longer: tuple[str, str]) -> Named:
    return Named(Words(zh, en), Words(*now), Words(*no_longer))


FIELDS: Mapping[str, Named] = {
    "title": _n("名称", "title"),
    "colours": _n("适用颜色", "colours"),
    "cycle_days": _n("周期（天）", "cycle in days"),
    "major_cap": _n("有疑似重大隐患时的最高分", "most points with a suspected major hazard"),
    "critical_cap": _n("关键题不合格时的最高分", "most points with a failed critical question"),
    "pass_mark": _n("达标线", "pass mark"),
    "weight": _n("分值", "weight"),
    "derived": _n("推算的企业情况", "derived facts"),
    "kind": _n("题型", "kind"),
    "text": _n("问法", "text"),
    "options": _n("答案", "options"),
    "na_reasons": _n("不适用的原因", "reasons why it may not apply"),
    "label": _n("答案文字", "label"),
    "outcome": _n("答案的判定", "outcome"),
    "affirms": _n("肯定还是否定", "meaning of the answer"),
    "sets": _n("由此得知的企业情况", "facts stated"),
    "unit": _n("单位", "unit"),
    "presets": _n("预设值", "presets"),
    "minimum": _n("最小值", "minimum"),
    "maximum": _n("最大值", "maximum"),
    "oldest_days": _n("最早可填（天前）", "oldest date in days"),
    "ahead_days": _n("最晚可填（天后）", "latest date in days"),
    "longest": _n("最多字数", "longest text"),
    "accept": _n("合格界限", "limit"),
    "accept_when": _n("特定条件下的合格界限", "limits under conditions"),
    "major": _n("疑似重大的依据", "ground for suspected major"),
    "basis": _n("依据", "basis"),
    "photo": _n("拍照要求", "photo"),
    "advice": _n("整改建议", "advice"),
    "rectify_days": _n("整改天数", "days to put right"),
    "rectify_working": _n("整改天数按工作日", "days to put right are working days"),
    "carry": _n("沿用上次回答", "carry-over"),
    "when": _n("条件", "condition"),
    "note": _n("说明", "note"),
    "prompt": _n("问法", "prompt"),
    "only_if": _n("询问条件", "condition"),
    "valid_days": _n("有效天数", "valid days"),
    "version": _n("版本", "version"),
    "words": _n("危险词", "words of danger"),
    "alone": _flag(
        "单独选择",
        "alone",
        ("现在只能单独选择", "now excludes every other option"),
        ("现在可以与其他答案同选", "no longer excludes the others"),
    ),
    "whole": _flag(
        "整数",
        "whole",
        ("现在只能填整数", "now takes whole numbers only"),
        ("现在可以填小数", "now takes decimals"),
    ),
    "explain": _flag(
        "说明情况",
        "explain",
        ("不合格时现在要写几句", "a bad answer now asks for a few words"),
        ("不合格时不再要求写说明", "a bad answer no longer asks for words"),
    ),
    "critical": _flag(
        "关键题", "critical", ("现在是关键题", "now critical"), ("不再是关键题", "no longer critical")
    ),
    "required": _flag(
        "必答", "required", ("现在必须回答", "now required"), ("现在可以跳过", "no longer required")
    ),
}


def field_words(field: str) -> Words:
    """What a field is called; one without words goes by its key."""
    return FIELDS[field].name if field in FIELDS else Words(field, field)


KINDS: Mapping[str, Words] = {
    "itself": Words("整体", "as a whole"),
    "sections": Words("分组{id}", "section {id}"),
    "questions": Words("问题{id}", "question {id}"),
    "options": Words("答案{id}", "option {id}"),
    "na_reasons": Words("不适用的原因{id}", "reason {id} why it may not apply"),
    "numbers": Words("企业情况{id}", "fact {id}"),
    "industries": Words("行业{id}", "industry {id}"),
    "asked": Words("企业情况{id}", "fact {id}"),
    "derived": Words("推算的企业情况{id}", "derived fact {id}"),
    "colours": Words("颜色{id}", "colour {id}"),
}

SAID: Mapping[str, Words] = {
    "form-new": Words("新增自查表{title}，{n}个问题", "new checklist {title} with {n} questions"),
    "form-gone": Words("删去自查表{title}", "checklist {title} is gone"),
    "thing-new": Words("新增{what}", "new, {what}"),
    "thing-gone": Words("删去{what}", "gone, {what}"),
    "moved": Words("换了位置", "stands in another place"),
    "order": Words("{field}的顺序变了", "{field}: the order changed"),
    "other-section": Words("从{old}移到{new}", "moved from {old} to {new}"),
    "changed": Words("{field}由{old}改为{new}", "{field} changed from {old} to {new}"),
    "english": Words(
        "{field}的英文改了（中文没改）",
        "English {field} changed from “{old}” to “{new}” (the Chinese stayed)",
    ),
    "chinese": Words(
        "{field}由“{was}”改为“{now}”（英文没改）",
        "Chinese {field} changed from “{was}” to “{now}” (the English stayed)",
    ),
    "came": Words("{field}增加{new}", "{field} added: {new}"),
    "gone": Words("{field}删去{old}", "{field} removed: {old}"),
    "na-came": Words("现在可以答不适用，要写原因", "now takes “not applicable” with a reason"),
    "na-gone": Words("不能再答不适用", "no longer takes “not applicable”"),
    "checked": Words(
        "依据“{clause}”已与官方文本核对", "the clause “{clause}” is now held against the official text"
    ),
    "unchecked": Words("依据“{clause}”标为未核对", "the clause “{clause}” is marked as not checked"),
    "when-came": Words("现在只在{new}时才问", "now asked only when {new}"),
    "when-gone": Words("现在总是要问（原来只在{old}时）", "now always asked (before only when {old})"),
    "when": Words("询问条件由“{old}”改为“{new}”", "now asked when {new}, no longer when {old}"),
    "raised": Words("提高为疑似重大隐患", "severity raised to suspected major"),
    "lowered": Words("降为一般隐患", "severity lowered to general"),
}
