"""Addresses that last: what was published once leads on, or says that it was taken down."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.archive import Project
from generator.archive.moves import Moves, dump_moves, read_moves
from generator.cli import main
from generator.errors import SettingsError
from generator.pipeline import refresh_archive
from tests.conftest import LAUNCH
from tests.site.built import site_of

DATED = f"---\npublished: 2024-03-12\n---\n{LAUNCH}"


def recorded(project: Project) -> dict[str, str | None]:
    return dict(project.moves().after)


@pytest.fixture
def built(project: Project) -> Project:
    refresh_archive(project)
    return project


def rename(project: Project, old: str, new: str, text: str = LAUNCH) -> None:
    (project.articles / old).unlink()
    (project.articles / new).write_text(text, encoding="utf-8")
    refresh_archive(project)


def test_adding_and_correcting_articles_writes_no_addresses(built: Project) -> None:
    (built.articles / "corona.txt").write_text(LAUNCH.replace("Meridian", "Corona"), encoding="utf-8")
    refresh_archive(built)
    (built.articles / "corona.txt").write_text(LAUNCH.replace("spring", "autumn"), encoding="utf-8")
    refresh_archive(built)
    assert not built.moves_file.exists()


def test_a_renamed_article_leads_on(built: Project) -> None:
    rename(built, "meridian.txt", "probe-delayed.txt")
    assert recorded(built) == {"undated/meridian": "undated/probe-delayed"}


def test_a_corrected_date_leads_on(built: Project) -> None:
    (built.articles / "meridian.txt").write_text(DATED, encoding="utf-8")
    refresh_archive(built)
    assert recorded(built) == {"undated/meridian": "2024/meridian"}


def test_an_article_renamed_and_mended_is_known_by_its_own_address(built: Project) -> None:
    stated = "---\nurl: https://halden-courier.example/1\n---\n"
    rename(built, "meridian.txt", "a.md", stated + LAUNCH)
    rename(built, "a.md", "b.md", stated + LAUNCH.replace("spring", "autumn"))
    assert recorded(built)["undated/a"] == "undated/b"


def test_a_deleted_article_is_said_to_be_taken_down(built: Project) -> None:
    (built.articles / "meridian.txt").unlink()
    refresh_archive(built)
    assert recorded(built) == {"undated/meridian": None}
    page = (site_of(built) / "undated" / "meridian" / "index.html").read_text("utf-8")
    assert "taken down" in page
    assert "refresh" not in page


def test_old_addresses_lead_on_over_many_moves_and_feeds_keep_their_ids(built: Project) -> None:
    rename(built, "meridian.txt", "b.txt")
    rename(built, "b.txt", "c.txt", DATED.replace("Orbital", "Space"))
    (built.articles / "d.txt").write_text(DATED.replace("Orbital", "Space"), "utf-8")
    rename(built, "c.txt", "d.txt", DATED.replace("Orbital", "Space"))
    moves = built.moves()
    assert moves.now("undated/meridian") in {"2024/d", None}
    site = site_of(built)
    for entry in json.loads((site / "feed.json").read_text("utf-8"))["items"]:
        assert entry["url"].endswith("2024/d/")
    target = re.search(r'href="([^"]+)"', (site / "undated/meridian/index.html").read_text("utf-8"))
    if target:
        assert (site / "undated" / "meridian" / target[1] / "index.html").is_file()


def test_a_feed_keeps_the_id_of_the_first_address(built: Project) -> None:
    rename(built, "meridian.txt", "probe.txt")
    rename(built, "probe.txt", "delayed.txt")
    item = json.loads((site_of(built) / "feed.json").read_text("utf-8"))["items"][0]
    assert item["id"] == "https://example.org/undated/meridian/"
    assert item["url"] == "https://example.org/undated/delayed/"
    assert "<id>https://example.org/undated/meridian/</id>" in (built.root / "site/feed.xml").read_text(
        "utf-8"
    )


def test_renamed_back_the_address_is_in_use_again(built: Project) -> None:
    rename(built, "meridian.txt", "probe.txt")
    rename(built, "probe.txt", "meridian.txt")
    assert recorded(built) == {"undated/probe": "undated/meridian"}


def test_another_name_of_a_curated_entry_leads_to_its_page(project: Project) -> None:
    project.registry_file.write_text(
        "entities:\n  - {name: Mara Ellison, type: person, aliases: [M. J. Ellison]}\n", "utf-8"
    )
    refresh_archive(project)
    page = site_of(project) / "people" / "m-j-ellison" / "index.html"
    assert 'url=../../people/mara-ellison/"' in page.read_text("utf-8")
    redirects = (project.root / "site" / "_redirects").read_text("utf-8")
    assert redirects == "/people/m-j-ellison/ /people/mara-ellison/ 301\n"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("undated/gone: undated/nowhere", "undated/gone leads to undated/nowhere, and no briefing is there"),
        ("undated/meridian: null", "undated/meridian is the address of a briefing that is there"),
        ("../x: undated/meridian", "“../x: undated/meridian” is no pair of addresses"),
    ],
)
def test_the_check_tells_what_leads_nowhere(built: Project, line: str, problem: str) -> None:
    built.moves_file.write_text(f"{line}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["-C", str(built.root), "check"], catch_exceptions=False)
    assert done.exit_code == 1
    assert problem in done.stdout


@pytest.mark.parametrize("text", ["undated/a: 7\n", "undated/a: http://x.example\n", "A b: undated/a\n"])
def test_what_is_no_pair_of_addresses_is_told_on_its_line(text: str) -> None:
    with pytest.raises(SettingsError, match=r"^addresses.yml:1: "):
        read_moves(text)


def test_what_is_written_reads_back_and_circles_end() -> None:
    moves = Moves({"2024/b": "2024/c", "undated/a": "2024/b", "undated/x": None})
    assert read_moves(dump_moves(moves)) == moves
    assert moves.now("undated/a") == "2024/c"
    assert moves.first("2024/c") == "undated/a"
    assert Moves({"2024/a": "2024/b", "2024/b": "2024/a"}).now("2024/a") is None


def test_a_site_below_a_path_has_its_redirects_below_it(project: Project) -> None:
    config: Path = project.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("https://example.org/", "https://a.example/news/"))
    refresh_archive(project)
    rename(project, "meridian.txt", "probe.txt")
    text = (site_of(project) / "_redirects").read_text("utf-8")
    assert text == "/news/undated/meridian/ /news/undated/probe/ 301\n"
