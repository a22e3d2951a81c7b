"""A built archive, for checks."""

from __future__ import annotations

import pytest

from generator.archive import Project
from generator.build import build


@pytest.fixture
def built(project: Project) -> Project:
    build(project)
    return project
