#!/bin/sh
# Templates, and what each must render to.
exec "${BUILD:-build}/tests/liquid" tests/liquid/*.json
