"""The built wheel, installed outside the checkout, finds its data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        arguments,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.wheel
def test_an_installed_wheel_answers_from_its_own_data(tmp_path: Path) -> None:
    dist, home = tmp_path / "dist", tmp_path / "venv"
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation"),
        *("--outdir", str(dist), str(ROOT)),
        cwd=tmp_path,
    )
    (wheel,) = dist.glob("*.whl")
    venv.create(home, with_pip=True)
    run(str(home / "bin" / "pip"), "install", "--quiet", str(wheel), cwd=tmp_path)

    printed = run(
        str(home / "bin" / "disclosure-registry"),
        *("match", "tudiabetes", "I work for Roche.", "--activity", "promote"),
        *("--on", "2026-11-25", "--format", "json"),
        cwd=tmp_path,
        PYTHONPATH="",
    )

    decision = json.loads(printed)
    assert decision["verdict"] == "prohibited"
    assert decision["disclosure"]["affiliations"][0]["organization"]["id"] == "roche"
    where = run(
        str(home / "bin" / "python"),
        *("-c", "import disclosure_registry as d; print(d.__file__, len(d.load()))"),
        cwd=tmp_path,
        PYTHONPATH="",
    )
    assert str(home) in where
    assert int(where.split()[1]) == len(list((ROOT / "data/communities").iterdir()))
