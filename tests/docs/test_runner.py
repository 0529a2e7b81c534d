"""The runner of shown commands notices a wrong output and a failing command."""

from __future__ import annotations

import pytest

PAGE = """
```text greeting.txt
hello there
```
```console
$ cat greeting.txt
hello ...
$ wc -l < greeting.txt
{lines}
```
```python
assert open("greeting.txt").read() == "hello there\\n"
```
"""


def test_right_page_is_followed(tmp_path, follow_page):
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(lines="1"), encoding="utf-8")
    assert follow_page(page) == 3


def test_wrong_output_is_noticed(tmp_path, follow_page):
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(lines="2"), encoding="utf-8")
    with pytest.raises(AssertionError, match="wc -l"):
        follow_page(page)


def test_failing_command_is_noticed(tmp_path, follow_page):
    page = tmp_path / "page.md"
    page.write_text("```console\n$ cat nothing-here\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="exits 1"):
        follow_page(page)
