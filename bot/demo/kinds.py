"""What the made-up enterprises are: kinds of business with industry, staff and facts; towns; headers. No names of people."""

from collections.abc import Mapping
from dataclasses import dataclass

TOWNS = ("青溪镇", "石桥街道", "云台镇")
DISTRICT = "安澜新区"

# header of a fact's column; the id in the bracket is what the import goes by
FACTS: Mapping[str, str] = {
    "staff": "从业人员（staff）",
    "nine_small": "九小场所（nine_small）",
    "has_contractors": "有承包承租（has_contractors）",
    "has_special_ops": "有特种作业（has_special_ops）",
    "has_special_equipment": "有特种设备（has_special_equipment）",
    "has_dangerous_work": "有危险作业（has_dangerous_work）",
    "hot_work": "动火（hot_work）",
    "limited_space": "有限空间（limited_space）",
    "dust": "可燃粉尘（dust）",
    "ammonia": "液氨制冷（ammonia）",
    "uses_chemicals": "使用危化品（uses_chemicals）",
    "gas_pipe": "管道天然气（gas_pipe）",
    "gas_lpg": "瓶装液化气（gas_lpg）",
    "all_electric": "全部用电（all_electric）",
    "public_gathering": "公众聚集场所（public_gathering）",
    "school_hospital_care": "学校医院养老院（school_hospital_care）",
    "fire_key_unit": "消防重点单位（fire_key_unit）",
    "has_fire_facilities": "有消防设施（has_fire_facilities）",
    "has_auto_fire_system": "自动报警喷淋（has_auto_fire_system）",
    "labour_intensive": "劳动密集型（labour_intensive）",
    "molten_metal": "熔融金属（molten_metal）",
    "gas_burner": "燃气燃烧装置（gas_burner）",
    "solvent_paint": "油性漆喷涂（solvent_paint）",
    "hazchem_production": "危化品生产（hazchem_production）",
    "hazchem_storage": "危化品储存（hazchem_storage）",
    "major_hazard_source": "重大危险源（major_hazard_source）",
    "has_loading": "危化品装卸（has_loading）",
    "site_area": "在建面积（site_area）",
    "dangerous_works": "危大工程（dangerous_works）",
    "deep_pit": "深基坑（deep_pit）",
    "scaffold": "脚手架（scaffold）",
    "construction_crane": "塔吊升降机（construction_crane）",
}
HAZCHEM, CONSTRUCTION = "危险化学品", "建筑施工"
ONLY_FOR: Mapping[str, str] = {  # facts that nobody else is asked for
    **dict.fromkeys(("hazchem_production", "hazchem_storage", "major_hazard_source", "has_loading"), HAZCHEM),
    **dict.fromkeys(
        ("site_area", "dangerous_works", "deep_pit", "scaffold", "construction_crane"), CONSTRUCTION
    ),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of business. `true` are the facts that hold; every other fact of FACTS does not. `area`: under construction, m²."""

    ending: str
    industry: str
    count: int
    staff: tuple[int, int]
    true: tuple[str, ...] = ()
    self_employed: bool = False
    area: tuple[int, int] = (0, 0)


LARGE = ("fire_key_unit", "has_fire_facilities", "has_auto_fire_system")

KINDS = (
    # 18 orange ones
    Kind("加油站", "危险化学品", 6, (5, 14), ("uses_chemicals", "has_special_equipment", "hazchem_storage", "has_loading", *LARGE)),
    Kind("化工有限公司", "危险化学品", 5, (30, 180), ("uses_chemicals", "has_special_ops", "has_special_equipment", "has_dangerous_work", "hot_work", "limited_space", "hazchem_production", "hazchem_storage", "major_hazard_source", "has_loading", *LARGE)),
    Kind("烟花爆竹经营部", "烟花爆竹", 3, (2, 5), ("uses_chemicals",), self_employed=True),
    Kind("液化气站", "燃气经营", 4, (6, 15), ("gas_lpg", "has_special_equipment", *LARGE)),
    # 36 yellow ones
    Kind("建筑工程有限公司", "建筑施工", 12, (25, 260), ("has_contractors", "has_special_ops", "has_special_equipment", "has_dangerous_work", "hot_work", "dangerous_works", "deep_pit", "scaffold", "construction_crane"), area=(6000, 80000)),
    Kind("市政工程有限公司", "建筑施工", 6, (20, 120), ("has_contractors", "has_special_ops", "has_dangerous_work", "limited_space", "dangerous_works"), area=(2000, 12000)),
    Kind("物流有限公司", "道路运输、物流、仓储", 12, (10, 90), ("has_contractors", "has_special_equipment", "has_fire_facilities")),
    Kind("汽车运输有限公司", "道路运输、物流、仓储", 6, (8, 60)),
    # 90 blue ones
    Kind("机械加工厂", "工贸", 22, (8, 120), ("has_special_ops", "has_special_equipment", "has_dangerous_work", "hot_work")),
    Kind("木器厂", "工贸", 12, (6, 60), ("dust", "solvent_paint", "has_fire_facilities")),
    Kind("食品有限公司", "工贸", 14, (15, 200), ("has_special_equipment", "limited_space", "gas_pipe", "gas_burner", "has_fire_facilities")),
    Kind("纺织有限公司", "工贸", 10, (20, 320), ("has_special_equipment", "labour_intensive", *LARGE)),
    Kind("铸造厂", "工贸", 6, (20, 90), ("has_special_ops", "has_special_equipment", "has_dangerous_work", "hot_work", "molten_metal", "gas_burner")),
    Kind("塑料制品厂", "工贸", 12, (8, 70), ("dust", "uses_chemicals")),
    Kind("冷库", "工贸", 4, (6, 30), ("ammonia", "has_special_ops", "has_special_equipment", "has_fire_facilities")),
    Kind("五金制品厂", "工贸", 10, (6, 80), ("has_special_ops", "has_dangerous_work", "hot_work")),
    # 108 white ones
    Kind("家常菜馆", "餐饮", 18, (4, 14), ("nine_small", "gas_lpg"), self_employed=True),
    Kind("面馆", "餐饮", 14, (2, 8), ("nine_small", "gas_lpg"), self_employed=True),
    Kind("火锅店", "餐饮", 10, (8, 30), ("nine_small", "gas_pipe", "has_fire_facilities"), self_employed=True),
    Kind("大酒店", "餐饮", 6, (40, 160), ("gas_pipe", "public_gathering", "has_special_equipment", *LARGE)),
    Kind("早餐店", "餐饮", 10, (2, 5), ("nine_small", "all_electric"), self_employed=True),
    Kind("快捷宾馆", "九小场所", 10, (5, 20), ("public_gathering", "has_fire_facilities")),
    Kind("便民超市", "九小场所", 16, (2, 12), ("all_electric",), self_employed=True),
    Kind("网吧", "九小场所", 6, (3, 8), ("public_gathering", "has_fire_facilities")),
    Kind("幼儿园", "九小场所", 8, (12, 40), ("school_hospital_care", "gas_pipe", "has_fire_facilities")),
    Kind("诊所", "九小场所", 6, (3, 10), ("school_hospital_care",), self_employed=True),
    Kind("理发店", "九小场所", 4, (2, 6), ("all_electric",), self_employed=True),
    # 48 green ones
    Kind("商贸有限公司", "商贸、办公、其他服务", 22, (3, 40)),
    Kind("物业服务有限公司", "商贸、办公、其他服务", 12, (10, 80), ("has_contractors", "has_special_equipment", "has_fire_facilities", "limited_space")),
    Kind("农业专业合作社", "农业、种养殖、农机合作社", 14, (5, 40), ("has_special_equipment",)),
)  # fmt: skip
