"""Every file of the folder is read as what its place says it is, and put into its own field."""

import pytest

from levelbook.loading.discover import MANY, SINGLE, TOP, discover, shape_of

PATHS = (
    *(f"{name}.yml" for name in TOP),
    *(f"sequences/sales/{name}.yml" for name in SINGLE),
    *(f"sequences/sales/{folder}/thing.yml" for folder in MANY),
)


@pytest.mark.parametrize("path", PATHS)
def test_each_file_has_a_field(path: str) -> None:
    folder, _ = discover({path: b"name: x\n"})
    (data_file,) = folder.data_files()
    assert data_file.file == path
    assert data_file.shape is shape_of(path)
    assert folder.strays == []


def test_other_files_are_strays() -> None:
    folder, problems = discover({"notes.txt": b"", "sequences/sales/notes/a.yml": b"", "a/handbook.yml": b""})
    assert folder.strays == ["notes.txt", "sequences/sales/notes/a.yml", "a/handbook.yml"]
    assert list(folder.data_files()) == []
    assert problems == []
