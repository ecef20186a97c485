"""An invented handbook of any size, the same on every run: the content that both sides publish."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from random import Random
from string import ascii_uppercase

LEVELS = ("l1", "l2", "l3", "l4")
LEVEL_NAMES = ("初级", "中级", "高级", "资深")
GROUPS = (("basic", "基本能力"), ("skills", "专业技能"), ("conduct", "职能行为"))
COMPETENCIES = 18
PAGES = 1 + len(LEVELS) + COMPETENCIES + 1 + 1 + len(LEVELS) * (len(LEVELS) - 1) // 2 + 175
"""Pages of one sequence: itself, levels, competencies, matrix, table of pairs, pairs, indicators."""

WHEN = "接到任务时 拜访之前 会议之后 每个周期结束时 客户提出异议时 计划变动时 出现分歧时 项目收尾时".split()
HOW = "主动地 按清单 与同事一道 当面 用数据 分步骤 带着备选方案 不等催促".split()
VERBS = "核对 写明 讲清 收集 比较 安排 跟进 复盘 说服 协调 预估 整理".split()
OBJECTS = "客户需求 工作进度 合同条款 竞争情况 风险清单 资源投入 服务质量 沟通记录 培训材料 考核结果".split()
ENDS = "并当天回复 并留下记录 并说出理由 并提出改进办法 并请相关的人确认 并交代后续责任 并按时交付".split()
NOUNS = "沟通 计划 执行 协调 分析 谈判 学习 创新 服务 管理 判断 表达".split()
KINDS = "能力 意识 方法 技巧 导向".split()


@dataclass(frozen=True)
class Indicator:
    """One statement with its code."""

    code: str
    text: str
    raises: str = ""


@dataclass(frozen=True)
class Cell:
    """A competency at a level; `same_as` names a level instead of repeating its indicators."""

    summary: str
    indicators: tuple[Indicator, ...] = ()
    same_as: str = ""


@dataclass(frozen=True)
class Competency:
    """One row of the rubric."""

    id: str
    code: str
    name: str
    definition: str
    cells: tuple[Cell, ...]

    def applying(self, level: int) -> list[tuple[int, Indicator]]:
        """What holds at a level, lower ones first, without what has been raised since."""
        found = [(at, each) for at in range(level + 1) for each in self.cells[at].indicators]
        raised = {each.raises for _, each in found}
        return [(at, each) for at, each in found if each.code not in raised]


@dataclass(frozen=True)
class Sequence:
    """One job family's standard."""

    id: str
    code: str
    name: str
    groups: tuple[tuple[str, str, tuple[Competency, ...]], ...]
    family: str
    expectations: tuple[str, ...] = field(default=())

    @property
    def competencies(self) -> Iterator[Competency]:
        """All competencies in the order of the tree."""
        for _, _, members in self.groups:
            yield from members


def sentence(random: Random) -> str:
    """A plausible indicator of about thirty characters."""
    parts = [random.choice(words) for words in (WHEN, HOW, VERBS, OBJECTS, ENDS)]
    when, how, verb, thing, end = parts
    return f"{when}{how}{verb}{thing}和{random.choice(OBJECTS)}，{random.choice(VERBS)}结果，{end}。"


def letters(number: int) -> str:
    """AAA, AAB, … for codes."""
    base = len(ascii_uppercase)
    return "".join(ascii_uppercase[number // base**place % base] for place in (2, 1, 0))


def raised(text: str, random: Random) -> str:
    """The same demand with more asked, in parallel wording."""
    return text.removesuffix("。") + f"，还{random.choice(HOW)}{random.choice(VERBS)}{random.choice(OBJECTS)}。"


def make_cells(code: str, number: int, random: Random) -> tuple[Cell, ...]:
    """Two or three indicators a level, the first of each raising the first of the level below."""
    cells: list[Cell] = []
    count = 0
    first: Indicator | None = None
    for level, _ in enumerate(LEVELS):
        if level == 3 and number % 9 == 8:
            cells.append(Cell(sentence(random), same_as=LEVELS[2]))
            continue
        own = []
        for position in range(2 + (number + level) % 2):
            count += 1
            lower = first if position == 0 else None
            text = raised(lower.text, random) if lower else sentence(random)
            own.append(Indicator(f"{code}-{count:02}", text, lower.code if lower else ""))
        first = own[0]
        cells.append(Cell(sentence(random), tuple(own)))
    return tuple(cells)


def make_competency(sequence: str, number: int, random: Random) -> Competency:
    """A competency whose name is its own within the sequence."""
    noun, kind = list(product(NOUNS, KINDS))[(number * 7) % (len(NOUNS) * len(KINDS))]
    code = f"{sequence}-C{letters(number)[1:]}"
    cells = make_cells(code, number, random)
    return Competency(f"c{number + 1:02}", code, noun + kind, sentence(random), cells)


def make_sequence(number: int, competencies: int = COMPETENCIES) -> Sequence:
    """A sequence at four levels, with a number of competencies that three groups can share."""
    random = Random(number)
    code = letters(number)
    members = [make_competency(code, each, random) for each in range(competencies)]
    share = competencies // len(GROUPS)
    groups = tuple(
        (id_, name, tuple(members[place * share : (place + 1) * share])) for place, (id_, name) in enumerate(GROUPS)
    )
    asked = tuple(sentence(random) for _ in LEVELS)
    return Sequence(f"s{number + 1:03}", code, f"第{number + 1}序列", groups, f"f{number // 10 + 1:02}", asked)


def make_handbook(pages: int) -> list[Sequence]:
    """As many sequences as give about this number of pages; the last one is smaller."""
    full, rest = divmod(pages, PAGES)
    last = round(rest / PAGES * COMPETENCIES / len(GROUPS)) * len(GROUPS)
    return [make_sequence(number) for number in range(full)] + ([make_sequence(full, last)] if last else [])
