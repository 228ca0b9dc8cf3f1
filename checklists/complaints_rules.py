"""The sentences about documents, the question bank and rules, in both languages, by code. Others: complaints.py."""

from checklists.complaints import Complaint
from checklists.words import Words


def _said(zh: str, en: str, zh_todo: str, en_todo: str) -> Complaint:
    return Complaint(Words(zh, en), Words(zh_todo, en_todo))


RULE_COMPLAINTS = {
    "ground-missing": _said(
        "没有写依据",
        "it does not say what it rests on",
        "写basis；如果是本系统默认，写ours: true",
        "add basis, or ours: true when it is our own default",
    ),
    # --- colours
    "industry-no-colour": _said(
        "行业“{id}”没有颜色",
        "the industry “{id}” has no colour",
        "写进一种颜色的industries",
        "add it to the industries of one",
    ),
    "industry-two-colours": _said(
        "行业“{id}”有两种颜色", "the industry “{id}” has two colours", "只留一种", "keep it in one"
    ),
    # --- departments
    "department-unreachable": _said(
        "“{id}”排在没有条件的“{other}”后面，永远轮不到",
        "“{id}” comes after “{other}”, which has no condition: it is never reached",
        "把没有when的放在最后",
        "put the one without when last",
    ),
    "department-name-twice": _said(
        "“{id}”也是“{other}”的叫法", "“{id}” is a name of “{other}” as well", "只留一处", "keep it in one"
    ),
    "industry-no-department": _said(
        "行业“{id}”没有部门负责",
        "no department answers for the industry “{id}”",
        "写进一个部门的when，或者最后加一个不写when的部门",
        "name it in the when of one, or end with one that has no when",
    ),
    # --- kinds of hazards
    "unknown-cover": _said(
        "没有“{id}”这样的自查表、题目或判定条目",
        "there is no checklist, question or criterion “{id}”",
        "写自查表、自查表/部分、题目编号，或判定标准、标准/分组、条目编号",
        "a checklist, checklist/section or question; a list, list/group or item",
    ),
    "covered-twice": _said("“{id}”归了两类", "“{id}” belongs to two kinds", "只留一处", "keep it in one"),
    "field-twice": _said(
        "补充情况“{id}”用了两次",
        "the extra field “{id}” stands twice",
        "换一个id",
        "give one of them another id",
    ),
    "field-parts": _said(
        "补充情况“{id}”缺单位或选项，或者多写了",
        "the extra field “{id}” lacks its unit or options, or has too many",
        "number要有unit，choice要有至少两个options，text和date都不要",
        "a number has a unit, a choice at least two options, text and date have neither",
    ),
    # --- incidents
    "unknown-contact": _said(
        "contacts.yaml里没有“{id}”这个电话",
        "there is no contact “{id}” in contacts.yaml",
        "可用：{known}",
        "use one of: {known}",
    ),
    # --- warnings
    "warning-levels": _said(
        "levels要从轻到重，level要是其中一级",
        "levels run from the least to the gravest, level is one of them",
        "例如levels: [blue, yellow, orange, red]",
        "for example levels: [blue, yellow, orange, red]",
    ),
    "warning-lines": _said(
        "“{level}”级有{count}条",
        "{count} lines at the level “{level}”",
        "每一级3到5条",
        "3 to 5 at each level",
    ),
    "warning-levels-all": _said(
        "levels没有写全",
        "not every level is there",
        "按circular、blue、yellow、orange、red的顺序写",
        "circular, blue, yellow, orange, red, in this order",
    ),
    "warning-steps": _said(
        "“{id}”级的催办时间没有一步比一步晚",
        "the steps of the level “{id}” do not follow each other",
        "again小于others，others小于listed",
        "again before others before listed",
    ),
    # --- asking for enterprises
    "asked-twice": _said(
        "同一个词既指“{id}”又指“{other}”",
        "the same words mean both “{id}” and “{other}”",
        "从其中一个的words里删掉这个词",
        "take the words out of one of them",
    ),
    # --- exams
    "exam-right-unknown": _said(
        "正确答案“{id}”不在选项里",
        "the right answer “{id}” is none of the choices",
        "可用：{known}",
        "use one of: {known}",
    ),
    "exam-right-count": _said(
        "正确答案有{count}个",
        "{count} right answers",
        "单选和判断写1个，多选至少写2个，各写一次",
        "one for single and judge, at least two different ones for multi",
    ),
    "exam-judge-choices": _said(
        "判断题不写choices",
        "a judge question has no choices of its own",
        "请删去；对、错写在papers.yaml里",
        "remove them; true and false stand in papers.yaml",
    ),
    "exam-judge-letters": _said(
        "判断题的两个答案应是T和F",
        "the two answers of judge questions are T and F",
        "先写T（对），后写F（错）",
        "T (true) first, then F (false)",
    ),
    "exam-twice": _said(
        "这道题和{id}相同", "this is the same question as {id}", "删去一道", "remove one of them"
    ),
    "unknown-certificate": _said(
        "没有“{id}”这种人员证件", "nobody holds a certificate “{id}”", "请改正编号", "correct the id"
    ),
    "review-late": _said(
        "“{id}”的复审年数不小于有效年数",
        "“{id}” is reviewed no earlier than it expires",
        "改小review_years，或者不写",
        "lower review_years or leave it out",
    ),
    "unknown-topic": _said("没有“{id}”这个专题", "there is no topic “{id}”", "请改正编号", "correct the id"),
    "paper-too-few": _said(
        "{role}人人都能考的{kind}题只有{count}道，试卷要{wanted}道",
        "only {count} {kind} questions that every {role} can be asked, the paper wants {wanted}",
        "补几道不带when的题，或者减少count",
        "add questions without a condition, or lower the count",
    ),
    "paper-not-passable": _said(
        "及格分{wanted}超过满分{total}",
        "{wanted} points to pass, but a perfect paper has {total}",
        "请改正",
        "correct one of them",
    ),
    # --- drills
    "drill-start": _said(
        "第一条情景要在第0分钟", "the first inject comes at minute 0", "minute写0", "write minute: 0"
    ),
    "drill-order": _said(
        "第{minute}分钟的情景排在第{before}分钟的后面",
        "an inject of minute {minute} stands below one of minute {before}",
        "从早到晚排列",
        "put them in order of time",
    ),
    "drill-too-short": _said(
        "演练{minutes}分钟，可是最后一条情景在第{last}分钟",
        "it takes {minutes} minutes, but the last inject comes at minute {last}",
        "加长minutes或者提前情景",
        "make it longer or the inject earlier",
    ),
    "drill-rollcall": _said(
        "要有一条、也只能有一条全员点名，现在有{count}条",
        "exactly one inject calls the roll of all, here {count} do",
        "给一条to: all的情景写rollcall: true",
        "say rollcall: true in one inject to all",
    ),
    "unknown-kind": _said(
        "没有“{id}”这一类隐患", "there is no kind of hazard “{id}”", "请改正", "correct the id"
    ),
    # --- courses
    "unknown-subject": _said(
        "没有“{id}”这个培训主题",
        "there is no subject of training “{id}”",
        "写rules/training.yaml里的subjects",
        "use one of the subjects of rules/training.yaml",
    ),
    "unknown-exam-item": _said(
        "题库里没有“{id}”", "there is no question “{id}” in the bank", "请改正编号", "correct the id"
    ),
    "course-optional": _said(
        "选修课不写events和every_months",
        "an optional course has neither events nor every_months",
        "删去，或者写mandatory: true",
        "remove them, or say mandatory: true",
    ),
    "quiz-too-short": _said(
        "{role}人人都能考的题只有{count}道，至少要{wanted}道",
        "only {count} questions that every {role} can be asked, at least {wanted} are wanted",
        "补几道不带when的题，或者减少wrong",
        "add questions without a condition, or lower wrong",
    ),
    # --- reminders
    "not-relative-day": _said(
        "“{value}”不是相对到期日的写法",
        "“{value}” is no day relative to the due day",
        "写成 T-7（提前7天）、T（当天）或 T+3（逾期3天）",
        "write T-7 (a week before), T (the day) or T+3 (three days late)",
    ),
    "not-month-day": _said(
        "“{value}”不是每年都有的日期",
        "“{value}” is no day of every year",
        "写成 04-15；不能写02-29",
        "write 04-15; 02-29 will not do",
    ),
    "not-clock": _said("“{value}”不是时间", "“{value}” is no time of day", "写成 08:30", "write 08:30"),
    "span-shape": _said(
        "时长只能写一个单位",
        "a length of time has one unit",
        "写hours、days、working_days、months中的一个",
        "write one of hours, days, working_days, months",
    ),
    "due-shape": _said(
        "到期只能写一种",
        "it is due in one way only",
        "写every、on、date、after中的一个",
        "write one of every, on, date, after",
    ),
    "window-empty": _said(
        "时段的结束不在开始之后", "the window ends before it begins", "请改正", "correct it"
    ),
    "source-bare": _said(
        "source: {source}要写依据",
        "source: {source} names its basis",
        "补上basis；本系统默认的写source: ours",
        "add basis, or say source: ours when it is our own default",
    ),
    "reminder-order": _said(
        "提醒日要从早到晚，各写一次",
        "the days to remind on run from early to late, each once",
        "例如 [T-7, T-1, T]",
        "for example [T-7, T-1, T]",
    ),
    "reminder-early": _said(
        "提前的天数超过了周期（{days}天）",
        "it reminds before the cycle of {days} days begins",
        "改小提前量",
        "remind later",
    ),
    "ladder-order": _said(
        "上报要逐级向上，不早于前一级",
        "each step goes higher up and not earlier than the one before",
        "顺序：officer、principal、town、district",
        "in this order: officer, principal, town, district",
    ),
    "ladder-early": _said("没到期不能上报", "nothing goes up before it is due", "从T起", "begin with T"),
    # --- classes, credit, assessment
    "factor-shape": _said(
        "计分项只能写一个来由",
        "a factor has one ground",
        "写when（条件）或each（每一个）",
        "write when (a condition) or each (a figure)",
    ),
    "dimension-shape": _said(
        "维度“{id}”要么写factors，要么写credit: true",
        "the dimension “{id}” has factors or credit: true",
        "写其中一个",
        "write one of them",
    ),
    "override-shape": _said(
        "一条调整只能有一个条件和一种动作",
        "an override has one ground and one move",
        "条件写when或credit，动作写at_least、better或worse",
        "when or credit; at_least, better or worse",
    ),
    "classes-all": _said(
        "等级应当依次是I、II、III、IV",
        "the classes are I, II, III, IV in this order",
        "四级各写一次",
        "write each of the four once",
    ),
    "credit-shape": _said(
        "points和by_level只能写一个",
        "points and by_level exclude each other",
        "写其中一个",
        "write one of them",
    ),
    "credit-base": _said(
        "base {value}不在least和most之间",
        "base {value} is outside least and most",
        "请改正",
        "correct one of them",
    ),
    "hard-rule-empty": _said(
        "“{id}”没有写什么情况下生效",
        "“{id}” does not say when it applies",
        "写rules或overdue_major: true",
        "add rules or overdue_major: true",
    ),
    "unknown-grade": _said(
        "没有“{id}”这个积分等级", "there is no credit grade “{id}”", "可用：{known}", "use one of: {known}"
    ),
    "unknown-rule": _said(
        "没有“{id}”这条规则", "there is no rule “{id}”", "可用：{known}", "use one of: {known}"
    ),
    "unknown-band": _said(
        "没有“{id}”这个等次", "there is no band “{id}”", "可用：{known}", "use one of: {known}"
    ),
    "sum-wrong": _said(
        "合计是{sum}，应当是{wanted}", "they add up to {sum}, not {wanted}", "请改正", "correct the parts"
    ),
    "scale-gap": _said(
        "分数界限要从高到低，最后一档从0开始",
        "the levels run from the highest down to one from 0",
        "请调整顺序或补上",
        "put them in order, or add the last",
    ),
    # --- commitments
    "placeholder-unknown": _said(
        "不认识占位符“{name}”",
        "the placeholder “{name}” is not known",
        "可用：{known}",
        "use one of: {known}",
    ),
    "placeholder-uneven": _said(
        "占位符“{name}”只在一种语言里有",
        "the placeholder “{name}” stands in one language only",
        "中文和英文用同样的占位符",
        "use the same ones in both languages",
    ),
}
