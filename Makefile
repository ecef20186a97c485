# Every target sets up what it needs, once; nothing outside this folder changes but Debian packages (make test).
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
SERVE ?= 127.0.0.1:8000
SIZES ?= 300,1000,3000,7400

# Material announces its successor on every build; this silences it.
export NO_MKDOCS_2_WARNING = 1

.DELETE_ON_ERROR:
.PHONY: site serve test lint check strict bench lock clean help FORCE

help:
	@echo 'make site    生成手册到 site/        build the handbook'
	@echo 'make serve   边改边看                live preview'
	@echo 'make test    运行全部测试            run all tests'
	@echo 'make check   检查、测试、严格生成    lint, types, tests, strict build'
	@echo 'make bench   与原版比较速度          speed against stock Material'
	@echo 'make clean   删去生成的文件          remove what was made'

site: strict
	@echo
	@echo '手册已经生成。用浏览器打开：'
	@echo 'The handbook is built. Open in a browser:'
	@echo
	@echo '    $(CURDIR)/site/index.html'
	@echo

strict: $(VENV)/site
	$(PY) -m mkdocs build --strict

serve: $(VENV)/site
	$(PY) -m mkdocs serve --dev-addr $(SERVE)

test: $(VENV)/dev
	@tools/setup.sh browser
	$(PY) -m pytest --numprocesses auto --dist loadfile $(ARGS)

lint: $(VENV)/dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

check: lint test strict

bench: $(VENV)/site .cache/stock/ready
	$(PY) benchmarks/run.py --sizes $(SIZES)

# Locks the newest versions that pyproject.toml allows. Package indexes are left out of the files.
LOCK := CUSTOM_COMPILE_COMMAND='make lock' $(PY) -m piptools compile --quiet --strip-extras --generate-hashes --allow-unsafe --upgrade \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options
lock: $(VENV)/dev
	$(LOCK) --build-deps-for editable -o requirements/site.txt pyproject.toml
	$(LOCK) --build-deps-for editable --extra dev -c requirements/site.txt -o requirements/dev.txt pyproject.toml
	$(LOCK) -o requirements/bench.txt requirements/bench.in

clean:
	rm -rf site dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(VENV)/made: FORCE
	@tools/setup.sh venv $(VENV)

$(VENV)/site: $(VENV)/made requirements/site.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/site.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(VENV)/site requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# What only the stock side of the comparison needs stays out of the virtual environment.
.cache/stock/ready: $(VENV)/site requirements/bench.txt
	$(PIP) --require-hashes --upgrade --target .cache/stock -r requirements/bench.txt
	@touch $@
