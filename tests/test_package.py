"""An archive of one's own: started by one command, and made by the installed package as by the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.config import load_config

from generator.archive import Project
from generator.cli import main
from generator.pipeline import refresh_archive
from generator.plugin import BriefingsPlugin
from tests.conftest import ROOT
from tests.site.built import site_of

pytestmark = pytest.mark.site

SAMPLE = "articles/museum-of-lanterns-opens-in-ostermoor.md"


def init(folder: Path, *arguments: str) -> str:
    done = CliRunner().invoke(main, ["init", str(folder), *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the wheel installs, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(wheel: Path, folder: Path, *command: str) -> str:
    """What a command prints in a folder, with the wheel's program in place of the checkout's."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(wheel)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """This repository's archive, with its own templates."""
    for part in ("articles", "briefings", "templates"):
        shutil.copytree(ROOT / part, tmp_path / "own" / part)
    for part in ("mkdocs.yml", "entities.yml", "briefing.yml"):
        shutil.copy(ROOT / part, tmp_path / "own" / part)
    return tmp_path / "own"


def test_the_checkout_and_the_wheel_make_the_same_archive_and_the_same_site(copy: Path, wheel: Path) -> None:
    bare = copy.parent / "bare"
    shutil.copytree(copy, bare, ignore=lambda *_: ["templates"])
    settings = (bare / "mkdocs.yml").read_text(encoding="utf-8")
    (bare / "mkdocs.yml").write_text(settings.replace("  custom_dir: templates/theme\n", ""), "utf-8")
    assert run(wheel, bare, "-c", "import generator; print(generator.__file__)").startswith(str(wheel))
    run(wheel, bare, "-m", "mkdocs", "build", "--strict")
    site_of(Project(copy))
    for part in ("briefings", "site"):
        assert files(bare / part) == files(copy / part)


def test_the_wheel_starts_an_archive_that_builds(wheel: Path, tmp_path: Path) -> None:
    run(wheel, tmp_path, "-m", "generator", "init", "mine", "--name", "Mine")
    run(wheel, tmp_path / "mine", "-m", "mkdocs", "build", "--strict")
    assert (tmp_path / "mine" / "site" / "assets" / "archive.css").is_file()
    assert run(wheel, tmp_path / "mine", "-m", "generator", "check") == "Nothing to mend.\n"


def test_init_says_the_next_commands_and_what_it_wrote(tmp_path: Path) -> None:
    told = init(tmp_path / "halden-news", "--name", "The Halden archive")
    assert [line.split("  #")[0].strip() for line in told.splitlines()[2:]] == [
        f"cd {tmp_path / 'halden-news'}",
        "mkdocs serve",
        "briefing add story.html",
    ]
    written = set(files(tmp_path / "halden-news"))
    assert written >= {
        *(SAMPLE, "briefings/.gitignore", "briefing.yml", "entities.yml", "mkdocs.yml", "requirements.txt"),
        *("README.md", "CONTRIBUTING.md", ".gitignore", ".github/workflows/publish.yml"),
    }


def test_the_sample_says_that_it_is_fictional(tmp_path: Path) -> None:
    init(tmp_path / "mine")
    project = Project(tmp_path / "mine")
    refresh_archive(project)
    (briefing,) = project.briefings.glob("2*/m*.md")
    assert briefing.read_text(encoding="utf-8").count("fictional") > 1


@pytest.mark.parametrize("name", ['Ada: "our" #1 archive', "{{ 7 * 7 }}", "Ünal & Söhne <news>", "yes"])
def test_any_name_is_the_name_of_the_site(tmp_path: Path, name: str) -> None:
    init(tmp_path / "mine", "--name", name)
    assert yaml.safe_load((tmp_path / "mine" / "mkdocs.yml").read_text("utf-8"))["site_name"] == name


def test_without_a_name_and_anybody_to_ask_the_folder_gives_it(tmp_path: Path) -> None:
    init(tmp_path / "halden-news")
    text = (tmp_path / "halden-news" / "mkdocs.yml").read_text("utf-8")
    assert text.startswith('site_name: "Halden news"\n')


@pytest.mark.parametrize(
    ("there", "arguments", "message"),
    [
        ("mkdocs.yml", (), "it has mkdocs.yml already, and nothing is written over"),
        ("README.md", (), "it has README.md already, and nothing is written over"),
        ("note", ("--name", "  "), "is empty, too long or has characters that do not show"),
        ("note", ("--name", "a\nb"), "has characters that do not show"),
    ],
)
def test_init_writes_over_nothing_and_takes_no_odd_name(
    tmp_path: Path, there: str, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(main, ["init", str(tmp_path), *arguments], catch_exceptions=False)
    assert done.exit_code == 1
    assert message in done.stderr
    assert files(tmp_path) == {there: b"mine"}


def test_this_repository_is_an_archive_like_any_other(tmp_path: Path) -> None:
    init(tmp_path / "mine")
    own, started = (
        yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, tmp_path / "mine")
    )
    assert own["theme"].pop("custom_dir") == "templates/theme"
    assert own.pop("site_url")
    assert own | {"site_name": ""} == started | {"site_name": ""}
    for path in ("briefings/.gitignore",):
        assert (tmp_path / "mine" / path).read_bytes() == (ROOT / path).read_bytes()


def test_an_archive_overrides_single_templates_and_styles(tmp_path: Path) -> None:
    init(tmp_path / "mine")
    own = tmp_path / "mine" / "templates"
    (own / "pages").mkdir(parents=True)
    (own / "pages" / "about.md.j2").write_text("# All about us\n", encoding="utf-8")
    (own / "theme" / "assets").mkdir(parents=True)
    (own / "theme" / "assets" / "favicon.svg").write_text("<svg/>", encoding="utf-8")
    site = site_of(Project(tmp_path / "mine"))
    assert "All about us" in (site / "about" / "index.html").read_text(encoding="utf-8")
    assert (site / "assets" / "favicon.svg").read_text(encoding="utf-8") == "<svg/>"
    shipped = ROOT / "templates" / "theme" / "assets" / "archive.css"
    assert (site / "assets" / "archive.css").read_bytes() == shipped.read_bytes()
    assert "serif" in shipped.read_text(encoding="utf-8")


def test_the_folder_that_mkdocs_is_told_of_stays_the_first(tmp_path: Path) -> None:
    init(tmp_path / "mine")
    config = tmp_path / "mine" / "mkdocs.yml"
    (tmp_path / "mine" / "look").mkdir()
    text = config.read_text("utf-8").replace("name: material", "name: material\n  custom_dir: look")
    config.write_text(text, encoding="utf-8")
    loaded = load_config(str(config))
    plugin = loaded.plugins["briefings"]
    assert isinstance(plugin, BriefingsPlugin)
    dirs = plugin.on_config(config=loaded).theme.dirs
    assert [re.sub(r".*/", "", folder) for folder in dirs[:2]] == ["look", "theme"]


def test_a_template_that_cannot_be_used_is_told_before_any_article_is_read(tmp_path: Path) -> None:
    init(tmp_path / "mine")
    folder = tmp_path / "mine" / "templates" / "pages"
    folder.mkdir(parents=True)
    (folder / "year.md.j2").write_text("{% if %}", encoding="utf-8")
    done = CliRunner().invoke(main, ["-C", str(tmp_path / "mine"), "build"], catch_exceptions=False)
    assert done.stderr.startswith("templates/pages/year.md.j2:1: the template cannot be used")
    assert files(tmp_path / "mine" / "briefings").keys() == {".gitignore"}
