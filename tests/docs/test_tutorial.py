"""The pages that show commands are followed, command by command, in an empty folder."""

from __future__ import annotations

import pytest


@pytest.mark.slow
@pytest.mark.parametrize("page", ["docs/tutorial.md", "docs/places.md", "README.md"])
def test_page_can_be_followed(page, repo_root, follow_page):
    assert follow_page(repo_root / page) > 0
