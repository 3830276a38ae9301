#include "course/composed.h"

#include <string.h>

#include "words/message_names.h"

/*
 * A composed page is packed twice by the same function: once to learn how
 * large it is, once into its place.
 */

struct packer {
	char *base; /* NULL: only measures */
	size_t at;
	const char *last_path, *last_copy; /* most places are in one file */
};

const struct composed composed_nothing;
const char composed_title_id[] = "titre";

static void *pack(struct packer *p, const void *data, size_t size)
{
	if (size == 0)
		return NULL;
	void *copy = p->base ? memcpy(p->base + p->at, data, size) : NULL;
	p->at += (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	return copy;
}

/* Text stands close together: only what is larger than a byte is aligned, and comes
 * first. */
static const char *pack_text(struct packer *p, const char *text)
{
	if (!text)
		return NULL;
	size_t size = strlen(text) + 1;
	const char *copy = p->base ? memcpy(p->base + p->at, text, size) : NULL;
	p->at += size;
	return copy;
}

static const char *pack_path(struct packer *p, const char *path)
{
	if (path != p->last_path || !path) {
		p->last_path = path;
		p->last_copy = pack_text(p, path);
	}
	return p->last_copy;
}

static void pack_headings(struct packer *p, struct heading *copies,
                          const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_headings; i++) {
		const struct heading *h = &draft->headings[i];
		const char *id = pack_text(p, h->id), *text = pack_text(p, h->text);
		if (copies) {
			copies[i].id = id;
			copies[i].text = text;
		}
	}
}

/* The lists of aliases first, since they are pointers. */
static void pack_alias_lists(struct packer *p, struct heading *copies,
                             const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_headings; i++) {
		const struct heading *h = &draft->headings[i];
		void *list = pack(p, h->aliases, h->n_aliases * sizeof *h->aliases);
		if (copies)
			copies[i].aliases = list;
	}
}

static void pack_aliases(struct packer *p, struct heading *copies,
                         const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_headings; i++)
		for (size_t k = 0; k < draft->headings[i].n_aliases; k++) {
			const char *alias = pack_text(p, draft->headings[i].aliases[k]);
			if (copies)
				copies[i].aliases[k] = alias;
		}
}

static void pack_links(struct packer *p, struct link *copies,
                       const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_links; i++) {
		const struct link *link = &draft->links[i];
		const char *anchor = pack_text(p, link->anchor),
			   *path = pack_path(p, link->at.path);
		if (copies) {
			copies[i].anchor = anchor;
			copies[i].at.path = path;
		}
	}
}

static void pack_findings(struct packer *p, struct finding *copies,
                          const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_findings; i++) {
		const struct finding *f = &draft->findings[i];
		const char *path = pack_path(p, f->at.path),
			   *line = pack_text(p, f->line);
		if (copies) {
			copies[i].at.path = path;
			copies[i].line = line;
		}
		for (size_t k = 0; k < COUNT(f->args); k++) {
			const char *arg = pack_text(p, f->args[k]);
			if (copies)
				copies[i].args[k] = arg;
		}
	}
}

/* The changes first, since they hold pointers. */
static void pack_change_lists(struct packer *p, struct finding *copies,
                              const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_findings; i++) {
		const struct finding *f = &draft->findings[i];
		void *list = pack(p, f->changes, f->n_changes * sizeof *f->changes);
		if (copies)
			copies[i].changes = list;
	}
}

static void pack_changes(struct packer *p, struct finding *copies,
                         const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_findings; i++)
		for (size_t k = 0; k < draft->findings[i].n_changes; k++) {
			const struct change *c = &draft->findings[i].changes[k];
			const char *path = pack_path(p, c->at.path),
				   *old = pack_text(p, c->old),
				   *fresh = pack_text(p, c->fresh);
			if (copies) {
				copies[i].changes[k].at.path = path;
				copies[i].changes[k].old = old;
				copies[i].changes[k].fresh = fresh;
			}
		}
}

/* A list of texts: the pointers, which are aligned, stand before. */
static const char **pack_list(struct packer *p, const char **list, size_t n)
{
	return pack(p, list, n * sizeof *list);
}

static void pack_list_texts(struct packer *p, const char **copies, const char **list,
                            size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *text = pack_text(p, list[i]);
		if (copies)
			copies[i] = text;
	}
}

static void pack_excerpts(struct packer *p, struct section *copies,
                          const struct composed *draft)
{
	for (size_t i = 0; i < draft->n_sections; i++) {
		const char *text = pack_text(p, draft->sections[i].excerpt);
		if (copies)
			copies[i].excerpt = text;
	}
}

static void pack_questions(struct packer *p, struct asked *copies,
                           const struct composed *draft)
{
	for (size_t i = 0; draft->questions && i < draft->n_questions; i++) {
		const char *id = pack_text(p, draft->questions[i].id);
		if (copies)
			copies[i].id = id;
	}
}

/* What is aligned, then text. */
static void pack_all(struct packer *p, const struct composed *draft)
{
	struct composed copy = *draft, *out = pack(p, draft, sizeof *draft);
	p->last_path = p->last_copy = NULL;
#define PACK(field, n) pack(p, draft->field, (n) * sizeof *draft->field)
	struct heading *headings = PACK(headings, draft->n_headings);
	struct link *links = PACK(links, draft->n_links);
	struct finding *findings = PACK(findings, draft->n_findings);
	copy.body.refs = PACK(body.refs, draft->body.n_refs);
	copy.body.parts = PACK(body.parts, draft->body.n_parts);
	copy.linked = PACK(linked, draft->n_linked);
	copy.assets = PACK(assets, draft->n_assets);
	copy.terms = PACK(terms, draft->n_terms);
	struct section *sections = PACK(sections, draft->n_sections);
	struct asked *questions =
		PACK(questions, draft->questions ? draft->n_questions : 0);
	copy.word_counts = PACK(word_counts, draft->n_word_counts);
	copy.pairs = PACK(pairs, draft->n_pairs);
	copy.blocks = PACK(blocks, draft->n_blocks);
	copy.destinations = PACK(destinations, draft->n_destinations);
	copy.words = PACK(words, draft->words_size);
#undef PACK
	copy.files = pack_list(p, draft->files, draft->n_files);
	pack_alias_lists(p, headings, draft);
	pack_change_lists(p, findings, draft);
	pack_headings(p, headings, draft);
	pack_aliases(p, headings, draft);
	pack_links(p, links, draft);
	pack_findings(p, findings, draft);
	pack_changes(p, findings, draft);
	pack_list_texts(p, copy.files, draft->files, draft->n_files);
	pack_excerpts(p, sections, draft);
	pack_questions(p, questions, draft);
	copy.sections = sections;
	copy.questions = questions;
	copy.headings = headings;
	copy.links = links;
	copy.findings = findings;
	copy.players = pack_text(p, draft->players);
	copy.body.bytes =
		pack(p, draft->body.bytes,
	             draft->body.bytes ? draft->body.len + 1 : 0); /* with its NUL */
	copy.size = p->at;
	if (out)
		*out = copy;
}

const struct composed *composed_keep(const struct composed *draft, struct arena *a)
{
	struct packer p = {.base = NULL};
	pack_all(&p, draft);
	p.base = arena_alloc_raw(a, p.at);
	p.at = 0;
	pack_all(&p, draft);
	return (const struct composed *)(const void *)p.base;
}

enum message composed_loss(enum loss why)
{
	static const enum message messages[] = {[LOSS_CRASH] = MSG_PAGE_CRASH,
	                                        [LOSS_TIME] = MSG_PAGE_SLOW,
	                                        [LOSS_MEMORY] = MSG_PAGE_HEAVY};
	return messages[why];
}
