# The commands: serve the editor, build its release files, test everything, measure how fast it reads. Each one looks for
# what it needs first.

.DEFAULT_GOAL := serve
.PHONY: serve dist test bench node

serve: node
	@node tests/setup/serve.mjs

dist: node
	@node tests/setup/dist.mjs

test: node
	@node tests/setup/test.mjs

bench: node
	@node tests/bench/bench.mjs

node:
	@command -v node > /dev/null || { echo "Node is missing: install Node 20 or newer from nodejs.org or your package manager." >&2; exit 1; }
