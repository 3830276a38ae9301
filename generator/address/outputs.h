#ifndef ADDRESS_OUTPUTS_H
#define ADDRESS_OUTPUTS_H

/*
 * The names of the files that a site will consist of: none stands for two
 * things, none is also a folder that another file needs. Letter case and
 * accents do not tell names apart, as some disks do not.
 */

#include "base/map.h"
#include "base/mem.h"
#include "course/site.h"

/* Bytes of the longest address that is given: paths of 4096 bytes are the most that
 * systems take, and the site's own folder stands before it. */
enum { LONGEST_ADDRESS = 1000 };

struct outputs {
	struct arena arena;
	struct map files, folders; /* folded path -> what has it */
	struct map numbers;        /* path -> the last number put behind it */
};

/* Empty but for names that no page has in any theme: 404.html, robots.txt, sitemap.xml
 * and what tells hosts of redirects. */
void outputs_open(struct outputs *o);
/* The page whose file keeps this one from being written (a nameless one for assets);
 * NULL: none. */
const struct page *outputs_find(struct outputs *o, const char *path);
/* `page` is NULL for what is no page. */
void outputs_take(struct outputs *o, const char *path, const struct page *page);
/* Takes the name of a file that is made beside pages, or that the theme brings: nothing
 * else has it, and a message calls it by that name. */
void outputs_reserve(struct outputs *o, const char *path);
/* An address, or another of its kind made of its hash when no disk would take it:
 * "page-0123456789abcdef/". */
const char *outputs_shortened(struct arena *a, const char *address, const char *kind);
/*
 * The path itself when it is free, else with a number before its last `end` bytes, in the
 * arena `a`: "a-2/". It is taken now. A path that ends in "/" stands for the index in
 * that folder.
 */
const char *outputs_choose(struct outputs *o, struct arena *a, const char *path,
                           size_t end, const struct page *page);
void outputs_close(struct outputs *o);

#endif
