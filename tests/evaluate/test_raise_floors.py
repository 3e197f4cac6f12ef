from __future__ import annotations

import tomllib

from tools.evaluate.raise_floors import raised

TEXT = """# why
[anchors]
"set f1" = 0.9

[floors]
"set f1" = 0.5
"set recall" = 0.7
"""


def test_floors_rise_and_never_fall() -> None:
    text = raised({"set f1": 0.61239, "set recall": 0.2, "new f1": 1.0}, TEXT)
    assert tomllib.loads(text)["floors"] == {"set f1": 0.612, "set recall": 0.7, "new f1": 1}


def test_anchors_and_comments_stay() -> None:
    text = raised({"set f1": 0.95}, TEXT)
    assert tomllib.loads(text)["anchors"] == {"set f1": 0.9}
    assert text.startswith("# why\n")
