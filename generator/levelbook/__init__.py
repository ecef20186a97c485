"""Levelbook: from a folder of rubric YAML to the site in which people read what is expected of them.

What `__all__` names is public and stays within a major version; docs/guide/python tells how to use it. It is imported
when it is asked for, so that `import levelbook` and `levelbook --help` load none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from levelbook.build import Site
    from levelbook.catalogue import Catalogue
    from levelbook.load import Loaded
    from levelbook.model.competency import Competency, Indicator
    from levelbook.model.handbook import Handbook, Sequence
    from levelbook.problems import Problem

__version__ = "0.3.0"
__all__ = [
    "Catalogue",
    "Competency",
    "Handbook",
    "Indicator",
    "Loaded",
    "Problem",
    "Sequence",
    "Site",
    "__version__",
]
_HOMES = {
    "Catalogue": "catalogue",
    "Competency": "model.competency",
    "Handbook": "model.handbook",
    "Indicator": "model.competency",
    "Loaded": "load",
    "Problem": "problems",
    "Sequence": "model.handbook",
    "Site": "build",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"levelbook.{_HOMES[name]}"), name)
