# Five doors: build, test, check, serve, bench. Each one first readies the machine and .venv through .ci/setup.sh,
# which takes no noticeable time when nothing is to do. ARGS goes to the command behind the door:
# make test ARGS="tests/model -k length".

SHELL := /bin/bash
BIN := .venv/bin
UV = $(firstword $(wildcard $(BIN)/uv) uv)
COMPILE = $(UV) pip compile --quiet
COMPILE_FLAGS := --universal --generate-hashes --no-emit-index-url --no-annotate

# Without bytecode every start of Python is slow.
unexport PYTHONDONTWRITEBYTECODE
# The same text and file names everywhere: under the POSIX locale Java cannot open a file with a Vietnamese name.
export LC_ALL := C.UTF-8

define HELP
Những bông hoa đẹp – các lệnh:

  make build   làm ra tất cả: trang web, sách in và bản đọc trên màn hình (thư mục build/)
  make test    chạy toàn bộ kiểm thử
  make check   soát mã nguồn và bản thảo
  make serve   xem trang web trên máy này, tự cập nhật khi sửa bài
  make bench   đo tốc độ

Ít khi cần:

  make setup   chỉ chuẩn bị máy (các lệnh trên đều tự làm việc này)
  make lock    ghi lại phiên bản thư viện sau khi sửa pyproject.toml (cần uv)
  make clean   xóa những gì đã làm ra (giữ .venv)

Thêm tham số cho lệnh bên trong: make test ARGS="-k ten_bai"
endef

.DEFAULT_GOAL := help
.PHONY: build test check serve bench setup lock clean help
.NOTPARALLEL:

build: setup
	$(BIN)/hoa build $(ARGS)

test: setup
	$(BIN)/pytest -n 2 --dist loadfile $(ARGS)

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hoa check $(ARGS)

serve: setup
	$(BIN)/hoa serve $(ARGS)

# Typst is there to be measured beside: no other door asks for it.
bench: setup
	$(BIN)/python -m pip install -qq --no-input --disable-pip-version-check --no-deps --require-hashes -r requirements-bench.lock
	$(BIN)/python -m tests.bench $(ARGS)

setup:
	@bash .ci/setup.sh

# Keeps the versions in the locks where pyproject.toml allows; to take the newest ones, delete the locks first.
lock:
	@command -v $(UV) >/dev/null || { echo 'Cần uv: $(BIN)/python -m pip install uv' >&2; exit 3; }
	$(COMPILE) pyproject.toml $(COMPILE_FLAGS) -o requirements.lock
	$(COMPILE) pyproject.toml --extra dev $(COMPILE_FLAGS) -o requirements-dev.lock
	$(COMPILE) --group bench $(COMPILE_FLAGS) -o requirements-bench.lock

clean:
	rm -rf build .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:
	@:$(info $(HELP))
