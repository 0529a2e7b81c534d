"""Every link from one page of the repository to another resolves, anchors included."""

from __future__ import annotations

import re

NOT_OURS = {".venv", "node_modules", ".git", "build", "dist"}


def markdown_pages(root):
    """List the Markdown pages of the checkout."""
    pages = [path for path in root.rglob("*.md") if not NOT_OURS & set(path.relative_to(root).parts)]
    assert pages
    return pages


def slug(heading):
    """Give the anchor of a Markdown heading, as code hosts make it."""
    words = re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def anchors(page):
    """Give the anchors of a page's headings."""
    prose = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", prose, re.MULTILINE)}


def links(page):
    """List the targets of the links of a page, outside code."""
    prose = re.sub(r"^(`{3,}).*?^\1|`[^`\n]*`", "", page, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", prose)


def test_every_link_resolves(repo_root):
    broken = []
    for path in markdown_pages(repo_root):
        for target in links(path.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, anchor = target.partition("#")
            goal = (path.parent / name).resolve() if name else path
            known = (
                not anchor
                or goal.suffix != ".md"
                or (goal.is_file() and anchor in anchors(goal.read_text(encoding="utf-8")))
            )
            if not goal.exists() or not known:
                broken.append(f"{path.relative_to(repo_root)}: {target}")
    assert not broken, "\n".join(broken)
