#ifndef SITE_REDIRECT_FILES_H
#define SITE_REDIRECT_FILES_H

/*
 * Earlier addresses as hosts read them, so that they answer 301 by themselves.
 * The pages that lead on (redirection.html of the theme) stand beside these
 * files and serve where a host reads neither.
 *
 * Addresses are absolute paths, below the path of the site's url. Whatever an
 * author writes as an earlier address stays within its place: a value is
 * percent-encoded but for letters, digits and -._~/, a key of nginx is quoted.
 */

#include "base/buf.h"
#include "connect/book.h"

/* "_redirects" of Netlify, Cloudflare and GitLab: "from to 301", with and without the
 * last slash, and in small letters where these are others. */
void redirect_files_add_lines(struct buf *b, const struct book *book);
/* A map of nginx, which compares without letter case, with how to use it on top. */
void redirect_files_add_map(struct buf *b, const struct book *book);

#endif
