"""The sentences for content authors, in both languages, by code. Which one applies is decided elsewhere."""

from typing import NamedTuple

from checklists.words import Words


class Complaint(NamedTuple):
    """What is wrong and what to do; names in braces are filled in."""

    what: Words
    todo: Words


def _said(zh: str, en: str, zh_todo: str, en_todo: str) -> Complaint:
    return Complaint(Words(zh, en), Words(zh_todo, en_todo))


DID_YOU_MEAN = Words("是不是想写“{}”？", "Did you mean “{}”? ")

COMPLAINTS = {
    # --- the file itself
    "file-missing": _said("找不到这个文件", "the file is missing", "请建立这个文件", "create it"),
    "file-unknown": _said("不认识这个文件", "nothing reads this file", "请改名或删除", "rename or remove it"),
    "file-too-large": _said(
        "文件超过{limit}字节", "the file has more than {limit} bytes", "请拆成几个文件", "split it up"
    ),
    "file-not-utf8": _said("不是UTF-8文本", "it is not UTF-8 text", "请另存为UTF-8编码", "save it as UTF-8"),
    "folder-missing": _said(
        "没有这个文件夹",
        "there is no such folder",
        "检查 --content 和 --draft",
        "check --content and --draft",
    ),
    "file-ending": _said(
        "文件名要以.yaml结尾", "a content file ends in .yaml", "请改名为{name}", "name it {name}"
    ),
    "file-unreadable": _said(
        "读不了这个文件：{problem}", "it cannot be read: {problem}", "检查权限", "check its permissions"
    ),
    "file-name": _said(
        "文件名与编号“{id}”不同",
        "the file is not named after its id “{id}”",
        "请改成{id}.yaml",
        "name it {id}.yaml",
    ),
    "yaml-syntax": _said(
        "YAML写法有错：{problem}",
        "this is not YAML: {problem}",
        "检查缩进、冒号和引号",
        "check indents, colons, quotes",
    ),
    "yaml-full-width": _said(
        "用了全角符号“{sign}”", "a full-width “{sign}”", "请改成半角“{half}”", "write “{half}”"
    ),
    "yaml-tab": _said(
        "缩进用了制表符", "the indent is made of tabs", "请改成空格，每层两个", "use blanks, two a level"
    ),
    "yaml-no-blank": _said(
        "冒号后面没有空格", "there is no blank behind the colon", "请在冒号后加一个空格", "put one there"
    ),
    "yaml-characters": _said(
        "含有看不见的控制字符{character}",
        "an invisible control character {character}",
        "请删除它",
        "delete it",
    ),
    "yaml-too-deep": _said(
        "嵌套超过{limit}层", "nested deeper than {limit} levels", "请减少缩进层次", "use fewer levels"
    ),
    "yaml-duplicate-key": _said(
        "“{key}”写了两次，前一次在第{first}行",
        "“{key}” stands twice, first in line {first}",
        "留下一处",
        "keep one",
    ),
    "yaml-alias": _said(
        "不允许用&锚点和*引用",
        "anchors (&) and aliases (*) are not allowed",
        "请把内容写出来",
        "write it out",
    ),
    "yaml-tag": _said("不允许用!标签", "tags (!) are not allowed", "请删除标签", "remove the tag"),
    "yaml-merge": _said(
        "不允许用<<合并", "merge keys (<<) are not allowed", "请把内容写出来", "write it out"
    ),
    "yaml-key": _said("键必须是一个词", "a key has to be one plain word", "请改成文字", "write a word"),
    "yaml-documents": _said(
        "一个文件只能有一份内容，也不能有%指令",
        "one document a file, and no % directives",
        "请删去其余部分",
        "remove the rest",
    ),
    # --- the shape
    "unknown-key": _said(
        "这里没有“{key}”这一项", "there is no “{key}” here", "请改名或删除", "rename or remove it"
    ),
    "missing-key": _said("缺少“{key}”", "“{key}” is missing", "请补上", "add it"),
    "not-one-of": _said(
        "“{value}”不在可选范围内",
        "“{value}” is not one of the choices",
        "可用：{known}",
        "use one of: {known}",
    ),
    "not-text": _said("这里要写文字", "text belongs here", "如果是数字，请加引号", "put numbers in quotes"),
    "not-whole": _said(
        "这里要写整数", "a whole number belongs here", "例如 30，不加引号", "for example 30, no quotes"
    ),
    "not-number": _said(
        "这里要写数字", "a number belongs here", "例如 1.5，不加引号", "for example 1.5, no quotes"
    ),
    "not-flag": _said(
        "这里只能写true或false",
        "true or false belongs here",
        "不要写yes、no、on、off",
        "not yes, no, on, off",
    ),
    "not-date": _said("这里要写日期", "a date belongs here", "例如 2026-10-01", "for example 2026-10-01"),
    "not-clock": _said("这里要写钟点", "a time of day belongs here", "例如 08:30", "for example 08:30"),
    "not-list": _said(
        "这里要写列表", "a list belongs here", "用[…]或每行一个“- ”", "use […] or a line with “- ” for each"
    ),
    "not-mapping": _said(
        "这里要写“名称: 内容”", "“name: content” belongs here", "检查缩进", "check the indent"
    ),
    "bad-value": _said("这个值不行：{problem}", "this value will not do: {problem}", "请改正", "correct it"),
    "season-day": _said(
        "“{value}”不是季节的日子",
        "“{value}” is no day of a season",
        "每年的写 06-01，只有一次的写 2027-02-18",
        "write 06-01 for every year, 2027-02-18 for once",
    ),
    "season-order": _said(
        "begins和ends要么都写年份、先后不颠倒，要么都不写",
        "begins and ends have a year both, in order, or neither",
        "例如 {{begins: 06-01, ends: 09-30}}",
        "as in {{begins: 06-01, ends: 09-30}}",
    ),
    "condition-shape": _said(
        "一个条件只能写一样：all、any、not、fact或answer",
        "a condition is one of all, any, not, fact, answer",
        "几个条件请放进all或any",
        "put several into all or any",
    ),
    "condition-answer": _said(
        "answer要和in（或at_least、at_most）一起写",
        "answer needs in, at_least or at_most",
        "例如 {{answer: CG-05, in: [ok]}}",
        "as in {{answer: CG-05, in: [ok]}}",
    ),
    "condition-number": _said(
        "at_least和at_most只能和fact或数字题的answer一起写，不能再写in",
        "at_least and at_most need a fact or the answer to a number, without in",
        "请写明fact或answer",
        "name the fact or the answer",
    ),
    "condition-form": _said(
        "form要和answer、in一起写",
        "form needs answer and in",
        "例如 {{form: general, answer: GEN-01, in: [ok]}}",
        "as in {{form: general, answer: GEN-01, in: [ok]}}",
    ),
    "expression-shape": _said(
        "一个算式只能写一样：number、answer、fact、sum、difference、product、ratio或count",
        "an expression is one of number, answer, fact, sum, difference, product, ratio, count",
        "例如 {{ratio: [{{answer: A}}, {{fact: staff}}]}}",
        "as in {{ratio: [{{answer: A}}, {{fact: staff}}]}}",
    ),
    "expression-pair": _said(
        "difference和ratio要写两项",
        "difference and ratio take two things",
        "写成[甲, 乙]",
        "write [one, other]",
    ),
    "repeat-shape": _said(
        "repeat要写answer、fact、more中的一样",
        "repeat needs one of answer, fact, more",
        "写明几次从哪里来",
        "say where the number comes from",
    ),
    # --- names that point somewhere
    "duplicate-id": _said(
        "编号“{id}”用了两次", "the id “{id}” is used twice", "请换一个编号", "choose another"
    ),
    "bad-id": _said(
        "编号“{id}”含有不能用的字符",
        "the id “{id}” has characters that will not do",
        "只用英文字母、数字、-和_，32个以内",
        "use letters, digits, - and _, at most 32",
    ),
    "bad-option-value": _said(
        "答案代号“{id}”不行",
        "the option value “{id}” will not do",
        "用小写英文开头，只含小写字母、数字和_，16个以内",
        "lower case letters, digits and _, a letter first, at most 16",
    ),
    "unknown-fact": _said(
        "没有“{id}”这项企业情况",
        "there is no fact “{id}”",
        "在facts.yaml里补上或改名",
        "add it to facts.yaml or rename it",
    ),
    "fact-not-number": _said(
        "“{id}”不是数字", "the fact “{id}” is not a number", "换成数字类的企业情况", "use a number fact"
    ),
    "fact-is-number": _said(
        "“{id}”是数字，要写at_least或at_most",
        "“{id}” is a number",
        "请写at_least或at_most",
        "add at_least or at_most",
    ),
    "fact-later": _said(
        "“{id}”要到后面的{question}才回答",
        "“{id}” is only stated later, by {question}",
        "把{question}移到前面",
        "move {question} up",
    ),
    "fact-derived": _said(
        "“{id}”是推算出来的，不能由回答写入",
        "“{id}” follows from others and cannot be stated",
        "请改写它所依据的情况",
        "state what it follows from",
    ),
    "unknown-question": _said(
        "没有“{id}”这个问题", "there is no question “{id}”", "请改正编号", "correct the id"
    ),
    "question-later": _said(
        "条件里的“{id}”排在后面或就是本题",
        "“{id}” stands later or is this question itself",
        "条件只能看前面的回答",
        "a condition sees earlier answers only",
    ),
    "question-no-options": _said(
        "“{id}”没有可选答案", "“{id}” has no options", "条件只能看选择题", "ask about a question with options"
    ),
    "unknown-option": _said(
        "“{question}”没有答案“{id}”", "“{question}” has no option “{id}”", "请改正", "correct it"
    ),
    "answer-not-number": _said(
        "“{id}”不是数字题",
        "“{id}” is not a number",
        "换成number或calculated的问题",
        "name a number or calculated question",
    ),
    "repeat-outside": _said(
        "“{id}”在重复的部分里，这里看不出是哪一个",
        "“{id}” is asked several times; from here it cannot be one number",
        "用sum相加，或写在同一部分里",
        "add it up with sum, or stay inside its section",
    ),
    "repeat-too-few": _said(
        "“{id}”最多可答{value}，多于repeat的maximum",
        "“{id}” may say {value}, more than the maximum here",
        "两处写成一样",
        "make both the same",
    ),
    "repeat-more": _said(
        "“{id}”要是这一部分的最后一题，并有affirms: true的答案",
        "“{id}” has to be the last question of the section and to have an option with affirms: true",
        "移到最后，例如 choice: one_more",
        "move it to the end, for example with choice: one_more",
    ),
    "repeat-name": _said(
        "“{id}”不能当名字", "“{id}” cannot be a name", "用text或code的问题", "use a text or code question"
    ),
    "repeat-sets": _said(
        "“{id}”会问好几次，不能写入企业情况",
        "“{id}” is asked several times and cannot state a fact",
        "删去sets",
        "remove sets",
    ),
    "pipe-broken": _said(
        "花括号写法不对",
        "the braces are not written in a known way",
        "写成 {{fact:编号}}、{{answer:编号}} 或 {{n}}",
        "write {{fact:id}}, {{answer:id}} or {{n}}",
    ),
    "pipe-differs": _said(
        "中文和英文里的花括号不一样：{names}",
        "the braces differ between Chinese and English: {names}",
        "两边写成一样",
        "use the same in both",
    ),
    "pipe-number": _said(
        "{{n}}只能用在重复的部分里", "{{n}} belongs to repeated sections", "请删去", "remove it"
    ),
    "pipe-unfit": _said(
        "“{id}”的回答是照片或文件，不能写进文字",
        "“{id}” is answered by photos or files, which no text can hold",
        "请删去",
        "remove it",
    ),
    "form-itself": _said("“{id}”就是这张自查表", "“{id}” is this very checklist", "删去form", "remove form"),
    "unreachable": _said(
        "“{id}”永远不会被问到",
        "“{id}” is never asked",
        "检查条件是否互相矛盾",
        "its conditions contradict each other",
    ),
    "answer-in-rule": _said(
        "这里的条件只能写企业情况", "only facts may stand in this condition", "请改用fact", "use a fact"
    ),
    "unknown-choice": _said(
        "没有“{id}”这个答案组",
        "there is no choice “{id}”",
        "在choices.yaml里补上或改名",
        "add it to choices.yaml or rename it",
    ),
    "choice-and-options": _said(
        "choice和options只能写一个", "choice and options exclude each other", "删去一个", "remove one"
    ),
    "unknown-law": _said(
        "laws.yaml里没有“{id}”",
        "“{id}” is not in laws.yaml",
        "补上这部法规或改名",
        "add the law or correct the name",
    ),
    "bad-article": _said(
        "条款“{article}”的写法不对",
        "the article “{article}” is not written in a known way",
        "写成 22、9(1)、134之一、10章、7项、5.1.4 或 附录A",
        "write 22, 9(1), 134之一, 10章, 7项, 5.1.4 or 附录A",
    ),
    "unknown-criterion": _said(
        "没有“{id}”这条判定条目",
        "there is no criterion “{id}”",
        "在criteria里查编号",
        "look the code up in criteria/",
    ),
    "criterion-old": _said(
        "“{id}”所在的标准{standard}已被{by}代替",
        "“{id}” belongs to {standard}, which {by} has replaced",
        "改用现行标准的条目",
        "use an item of the standard in force",
    ),
    "criterion-code": _said(
        "编号“{id}”应以“{standard}-”开头，后面是数字",
        "the code “{id}” has to begin with “{standard}-”, numbers behind it",
        "例如 {standard}-3-1",
        "for example {standard}-3-1",
    ),
    "criteria-count": _said(
        "写了{count}条，count是{wanted}",
        "there are {count} items, count says {wanted}",
        "对照公布的条目补齐或改正",
        "compare with the published list",
    ),
    "criteria-followed": _said(
        "不是现行标准时，要写replaced_by；现行标准不写",
        "replaced_by belongs to a standard that is no longer in force, and to no other",
        "写明代替它的标准，或删去",
        "name what replaced it, or remove it",
    ),
    "unknown-group": _said(
        "groups里没有“{id}”", "there is no “{id}” in groups", "请改正或补上", "correct it or add it"
    ),
    "group-empty": _said("分组“{id}”里没有条目", "the group “{id}” has no items", "请删去", "remove it"),
    "unknown-colour": _said(
        "没有“{id}”这种颜色", "there is no colour “{id}”", "在colours.yaml里选", "take one of colours.yaml"
    ),
    "unknown-checklist": _said(
        "没有“{id}”这张自查表", "there is no checklist “{id}”", "请改正编号", "correct the id"
    ),
    "checklist-colour": _said(
        "“{id}”没有列出颜色“{colour}”",
        "“{id}” does not list the colour “{colour}”",
        "在自查表的colours里补上",
        "add it to its colours",
    ),
    "colour-missing": _said(
        "precedence里没有“{id}”",
        "precedence leaves out “{id}”",
        "五种颜色各写一次",
        "name each of the five once",
    ),
    # --- the sense
    "text-empty": _said("文字是空的", "the text is empty", "请写上内容", "write something"),
    "text-too-long": _said(
        "有{count}个字，最多{limit}个", "{count} characters, at most {limit}", "请写短一些", "make it shorter"
    ),
    "calculate-missing": _said(
        "没有写怎么算", "it does not say how it is worked out", "请写calculate", "add calculate"
    ),
    "options-missing": _said(
        "选择题至少要有{least}个答案",
        "it needs at least {least} options",
        "请补上options或choice",
        "add options or a choice",
    ),
    "options-unwanted": _said(
        "文字题和计算题不能有答案选项", "texts and calculated values have no options", "请删去", "remove them"
    ),
    "options-too-many": _said(
        "答案超过{limit}个",
        "more than {limit} options",
        "请合并或分成两题",
        "merge them or split the question",
    ),
    "option-first": _said(
        "第一个答案应是合格的", "the first option has to be the compliant one", "请调整顺序", "put it first"
    ),
    "option-none-bad": _said("没有不合格的答案", "no option is bad", "补上不合格的答案", "add a bad option"),
    "option-same-label": _said(
        "两个答案都写“{label}”", "two options say “{label}”", "请区分开", "tell them apart"
    ),
    "alone-not-multi": _said("alone只用于多选题", "alone belongs to multi questions", "请删去", "remove it"),
    "measure-unwanted": _said(
        "“{key}”不适用于这类问题", "“{key}” does not fit this kind of question", "请删去", "remove it"
    ),
    "accept-missing": _said(
        "没有写什么算合格", "it does not say what is compliant", "请写accept", "add accept"
    ),
    "accept-empty": _said(
        "accept是空的", "accept is empty", "写上一个界限或anything: true", "add a limit or anything: true"
    ),
    "unit-missing": _said("数字题没有单位", "a number needs a unit", "请写unit", "add unit"),
    "range-missing": _said(
        "数字题要写minimum和maximum",
        "a number needs minimum and maximum",
        "请补上，拦住明显的错数",
        "add them, to refuse nonsense",
    ),
    "range-empty": _said("minimum比maximum大", "minimum is above maximum", "请对调", "swap them"),
    "accept-outside": _said(
        "合格界限{value}不在minimum和maximum之间",
        "the limit {value} is outside minimum and maximum",
        "请改正",
        "correct one of them",
    ),
    "preset-outside": _said(
        "预设{value}不在允许范围内", "the preset {value} is out of range", "请改正", "correct it"
    ),
    "presets-too-many": _said(
        "预设超过{limit}个", "more than {limit} presets", "留下最常用的", "keep the usual ones"
    ),
    "pattern-broken": _said(
        "pattern写法有错",
        "the pattern is not written correctly",
        "检查括号和反斜杠",
        "check brackets and backslashes",
    ),
    "pattern-too-open": _said(
        "pattern太宽：最多{longest}个字、{limit}处*或+，括号不能重复",
        "the pattern is too open: at most {longest} characters and {limit} of * and +, no repeated groups",
        "写明位数，例如 [0-9]{{8}}",
        "say how many, as in [0-9]{{8}}",
    ),
    "example-missing": _said(
        "写了pattern，没有写example", "a pattern needs an example", "补上一个真实的编号", "add a real code"
    ),
    "example-unfit": _said(
        "例子“{value}”不合pattern",
        "the example “{value}” does not fit the pattern",
        "请改正",
        "correct one of them",
    ),
    "clause-missing": _said("没有写依据", "no clause is named", "请写basis", "add basis"),
    "major-missing": _said(
        "severity: major要写major",
        "severity: major needs major",
        "写明依据 major: {{official: …}}",
        "add major: {{official: …}}",
    ),
    "major-never": _said(
        "写了major，但永远不会是重大",
        "major stands here but never applies",
        "写severity: major、when或答案的severity",
        "add severity: major, a when, or an option's severity",
    ),
    "major-no-basis": _said(
        "official: true要写依据",
        "official: true names its criterion",
        "请写criteria、basis或criterion",
        "add criteria, basis or criterion",
    ),
    "major-not-official": _said(
        "official: false不能写criteria",
        "official: false has no criteria",
        "改成official: true，或删去criteria",
        "say official: true, or remove the criteria",
    ),
    "photo-required": _said(
        "required: true只能配ask: always或fail",
        "required: true needs ask: always or fail",
        "请改正",
        "correct it",
    ),
    "critical-too-many": _said(
        "关键题有{count}个，最多{limit}个",
        "{count} critical questions, at most {limit}",
        "只留最要紧的",
        "keep the most important",
    ),
    "critical-missing": _said(
        "没有关键题",
        "no critical question",
        "给1至3个最要紧的问题写critical: true",
        "mark 1 to 3 with critical: true",
    ),
    "carry-critical": _said(
        "关键题不能写carry: {value}",
        "a critical question cannot be carry: {value}",
        "改成always或fresh，或删去carry",
        "write always or fresh, or remove carry",
    ),
    "na-critical": _said(
        "关键题不能有“不适用”",
        "a critical question cannot be “not applicable”",
        "删去na；有的单位确实没有，就用when，或者换一道关键题",
        "remove na; where some enterprises really have none, use when, or make another question critical",
    ),
    "na-reasons": _said(
        "不适用的原因最多{limit}个，都要写outcome: neutral，不写sets",
        "at most {limit} reasons, each with outcome: neutral and without sets",
        "改原因，或者写na: true用通用的原因",
        "correct the reasons, or write na: true for the usual ones",
    ),
    "na-twice": _said(
        "na和na_reasons只能写一样",
        "na and na_reasons exclude each other",
        "留下一样",
        "keep one of them",
    ),
    "date-ahead": _said(
        "“上次做的日期”不能在今天之后",
        "something done cannot lie ahead",
        "删去ahead_days",
        "remove ahead_days",
    ),
    # --- English
    "english-missing": _said(
        "缺少英文：{path}", "the English is missing: {path}", "在{file}里补上", "add it to {file}"
    ),
    "english-orphan": _said(
        "中文里没有“{path}”", "there is no “{path}” in the Chinese", "请删除或改名", "remove or rename it"
    ),
}
