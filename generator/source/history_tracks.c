#include "source/history_tracks.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"

/* Sets share one size, which grows with the number of tracks; what is released is used
 * again. */

struct tracks tracks_new(struct arena *a)
{
	return (struct tracks){.arena = a, .nodes = map_new(a)};
}

static struct node *get_node(struct tracks *t, const char *path, size_t len)
{
	struct node *node = map_find(&t->nodes, path, len);
	if (node)
		return node;
	node = arena_alloc(t->arena, sizeof *node);
	node->path = arena_copy(t->arena, path, len);
	map_put(&t->nodes, node->path, len, node);
	return node;
}

struct track *tracks_get(struct tracks *t, struct follow *follow, const char *path)
{
	for (const char *p = strchr(path, '/'); p; p = strchr(p + 1, '/'))
		get_node(t, path, (size_t)(p + 1 - path));
	struct node *node = get_node(t, path, strlen(path));
	for (struct track *track = node->tracks; track; track = track->next)
		if (track->follow == follow)
			return track;
	struct track *track = arena_alloc(t->arena, sizeof *track);
	*track = (struct track){t->n, follow, node, node->tracks};
	node->tracks = track;
	ARRAY_ADD(t->arena, t->items, t->n, t->cap, track);
	return track;
}

/* Room for every track there is. */
static void make_room(struct tracks *t, struct set *s)
{
	size_t n = t->n / 64 + 1;
	struct set larger = {0};
	if (s->n_words >= n)
		return;
	if (t->n_spare > 0 && t->spare[t->n_spare - 1].n_words >= n) {
		larger = t->spare[--t->n_spare];
		memset(larger.words, 0, larger.n_words * sizeof *larger.words);
	} else {
		larger.n_words = n * 2; /* each change of name makes one more */
		larger.words =
			arena_array(t->arena, larger.n_words, sizeof *larger.words);
	}
	if (s->n_words)
		memcpy(larger.words, s->words, s->n_words * sizeof *s->words);
	set_release(t, s);
	*s = larger;
}

void set_release(struct tracks *t, struct set *s)
{
	if (s->words)
		ARRAY_ADD(t->arena, t->spare, t->n_spare, t->cap_spare, *s);
	*s = (struct set){0};
}

void set_add(struct tracks *t, struct set *s, size_t number)
{
	make_room(t, s);
	s->words[number / 64] |= (uint64_t)1 << number % 64;
}

bool set_is_empty(const struct set *s)
{
	return set_next(s, 0) == SIZE_MAX;
}

size_t set_next(const struct set *s, size_t at)
{
	for (size_t i = at / 64; i < s->n_words; i++) {
		uint64_t word = s->words[i];
		if (i == at / 64)
			word = word >> at % 64 << at % 64;
		if (word)
			return i * 64 + (size_t)__builtin_ctzll(word);
	}
	return SIZE_MAX;
}

void set_move(struct tracks *t, struct set *s, const struct set *kept, struct set *to)
{
	make_room(t, to);
	for (size_t i = 0; i < s->n_words; i++) {
		uint64_t stays = i < kept->n_words ? kept->words[i] : 0;
		uint64_t goes = s->words[i] & ~stays;
		if (goes) /* never beyond the tracks there are */
			to->words[i] |= goes;
		s->words[i] &= stays;
	}
}

struct moved {
	const char *path;
	unsigned char id[20];
	const struct node *taken_by; /* the name that it got */
	struct moved *next;          /* of the same content */
};

void moves_reset(struct moves *m)
{
	arena_reset(&m->arena);
	for (size_t i = 0; i < N_MOVES; i++)
		m->of[i] = map_new(&m->arena);
}

void moves_add(struct moves *m, enum move kind, const char *path,
               const unsigned char id[20])
{
	struct moved *moved = arena_alloc(&m->arena, sizeof *moved);
	moved->path = arena_string(&m->arena, path);
	memcpy(moved->id, id, sizeof moved->id);
	moved->next = map_put(&m->of[kind], (char *)moved->id, sizeof moved->id, moved);
}

static struct moved *find_moved(const struct moves *m, enum move kind,
                                const unsigned char id[20])
{
	return map_find(&m->of[kind], (const char *)id, 20);
}

/* Whether `a` more likely than `b` was the name of `path`: the same file name, else the
 * order. */
static bool is_nearer(const char *path, const char *a, const char *b)
{
	bool is_a = strcmp(path_name(path), path_name(a)) == 0;
	bool is_b = strcmp(path_name(path), path_name(b)) == 0;
	return is_a != is_b ? is_a : strcmp(a, b) < 0;
}

const char *moves_former_name(struct moves *m, const struct node *node)
{
	struct moved *nearest = NULL;
	for (struct moved *at = find_moved(m, MOVE_GONE, node->id); at; at = at->next) {
		if (at->taken_by == node)
			return at->path;
		if (!at->taken_by &&
		    (!nearest || is_nearer(node->path, at->path, nearest->path)))
			nearest = at;
	}
	if (!nearest)
		return NULL;
	nearest->taken_by = node;
	return nearest->path;
}

bool moves_went_elsewhere(const struct moves *m, const struct node *node)
{
	return find_moved(m, MOVE_COME, node->old_id) != NULL;
}

void sightings_add(struct sightings *s, struct arena *a, const char *text, int64_t time)
{
	for (size_t i = 0; i < s->n; i++) {
		struct sighting *known = &s->items[i];
		if (strcmp(known->text, text) == 0) {
			known->time = known->time > time ? known->time : time;
			return;
		}
	}
	ARRAY_ADD(a, s->items, s->n, s->cap, (struct sighting){text, time});
}

static int compare_sightings(const void *pa, const void *pb)
{
	const struct sighting *a = pa, *b = pb;
	int order = (a->time < b->time) - (a->time > b->time);
	return order ? order : strcmp(a->text, b->text);
}

const char **sightings_texts(struct sightings *s, struct arena *a)
{
	const char **texts = arena_array(a, s->n, sizeof *texts);
	if (s->n > 1)
		qsort(s->items, s->n, sizeof *s->items, compare_sightings);
	for (size_t i = 0; i < s->n; i++)
		texts[i] = arena_string(a, s->items[i].text);
	return texts;
}
