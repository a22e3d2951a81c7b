"""The command that prints what editors of YAML complete and check by: JSON Schemas."""

from __future__ import annotations

import json

import click
from pydantic import BaseModel

from generator.archive import Settings
from generator.cli.face import main
from generator.sources import Header, registry_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@main.command(epilog="\b\nExample:\n  briefing schema article > article.schema.json")
@click.argument("kind", type=click.Choice(["article", "entities", "settings"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check YAML.

    That of an article's front matter, of entities.yml, or of the settings in briefing.yml.
    """
    models: dict[str, type[BaseModel]] = {"article": Header, "settings": Settings}
    made = models[kind].model_json_schema() if kind in models else registry_schema()
    made["type"] = ["object", "null"]  # a file of comments alone says nothing, and is right
    click.echo(json.dumps({"$schema": DIALECT, **made}, indent=2, ensure_ascii=False))
