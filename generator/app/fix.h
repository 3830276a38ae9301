#ifndef APP_FIX_H
#define APP_FIX_H

/*
 * `check --fix`: makes the changes that findings carry, and checks what comes of them.
 *
 * Only findings with one cure carry any (words/diag.h); what else is wrong stays as it is
 * and is reported afterwards. All files are changed, or none (base/edits.h).
 */

#include "app/build.h"

/* Shows the changes and asks, where somebody sits at a terminal; with is_dry_run only
 * shows them. Then checks as build_run does. */
enum status fix_run(const struct build_options *options);

#endif
