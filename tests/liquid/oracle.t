#!/bin/sh
# The same cases, compared with Debian's ruby-liquid where it is installed.
if ! ruby -rliquid -e '' 2>/dev/null; then
	echo '1..0 # SKIP ruby-liquid is not installed'
	exit 0
fi
exec ruby -E UTF-8:UTF-8 tests/liquid/oracle.rb "${BUILD:-build}/tests/liquid" tests/liquid/*.json
