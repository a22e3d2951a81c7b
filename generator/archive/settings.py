"""The settings of an archive: the optional file `briefing.yml` beside `mkdocs.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from generator.analysis import Options
from generator.errors import SettingsError, printable
from generator.sources import did_you_mean, load_yaml, yaml_line

FILE_NAME = "briefing.yml"


_DEFAULT = Options()


class Settings(BaseModel):
    """What an archive may decide for itself; every setting has a default."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    model: Annotated[str, Field(min_length=1)] = _DEFAULT.model
    """An installed spaCy pipeline: its package name, or a folder."""

    summary_sentences: Annotated[int, Field(ge=1, le=10)] = _DEFAULT.sentences
    """How many sentences the bottom line has at the most."""

    summary_words: Annotated[int, Field(ge=20, le=400)] = _DEFAULT.words
    """How many words the bottom line has at the most, unless a single sentence is longer."""

    key_quotes: Annotated[int, Field(ge=0, le=20)] = _DEFAULT.key_quotes
    """How many statements a briefing shows at the most."""

    quoted_share: Annotated[int, Field(ge=5, le=100)] = 35
    """How many hundredths of an article's words its briefing may quote; of a long article's, fewer."""

    languages: dict[Annotated[str, Field(pattern="^[a-z]{2,3}$")], str] = {}
    """The spaCy pipelines for other languages than English, by the language's two letters."""

    newest: Annotated[int, Field(ge=1, le=100)] = 12
    """How many briefings the home page lists."""

    def options(self) -> Options:
        """The settings that analysis depends on."""
        return Options(
            model=self.model,
            sentences=self.summary_sentences,
            words=self.summary_words,
            key_quotes=self.key_quotes,
            share=self.quoted_share,
            statements=not self.key_quotes,  # where pages show key quotes, these are the place for them
            models=tuple(sorted(self.languages.items())),
        )


def read_settings(text: str) -> Settings:
    """Read the text of a settings file.

    Raises SettingsError, naming every setting that is unknown or out of range.
    """
    fields = load_yaml(text, FILE_NAME)
    try:
        return Settings.model_validate(fields)
    except ValidationError as error:
        problems = "; ".join(map(_problem, error.errors()))
        known = ", ".join(Settings.model_fields)
        line = yaml_line(text, [str(part) for part in error.errors()[0]["loc"]])
        where = f"{FILE_NAME}:{line}" if line else FILE_NAME
        raise SettingsError(where, problems, f"the settings are {known}") from error


def _problem(error: ErrorDetails) -> str:
    """What is wrong with one setting."""
    name = printable(str(error["loc"][0]))
    if error["type"] == "extra_forbidden":
        return f"{name}: unknown setting{did_you_mean(name, Settings.model_fields)}"
    return f"{name}: {error['msg']}"
