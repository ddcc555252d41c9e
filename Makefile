# Everything from a clean clone: `make demo` shows it at work, `make check` runs every check.
PYTHON ?= python3
BIN := .venv/bin
STORY ?= resources/stories/the-lighthouse-kite.md
PDF := build/$(basename $(notdir $(STORY))).pdf
export QT_QPA_PLATFORM ?= offscreen

.PHONY: demo samples run test check format translations clean system

demo: .venv/ready
	@mkdir -p build
	$(BIN)/storyapp illustrate $(STORY) --out $(PDF)

samples: .venv/ready
	@mkdir -p build
	for story in resources/stories/*.md; do \
		$(BIN)/storyapp illustrate $$story --out build/$$(basename $$story .md).pdf --save build/$$(basename $$story .md).story || exit 1; \
	done

run: .venv/ready
	QT_QPA_PLATFORM= $(BIN)/storyapp

test: .venv/ready-test
	$(BIN)/python -m pytest

check: .venv/ready-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

format: .venv/ready-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache

system:
	@sh .ci/system-libraries

.venv/python: | system
	$(PYTHON) -c 'import sys; sys.exit("storyapp needs Python 3.11 or newer; set PYTHON=…" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch -c constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . -c constraints.txt
	@touch $@

.venv/ready-test: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,train]' -c constraints.txt
	@touch $@

# Brings the translations in line with the words of the code; what is new in storyapp_zh.ts has to be translated then.
translations: .venv/ready-test
	$(BIN)/pyside6-lupdate $$(find storyapp -name '*.py') -ts resources/translations/storyapp_zh.ts -locations none -no-obsolete
	$(BIN)/pyside6-lrelease resources/translations/storyapp_zh.ts
