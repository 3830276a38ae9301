#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

/*
 * What site.yml, .gitbook.yaml and front matter may say: the tables of keys.
 */

#include "model/site.h"

/*
 * Reads site.yml and .gitbook.yaml of the course's folder into site->config,
 * over the defaults. Both files are optional; site.yml changes only what it
 * says. Faults are reported.
 */
void config_read(struct site *site);

/* Reads a file of the course's folder, or of the revision asked for; false with errno. */
bool site_read_file(const struct site *site, const char *path, size_t max,
                    struct bytes *out);
/* The same for a file that a course may lack. What is there and cannot be read is
 * reported, as the machine's failure: the site would be wrong without it. */
enum reading { READING_DONE, READING_ABSENT, READING_FAILED };
enum reading site_read_optional(const struct site *site, const char *path, size_t max,
                                struct bytes *out);

/* A page's front matter, checked. */
struct front {
	const char *title, *description, *icon, *language, *id, *last_checked, *cost,
		*effort, *service, *period;
	bool is_draft, is_hidden;
	int type;    /* an enum page_type; -1: not said */
	int listing; /* the number of the word; -1: not said */
	int minutes;
	struct value objectives, prerequisites, sheets, results, sources, aliases, tags;
};

/* The name under which the manual knows a key of front matter: `durée` is "duree"; its
 * own when it is not known. */
const char *front_key_name(const char *key);
/* Whether front matter may hold a key of this name. */
bool front_has_key(const char *key);
/* Reads the map of a page's front matter; `shown_path` is for places. */
void front_read(struct front *front, struct value meta, const char *shown_path,
                struct arena *a, struct diag *d);

#endif
