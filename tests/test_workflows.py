"""What runs on a pull request: parsed, kept to a read-only token, and each of its own commands tried on a sample."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.factory import REPOSITORY, make_root, story_text

ACTIONS = [REPOSITORY / folder / "workflows" / "check.yml" for folder in (".github", ".forgejo")]
GITLAB = REPOSITORY / ".gitlab-ci.yml"
HOA = re.compile(r"\.venv/bin/hoa (?P<arguments>.*?)(?: \|\| true)?$")
BAD = story_text("Xin gọi số 0912.345.678 nhé.\n", person="Lê An", title="Gọi")


def parsed(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return values


def commands() -> Iterator[str]:
    for path in ACTIONS:
        for step in parsed(path)["jobs"]["check"]["steps"]:
            yield from step.get("run", "").splitlines()
    yield from parsed(GITLAB)["check"]["script"]


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: path.parts[-3])
def test_a_pull_request_gets_a_read_only_token_and_no_secrets(path: Path) -> None:
    workflow = parsed(path)
    assert list(workflow["on"]) == ["pull_request"]
    assert workflow["permissions"] == {"contents": "read"}
    checkout = next(s for s in workflow["jobs"]["check"]["steps"] if s.get("uses", "").startswith("actions/checkout"))
    assert checkout["with"] == {"persist-credentials": False}
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted({found["arguments"] for c in commands() if (found := HOA.search(c))}))
def test_every_check_of_the_workflows_names_a_planted_fault(command: str, tmp_path: Path) -> None:
    root = make_root(tmp_path, {"tap-28/le-an.md": BAD})
    summary = tmp_path / "summary.md"
    hoa = Path(sys.executable).with_name("hoa")
    environment = os.environ | {"GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(
        [hoa, *shlex.split(command)], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    written = [path.read_text(encoding="utf-8") for path in (root / "build").glob("soat-bai.*")]
    assert "privacy/phone" in "".join([done.stdout, *written])
    if "--format github" in command:
        assert "::error file=stories/tap-28/le-an.md" in done.stdout
        assert "privacy/phone" in summary.read_text(encoding="utf-8")
