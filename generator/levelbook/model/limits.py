"""How much there can be of everything: one table, far above what handbooks hold and far below what harms."""

from typing import Final

TEXT: Final = 4_000
"""Characters of a text: two pages."""
NAME: Final = 300
"""Characters of a name, a number as printed, a heading."""
ID: Final = 60
"""Characters of an id; it becomes the name of a folder."""
ADDRESS: Final = 200
"""Characters of an address: two ids and more."""
LINK: Final = 2_000
"""Characters of a web address; browsers take no more."""
OPENED: Final = 100
"""Opening brackets of a text; each might begin a link."""
WHOLE: Final = 12
"""Digits of a figure before the point."""
DECIMALS: Final = 6
"""Digits of a figure after the point."""
COUNT: Final = 9_999
"""The highest count."""
NUMBER: Final = 4
"""Digits of a code's number, and of each number of a version."""
FIRST_YEAR: Final = 1900
"""The earliest year of a date."""
LAST_YEAR: Final = 2999
"""The latest year of a date."""
PICK: Final = 20
"""Points to choose for a plan."""
ROWS: Final = 99
"""Empty rows of a form."""
FIELDS: Final = 60
"""Columns of a form beside each other."""
LEVELS: Final = 30
"""Levels of a sequence."""
GRADES: Final = 60
"""Grades of a sequence."""
GROUPS: Final = 200
"""Groups in a group, or at the top of the tree."""
MEMBERS: Final = 500
"""Competencies in a group."""
POSITIONS: Final = 300
"""Positions of a sequence."""
INDICATORS: Final = 200
"""Indicators of a competency at a level."""
LETTERS: Final = 26
"""Items of an indicator: each has a letter."""
RATINGS: Final = 30
"""Ratings of a scale, and bands of an exam."""
READINGS: Final = 20
"""Readings of the weights."""
LIST: Final = 2_000
"""Items of any other list."""
DEPTH: Final = 64
"""How deep lists and mappings stand in each other."""
ITEMS: Final = 200_000
"""Texts, lists and mappings of a file."""
BYTES: Final = 2_000_000
"""Bytes of a file."""
FILES: Final = 10_000
"""Files of a handbook."""
ALL_ITEMS: Final = 400_000
"""Texts, lists and mappings of all files."""
ALL_BYTES: Final = 60_000_000
"""Bytes of all files."""
HISTORY_BYTES: Final = 30_000_000
"""Bytes of a file of the history, which grows with every release."""
HISTORY_FILES: Final = 2_000
"""Files of the history."""
