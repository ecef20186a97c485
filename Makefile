# Every target sets up what it needs, once; nothing outside this folder changes but Debian packages (make test).
VENV := .venv
PY := $(VENV)/bin/python
PIP := @tools/setup.sh pip $(VENV)
NODE := $(VENV)/node
SERVE ?= 127.0.0.1:8000
SIZES ?= 300,1000,3000,7400

# Material announces its successor on every build; this silences it.
export NO_MKDOCS_2_WARNING = 1

.DELETE_ON_ERROR:
.PHONY: site serve test lint check strict bench lock frontend clean help browser FORCE

help:
	@echo 'make site    生成手册到 site/        build the handbook'
	@echo 'make serve   边改边看                live preview'
	@echo 'make test    运行全部测试            run all tests'
	@echo 'make check   检查、测试、严格生成    lint, types, tests, strict build'
	@echo 'make frontend 重新生成网页脚本       build the scripts in frontend/'
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

# In the order of folders: by the number of their tests, long files with few would be left for the end, for one worker.
test: browser $(VENV)/dev frontend/node_modules/made
	cd frontend && ../$(NODE) --test 'test/**/*.test.ts'
	$(PY) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(VENV)/dev frontend/node_modules/made
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(NODE) frontend/node_modules/typescript/bin/tsc --project frontend
	cd frontend && ../$(NODE) node_modules/eslint/bin/eslint.js .

check: lint test strict

# The built scripts are committed: whoever builds a site needs no Node.
frontend: $(VENV)/dev frontend/node_modules/made
	$(NODE) frontend/build.mjs

bench: $(VENV)/site .cache/stock/ready
	$(PY) benchmarks/run.py --sizes $(SIZES)

# Keeps what is locked as far as pyproject.toml allows; `make lock ARGS=--upgrade` takes the newest.
lock: $(VENV)/dev
	$(PY) tools/lock.py $(ARGS)

clean:
	rm -rf site dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

browser:
	@tools/setup.sh browser $(VENV)

$(VENV)/made: FORCE
	@tools/setup.sh venv $(VENV)

$(VENV)/site: $(VENV)/made requirements/site.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/site.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(VENV)/site requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

frontend/node_modules/made: $(VENV)/dev frontend/package-lock.json
	@tools/setup.sh npm $(VENV)
	@touch $@

# What only the stock side of the comparison needs stays out of the virtual environment.
.cache/stock/ready: $(VENV)/site requirements/bench.txt
	$(PIP) --require-hashes --upgrade --target .cache/stock -r requirements/bench.txt
	@touch $@
