# Two commands do everything on a fresh machine: `make karangan` and `make test`.
# Both need Python 3.11 or newer and the package index that pip is set up for, no more.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help karangan kampak test test-quick accept mutants force fuzz check format aturan gambar bench bench-growth bench-readme bench-offices bench-drawing judge random-drawing random-exits windows windows-test clean clean-output

help:            ## daftar perintah
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 18

karangan: $(VENV)/.siap          ## bangun buku Kecamatan Karangan ke output/
	$(BIN)/sopgen build karangan

kampak: $(VENV)/.siap            ## bangun buku Kecamatan Kampak ke output/
	$(BIN)/sopgen build kampak

test: $(VENV)/.siap-uji          ## jalankan semua uji
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist loadgroup -q

test-quick: $(VENV)/.siap-uji    ## uji yang menjawab segera, di antara dua komit
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist loadgroup -q --quick

accept: $(VENV)/.siap-uji        ## perbarui tests/golden/accepted dan tunjukkan yang berubah
	$(BIN)/python -m tests.golden.accept

mutants: $(VENV)/.siap-uji       ## 150 perubahan kecil pada program: apakah uji melihatnya
	$(PIP) install -c constraints.txt -e '.[mutasi]'
	$(BIN)/python -m tests.mutants

force: $(VENV)/.siap-uji         ## bunuh, penuhi, dan kunci penulisan berkas, berkali-kali: apakah hasil tetap utuh
	$(BIN)/python -m tests.force.kills
	$(BIN)/python -m tests.force.injected
	$(BIN)/python -m pytest -q --force tests/force

fuzz: $(VENV)/.siap-uji          ## masukan karangan, tiap jenis 15 menit: make fuzz MENIT=1 JENIS=yaml
	$(BIN)/python -m tests.force.fuzzing $(or $(JENIS),semua) $(or $(MENIT),15) $(BENIH)

check: $(VENV)/.siap-uji         ## periksa gaya, tipe, dan arah impor
	$(BIN)/ruff check sopgen tests docs windows
	$(BIN)/ruff format --check sopgen tests docs windows
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.siap-uji        ## rapikan kode
	$(BIN)/ruff check --fix sopgen tests docs windows
	$(BIN)/ruff format sopgen tests docs windows

aturan: $(VENV)/.siap-uji        ## perbarui docs/aturan.md dari tabel dan naskah temuan
	$(BIN)/python -m docs.aturan

gambar: $(VENV)/.siap-uji        ## perbarui gambar panduan dan README (perlu LibreOffice, poppler)
	$(BIN)/python -m docs.gambar

windows: $(VENV)/.siap           ## buat dist/sopgen-windows-<versi>.zip: Python dan semua pustaka, siap dipakai staf
	$(BIN)/python -m windows dist

windows-test: $(VENV)/.siap-uji windows ## coba ZIP itu dengan Wine: hasilnya sama dengan di Linux (perlu wine, mingw-w64)
	$(BIN)/python -m pytest -n 2 --dist loadgroup -q --windows dist tests/wine

bench: $(VENV)/.siap-uji         ## ukur waktu membangun buku, beberapa menit (BENCH=--cepat: satu menit)
	$(BIN)/python -m tests.bench $(BENCH)

bench-growth: $(VENV)/.siap-uji  ## ukur buku 1 sampai 500 SOP dan bagan 6 sampai 60 baris
	$(BIN)/python -m tests.bench --tumbuh

bench-readme: $(VENV)/.siap-uji  ## ukur semuanya dan perbarui tabelnya di README
	$(BIN)/python -m tests.bench --readme

bench-offices: $(VENV)/.siap-uji ## ukur berapa kantor dibangun tiap menit (10, 50, 200)
	$(BIN)/python -m tests.bench_offices

bench-drawing: $(VENV)/.siap-uji ## ukur mutu dan waktu gambar alur
	$(BIN)/python -m tests.drawing.bench

judge: $(VENV)/.siap-uji         ## gambar semua kasus: make judge CASES=folder OUT=folder
	$(BIN)/python -m tests.drawing.draw_cases $(CASES) $(OUT)

random-drawing: $(VENV)/.siap-uji ## nilai 2.000 alur acak: make random-drawing FIRST=60000
	$(BIN)/python -m tests.drawing.random_cases $(FIRST)
	$(BIN)/python -m tests.drawing.random_cases 60000 300 bersama

random-exits: $(VENV)/.siap-uji ## nilai 500 alur acak dengan banyak jalan keluar
	$(BIN)/python -m tests.drawing.random_cases 0 500 keluar

clean:           ## hapus lingkungan dan sisa uji; hasil di output/ tetap
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

clean-output:    ## hapus output/, kecuali ada PDF bertanda tangan di dalamnya
	$(PYTHON) -m sopgen.output.emptying output

$(VENV)/.siap: pyproject.toml constraints.txt
	@echo "memasang pustaka ke $(VENV); hanya sekali, dapat beberapa menit ..."
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -c constraints.txt -e '.[peta]'
	touch $@

$(VENV)/.siap-uji: $(VENV)/.siap
	@echo "memasang alat uji ke $(VENV); hanya sekali ..."
	$(PIP) install -c constraints.txt -e '.[peta,dev]'
	touch $@
