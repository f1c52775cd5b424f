# The commands: serve the editor, build its release files, test everything, kill the browser again and again, measure how
# fast it reads. Each one looks for what it needs first.

.DEFAULT_GOAL := serve
.PHONY: serve dist test kills bench node

serve: node
	@node tests/setup/serve.mjs

dist: node
	@node tests/setup/dist.mjs

test: node
	@node tests/setup/test.mjs

kills: dist
	@node tests/e2e/kills.mjs --kills 100 --tabs 1 --address both
	@node tests/e2e/kills.mjs --kills 50 --tabs 2 --address both

bench: node
	@node tests/bench/bench.mjs

node:
	@command -v node > /dev/null || { echo "Node is missing: install Node 20 or newer from nodejs.org or your package manager." >&2; exit 1; }
