# Hearth. `make` tells what there is.
JOBS ?= $(shell nproc)
RELEASE := build/release

.DEFAULT_GOAL := help
.PHONY: help setup configure build program demo test test-all bench gallery format lint package clean

help:
	@echo 'make demo      set up, build, and serve a demonstration township at a printed address'
	@echo 'make test      set up, build, and run the fast and the slow tests (up to half an hour)'
	@echo
	@echo 'make setup     install the Debian packages and npm modules that are missing (as root), or say which'
	@echo 'make build     the release build, $(RELEASE)/hearth'
	@echo 'make test-all  also the tests that need hours'
	@echo 'make bench     measure, as docs/performance.md explains'
	@echo 'make gallery   draw the pictures of docs/gallery anew'
	@echo 'make format    lay out the code by .clang-format'
	@echo 'make lint      clang-tidy over the changed units (LINT=all: over all)'
	@echo 'make package   hearth_*.deb with a hardened systemd unit, in build/package'
	@echo 'make clean     forget all builds'

setup:
	@scripts/setup

configure: setup
	@mkdir -p build && cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; exit 1; }

build: configure
	@cmake --build --preset release -j $(JOBS)

# The program alone: what `demo`, `bench` and `package` need.
program: configure
	@cmake --build --preset release -j $(JOBS) --target hearth

demo: program
	@$(RELEASE)/hearth demo

test: build
	@ctest --preset release -j $(JOBS) -L fast
	@ctest --preset release -L slow

test-all: test
	@ctest --preset release -L all

bench: program
	@scripts/bench

gallery: configure
	@cmake --build --preset release -j $(JOBS) --target hearth_town
	@node tests/browser/gallery.mjs $(RELEASE)/hearth_town docs/gallery

format:
	@git ls-files -co --exclude-standard '*.cpp' '*.hpp' | xargs -r clang-format-19 -i

lint: setup
	@scripts/lint $(LINT)

package: program
	@cpack --config $(RELEASE)/CPackConfig.cmake -B build/package
	@for deb in build/package/*.deb; do scripts/check_package $$deb || exit 1; done

clean:
	@rm -rf build
