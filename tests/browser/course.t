#!/bin/sh
# The real course in a real browser, behind a real server and from the disk. Needs node, chromium, nginx.
exec node "$(dirname "$0")/site.mjs" cours
