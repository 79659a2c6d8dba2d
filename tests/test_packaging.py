"""The wheel: made without network, installed away from the checkout, and at work there."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bertscope

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What `command` prints; its error output is shown when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    run(*PIP, "wheel", *offline, "--wheel-dir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("bertscope-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds bertscope alone; what it needs comes from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    run(*PIP, "install", "--no-index", "--no-deps", "--target", folder, wheel, cwd=folder)
    return folder


def test_wheel_holds_what_ships_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [p for p in (ROOT / "resources").rglob("*") if p.is_file()]
    of_the_readme = ROOT / "resources" / "screenshots"
    shipped = {p.relative_to(ROOT) for p in files if of_the_readme not in p.parents}
    assert {f"bertscope/{path.as_posix()}" for path in shipped} <= names
    assert not [name for name in names if "screenshots" in name]
    assert any(name.endswith("licenses/LICENSE") for name in names)
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bertscope"}


def test_wheel_has_the_version_that_the_program_tells(wheel: Path) -> None:
    assert wheel.name.split("-")[1] == bertscope.__version__


def test_installed_commands_lead_to_the_program(installed: Path, tmp_path: Path) -> None:
    code = f"""
from importlib.metadata import distributions
(found,) = distributions(name="bertscope", path=[{str(installed)!r}])
for point in found.entry_points:
    print(point.group, point.name, callable(point.load()))
"""
    printed = run(sys.executable, "-c", code, cwd=tmp_path, PYTHONPATH=str(installed))
    assert set(printed.splitlines()) == {
        "console_scripts bertscope True",
        "gui_scripts bertscope-window True",
    }


def test_installed_bertscope_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    code = "from bertscope import places; print(places.default_model())"
    printed = run(sys.executable, "-c", code, cwd=tmp_path, PYTHONPATH=str(installed))
    model = Path(printed.strip())
    assert model.is_relative_to(installed / "bertscope" / "resources")
    assert (model / "config.json").is_file()


def test_installed_bertscope_works(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bertscope", "info", "--json"]
    told = run(*command, cwd=tmp_path, PYTHONPATH=str(installed))
    assert bertscope.__version__ in json.dumps(json.loads(told))
