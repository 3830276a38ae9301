#!/bin/sh
# That the suite asks a server as a slow machine needs it.
exec node "$(dirname "$0")/asking.mjs"
