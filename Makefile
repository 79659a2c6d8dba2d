# `make run` opens the window, `make test` runs the tests. Both first set up what is missing.
PYTHON := .venv/bin/python
SOAK := tests/gui/test_soak.py
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s))

.PHONY: run test test-slow docs set-up lock

run: set-up
ifneq ($(SCREEN),)
	$(PYTHON) main.py
else
	@echo "There is no screen here: a demonstration is written to the folder demo."
	$(PYTHON) -m bertscope demo --out demo
endif

test: set-up
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile -m "not slow"

# What takes long, one after the other: CI runs it as well. The soak counts what its process holds,
# so it has one of its own, without what the windows of other tests have left there.
test-slow: set-up
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -m slow --ignore $(SOAK)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest $(SOAK)

# The pictures, rendered by the app itself, and the site.
docs: set-up
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.docs.pictures
	$(PYTHON) -m mkdocs build --strict

set-up:
	@.ci/setup

# Needs uv.
lock:
	.ci/lock
