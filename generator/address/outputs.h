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

struct outputs {
	struct arena arena;
	struct map files, folders; /* folded path -> what has it */
	struct map numbers;        /* path -> the last number put behind it */
};

/* Empty but for names that no page has in any theme: 404.html, robots.txt, sitemap.xml
 * and what tells hosts of redirects. */
void outputs_open(struct outputs *o);
/* Takes a name for a file that is made beside pages; a message calls it by that name,
 * which must outlive the loading. */
void outputs_reserve(struct outputs *o, const char *path);
/* The page whose file keeps this one from being written (a nameless one for assets);
 * NULL: none. */
const struct page *outputs_find(struct outputs *o, const char *path);
/* `page` is NULL for what is no page. */
void outputs_take(struct outputs *o, const char *path, const struct page *page);
/*
 * The path itself when it is free, else with a number before its last `end` bytes, in the
 * arena `a`: "a-2/". It is taken now. A path that ends in "/" stands for the index in
 * that folder.
 */
const char *outputs_choose(struct outputs *o, struct arena *a, const char *path,
                           size_t end, const struct page *page);
void outputs_close(struct outputs *o);

#endif
