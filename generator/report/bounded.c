#include "report/bounded.h"

#include <string.h>

#include "base/mem.h"
#include "words/message_names.h"

enum { MOST_LISTED = 100 };

/* What is said of one file with one code and gravity. */
struct group {
	const char *code;
	enum severity severity;
	size_t n;            /* listed */
	struct finding rest; /* the others */
};

struct groups {
	struct arena *arena;
	struct group *groups; /* of this file: a handful */
	size_t n, cap;
};

static struct group *find_group(struct groups *g, enum message m)
{
	const char *code = message_code(m);
	enum severity severity = message_severity(m);
	for (size_t i = 0; i < g->n; i++)
		if (g->groups[i].severity == severity &&
		    strcmp(g->groups[i].code, code) == 0)
			return &g->groups[i];
	struct group group = {.code = code, .severity = severity};
	ARRAY_ADD(g->arena, g->groups, g->n, g->cap, group);
	return &g->groups[g->n - 1];
}

static bool is_same_file(const struct finding *a, const struct finding *b)
{
	return a->at.path == b->at.path ||
	       (a->at.path && b->at.path && strcmp(a->at.path, b->at.path) == 0);
}

static void add(struct diag *to, struct groups *g, const struct finding *f)
{
	struct group *group = find_group(g, f->message);
	if (!f->n_more && group->n < MOST_LISTED) {
		group->n++;
		diag_add(to, f, 1);
		return;
	}
	group->rest.message = f->message;
	group->rest.at.path = f->at.path;
	group->rest.n_more += finding_weight(f);
}

struct diag bounded_copy(struct arena *a, const struct diag *d)
{
	struct diag copy = {.arena = a};
	struct groups g = {.arena = a};
	for (size_t i = 0; i < d->n; i++) {
		add(&copy, &g, &d->findings[i]);
		bool is_last = i + 1 == d->n ||
		               !is_same_file(&d->findings[i], &d->findings[i + 1]);
		for (size_t k = 0; is_last && k < g.n; k++)
			if (g.groups[k].rest.n_more)
				diag_add(&copy, &g.groups[k].rest, 1);
		if (is_last)
			g.n = 0;
	}
	return copy;
}
