"""A built archive, for checks."""

from __future__ import annotations

import pytest

from generator.archive import Project
from generator.pipeline.refresh import refresh_archive


@pytest.fixture
def built(project: Project) -> Project:
    refresh_archive(project)
    return project
