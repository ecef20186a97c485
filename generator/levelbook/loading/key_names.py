"""Keys as people write them who write Chinese: what each is called in the files."""

from typing import Final

from levelbook.model.values import half_width

CHINESE: Final = {
    "名称": "name",
    "名字": "name",
    "姓名": "name",
    "代码": "code",
    "编码": "code",
    "定义": "definition",
    "说明": "definition",
    "简称": "short",
    "别名": "aliases",
    "级别": "levels",
    "等级": "levels",
    "层级": "levels",
    "指标": "indicators",
    "行为指标": "indicators",
    "编号": "id",
    "标识": "id",
    "文字": "text",
    "内容": "text",
    "正文": "text",
    "描述": "text",
    "提高": "raises",
    "撤下": "retired",
    "停用": "retired",
    "废止": "retired",
    "原因": "why",
    "理由": "why",
    "接替": "replaced_by",
    "由": "replaced_by",
    "类型": "kind",
    "种类": "kind",
    "类别": "kind",
    "能力": "competencies",
    "能力项": "competencies",
    "岗位": "positions",
    "职位": "positions",
    "职级": "grades",
    "分组": "groups",
    "组": "groups",
    "要求": "required",
    "下一步": "next",
    "汇报给": "reports_to",
    "上级": "reports_to",
    "权重": "weight",
    "分值": "points",
    "总分": "total",
    "单位": "unit",
    "例子": "examples",
    "举例": "examples",
    "备注": "notes",
    "编者注": "notes",
    "概述": "summary",
    "摘要": "summary",
    "日期": "date",
    "生效": "effective",
    "生效日期": "effective",
    "版本": "version",
    "语言": "language",
    "公司": "organisation",
    "机构": "organisation",
    "序列": "sequences",
    "课程": "actions",
    "行动": "actions",
    "链接": "link",
    "量表": "scale",
    "负面": "negative",
    "空白": "blank",
    "遗失": "lost",
    "同": "same_as",
    "相同": "same_as",
}
_ALSO: Final = {"levels": "level", "definition": "text", "weight": "weights", "text": "summary"}
"""What else a word may mean, where the first has no place."""


def meant(key: str, known: dict[str, object]) -> str:
    """The key that a Chinese word, or one in capitals or with blanks, names here; nothing where there is none such."""
    plain = half_width(key).strip().lower().replace(" ", "_").replace("-", "_")
    if plain in known:
        return plain
    english = CHINESE.get(plain, "")
    words = (english, _ALSO.get(english, ""), english.removesuffix("s"))
    return next((word for word in words if word and word in known), "")
