#!/bin/sh
# The cases of the plain reader that `make check-corpora` trusts. Needs node.
exec node "$(dirname "$0")/cases.mjs"
