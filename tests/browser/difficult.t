#!/bin/sh
# The same of a course made to be difficult.
exec node "$(dirname "$0")/site.mjs" difficile tests/browser/course
