#ifndef SITE_COMMIT_H
#define SITE_COMMIT_H

/*
 * Puts the staged files in their places, so that at any moment, and wherever the program
 * is killed, what readers come to from the home page leads to a file.
 *
 * 1. Look: what lies where the files go, and what is to go. Whatever is somebody else's,
 *    or cannot be looked at, refuses the build here, and the site is as it was.
 * 2. Note all files of this build and of those before in the manifest: what follows can
 *    be repaired, or taken away, by another build.
 * 3. Place what is new, which no page leads to yet.
 * 4. Note that it is there.
 * 5. Place what changed, then a first home page: all that they lead to is there.
 * 6. Note that no page leads to the rest any more.
 * 7. Remove it.
 * 8. Note what is left.
 *
 * A build that is killed leaves files to which no page leads, and which may lead to
 * nothing: those that were new (3) and those that were to go (7). The next build, which
 * may be one of another version, takes them for new, as the manifest says.
 */

#include <stdbool.h>

#include "site/output.h"
#include "words/diag.h"

/* Parent only. Nothing is begun when the program is asked to end; what was begun is
 * finished. False, with a report when the machine refuses. */
bool commit_output(struct output *o, struct diag *d);

#endif
