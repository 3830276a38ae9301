#ifndef SOURCE_HISTORY_TRACKS_H
#define SOURCE_HISTORY_TRACKS_H

/*
 * The book that source/history.c keeps while it goes back in time: which file
 * is followed under which names, sets of such pairs, what
 * changed its name, and who was seen when. It knows nothing of git.
 */

#include <stdint.h>

#include "base/map.h"
#include "source/history.h"

/* The name of a person or a path, and when it was last used. */
struct sighting {
	const char *text;
	int64_t time;
};

struct sightings {
	struct sighting *items;
	size_t n, cap;
};

struct follow {
	struct history_file *file;
	bool is_found; /* the revision has it */
	struct sightings authors, former;
};

/* A file under one of its names. */
struct track {
	size_t number;
	struct follow *follow;
	struct node *node;
	struct track *next; /* of the same name */
};

/* A path of ours, or a folder on the way to one. */
struct node {
	const char *path; /* from the root of the repository; a folder's ends in "/" */
	struct track *tracks; /* whose name it is; NULL: a folder */
	/* filled when trees are compared: */
	bool is_there, was_there; /* in the commit; in one of its parents */
	unsigned char id[20], old_id[20];
};

/* Tracks, by number. `{0}` is empty. */
struct set {
	uint64_t *words;
	size_t n_words;
};

struct tracks {
	struct arena *arena;
	struct map nodes; /* path -> struct node */
	struct track **items;
	size_t n, cap;
	struct set *spare; /* to be used again */
	size_t n_spare, cap_spare;
};

struct tracks tracks_new(struct arena *a);
/* The file under a full name; it is made where it is new. */
struct track *tracks_get(struct tracks *t, struct follow *follow, const char *path);

void set_add(struct tracks *t, struct set *s, size_t number);
bool set_is_empty(const struct set *s);
/* Moves from `s` into `to` what is not in `kept`. */
void set_move(struct tracks *t, struct set *s, const struct set *kept, struct set *to);
/* Empties the set and keeps its memory for others. */
void set_release(struct tracks *t, struct set *s);
/* The first number in the set from `at` on; SIZE_MAX when there is none. */
size_t set_next(const struct set *s, size_t at);

/* What a commit takes away and brings: a file that goes as another comes with the same
 * content has changed its name. */
enum move { MOVE_GONE, MOVE_COME, N_MOVES };

struct moves {
	struct arena arena;     /* the caller releases it */
	struct map of[N_MOVES]; /* content -> struct moved */
};

void moves_reset(struct moves *m);
void moves_add(struct moves *m, enum move kind, const char *path,
               const unsigned char id[20]);
/* The name that a path which came had before, or NULL. A name is given to one path only;
 * among several, to one of the same file name. It lasts until the next reset. */
const char *moves_former_name(struct moves *m, const struct node *node);
/* Whether what a path which is gone held came under another name. */
bool moves_went_elsewhere(const struct moves *m, const struct node *node);

void sightings_add(struct sightings *s, struct arena *a, const char *text, int64_t time);
/* The texts, each once, latest first, copied. */
const char **sightings_texts(struct sightings *s, struct arena *a);

#endif
