"""Twenty yes/no questions that every questionnaire of the bench asks. The frameworks around them differ, nothing else."""

from typing import Final

QUESTIONS: Final = (
    "安全出口和疏散通道是否畅通,没有堆放杂物?",
    "灭火器压力指针是否在绿区,并在有效期内?",
    "应急照明灯断电后是否能正常亮起?",
    "疏散指示标志是否完好、没有被遮挡?",
    "配电箱前是否没有堆物,箱门是否关好?",
    "电线是否穿管敷设,没有私拉乱接?",
    "电动自行车是否没有进楼入户停放、充电?",
    "插线板是否没有串接、没有超负荷使用?",
    "燃气软管是否为金属软管,且没有老化破损?",
    "燃气报警器是否通电并能正常报警?",
    "厨房油烟管道是否按时清洗并留有记录?",
    "员工是否会使用灭火器和灭火毯?",
    "员工是否知道最近的疏散路线和集合点?",
    "动火作业是否办理审批并有人监护?",
    "有限空间是否有警示标志和上锁管理?",
    "特种作业人员是否持证上岗?",
    "货架是否稳固,堆放高度是否合适?",
    "危险化学品是否分类存放在专用柜内?",
    "消防控制室是否有两人持证值班?",
    "本月是否组织过安全培训并有签到?",
)
YES: Final = "是"
NO: Final = "否"
AGAIN: Final = "再来一次"
DONE: Final = "已完成,共 20 题,谢谢。"


def wording(index: int) -> str:
    """Return the screen of question `index`, counted from 0."""
    return f"第 {index + 1} 题,共 {len(QUESTIONS)} 题\n\n{QUESTIONS[index]}"
