#ifndef COURSE_CONFIG_H
#define COURSE_CONFIG_H

/*
 * What site.yml and .gitbook.yaml may say: the tables of keys.
 */

#include "base/file.h"
#include "course/keys.h"
#include "course/site.h"

/* One table of keys, and by what the manuals call it: "site.yml", its "repository". */
struct key_table {
	const char *of;
	const struct key *keys;
	size_t n;
};
const struct key_table *config_tables(size_t *n);

/*
 * Reads site.yml and .gitbook.yaml of the course's folder into site->config,
 * over the defaults. Both files are optional; site.yml changes only what it
 * says. Faults are reported.
 */
void config_read(struct site *site);

/* Whether a path from the course's folder is, or lies behind, a link out of it. */
bool site_leads_outside(const struct site *site, const char *path);

/* Reads a file of the course's folder, or of the revision asked for; false with errno. */
bool site_read_file(const struct site *site, const char *path, size_t max,
                    struct bytes *out);
/* The same for a file that a course may lack. What is there and cannot be read is
 * reported, as the machine's failure: the site would be wrong without it. */
enum reading { READING_DONE, READING_ABSENT, READING_FAILED };
enum reading site_read_optional(const struct site *site, const char *path, size_t max,
                                struct bytes *out);

#endif
