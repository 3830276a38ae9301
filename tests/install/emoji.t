#!/bin/sh
# themes/emoji.tsv is what `make emoji` makes of the npm package that is installed.
set -u
package=${BUILD:-build}/npm/node_modules/gemoji
echo 1..1
if node generator/install/emoji.mjs "$package" | cmp - themes/emoji.tsv >&2; then
	echo 'ok 1 - themes/emoji.tsv is that of the package'
else
	echo 'not ok 1 - themes/emoji.tsv is that of the package: run `make emoji`'
	exit 1
fi
