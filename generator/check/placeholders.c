#include "check/placeholders.h"

#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/page_kinds.h"
#include "course/page_models.h"
#include "words/language.h"

enum {
	MOST_FOUND = 50, /* of a page */
	MOST_TOLD = 3,   /* one by one */
	LONGEST = 120,   /* bytes between the signs */
	SURE_LENGTH = 26 /* characters that nobody quotes by chance */
};

/* What stands between « and »: a space that does not break is one of two or three bytes.
 */
struct quotation {
	const char *open; /* « */
	const char *text;
	size_t len;
	const char *end; /* behind » */
};

static size_t blank_before(const char *text, size_t len)
{
	if (len > 0 && text[len - 1] == ' ')
		return 1;
	if (len > 1 && memcmp(text + len - 2, NBSP, 2) == 0)
		return 2;
	return len > 2 && memcmp(text + len - 3, NNBSP, 3) == 0 ? 3 : 0;
}

static size_t blank_behind(const char *text, size_t len)
{
	if (len > 0 && *text == ' ')
		return 1;
	if (len > 1 && memcmp(text, NBSP, 2) == 0)
		return 2;
	return len > 2 && memcmp(text, NNBSP, 3) == 0 ? 3 : 0;
}

/* The quotation whose « ends at this byte; false when it is long, or not closed. */
static bool read_quotation(const char *at, const char *end, struct quotation *q)
{
	size_t most = (size_t)(end - at) < LONGEST ? (size_t)(end - at) : LONGEST;
	const char *close = memmem(at, most, "»", 2);
	if (!close)
		return false;
	size_t len = (size_t)(close - at), blank = blank_behind(at, len);
	*q = (struct quotation){at - 2, at + blank, len - blank, close + 2};
	q->len -= blank_before(q->text, q->len);
	return true;
}

/* Whether a line, or a cell of a table, has nothing but signs of Markdown up to here, or
 * a key. */
static bool is_only_signs(const char *line, const char *end)
{
	const char *at = line;
	while (at < end && ((*at >= 'a' && *at <= 'z') || *at == '-'))
		at++;
	if (at == line || *at != ':')
		at = line;
	while (at < end && strchr(" \t#*-+>|[]x\":", *at))
		at++;
	return at == end;
}

static bool ends_line(const char *at, const char *end)
{
	while (at < end && strchr(" \t*\".;", *at))
		at++;
	return at == end || strchr("\n\r|", *at);
}

/* Whether words that may be quoted are the model's here: they fill their line or cell, or
 * a sentence starts or ends it. */
static bool stands_alone(const struct quotation *q, const char *text, const char *end)
{
	bool is_sentence = strchr(".?", q->text[q->len - 1]) != NULL;
	bool is_at_end = ends_line(q->end, end);
	const char *start = q->open;
	while (start > text && !strchr("\n|", start[-1]))
		start--;
	bool is_at_start = is_only_signs(start, q->open);
	return is_at_start ? is_at_end || is_sentence : is_at_end && is_sentence;
}

static bool is_in_code(const struct document *doc, int line)
{
	for (const cmark_node *n = doc->root; n; n = node_next(n, doc->root))
		if (n->type == CMARK_NODE_CODE_BLOCK && n->start_line <= line &&
		    line <= n->end_line)
			return true;
	return false;
}

/* Single words are ordinary quotations, and figures are figures. */
static bool is_words(const char *text, size_t len)
{
	return len > 0 && (memchr(text, ' ', len) || strchr(".?!", text[len - 1]));
}

static void add_words(struct site *site, struct bytes model)
{
	const char *end = model.data + model.len;
	for (const char *at = model.data;
	     (at = memmem(at, (size_t)(end - at), "«", 2));) {
		struct quotation q;
		at += 2;
		if (!read_quotation(at, end, &q) || !is_words(q.text, q.len))
			continue;
		char *words = arena_copy(site->arena, q.text, q.len);
		map_put(&site->placeholders, words, q.len, words);
	}
}

void placeholders_read(struct site *site)
{
	struct bytes model;
	site->placeholders = map_new(site->arena);
	/* Behind what could not be read nothing is told that it would not explain. */
	for (int i = 0; i < N_MODEL_ORIGINS * N_LANGUAGES; i++) {
		struct model_place place = {(enum model_origin)(i / N_LANGUAGES),
		                            (enum language)(i % N_LANGUAGES)};
		for (int type = 0; type < N_WRITTEN_TYPES && !site->diag->has_unread;
		     type++)
			if (page_model_read(site, place, (enum page_type)type, &model))
				add_words(site, model);
	}
}

bool placeholder_is_known(const struct site *site, const char *text, size_t len)
{
	return map_find(&site->placeholders, text, len) != NULL;
}

bool placeholder_is_whole(const struct site *site, const char *text)
{
	struct quotation q;
	size_t len = strlen(text);
	return len > 2 && memcmp(text, "«", 2) == 0 &&
	       read_quotation(text + 2, text + len, &q) && q.end == text + len &&
	       placeholder_is_known(site, q.text, q.len);
}

/* What was found in a page. */
struct search {
	const struct site *site;
	struct document *doc;
	size_t n_seen; /* in code, too: each is looked for in the tree */
	size_t n;
	struct place at[MOST_FOUND];
	const char *words[MOST_FOUND]; /* at these places, as the model has them */
};

/* The words of a model that were left here; NULL: it is a quotation. */
static const char *words_left(const struct search *s, const struct quotation *q,
                              const char *text, const char *end)
{
	const char *words = map_find(&s->site->placeholders, q->text, q->len);
	bool is_left = words && (text_length(q->text, q->len) >= SURE_LENGTH ||
	                         stands_alone(q, text, end));
	return is_left ? words : NULL;
}

static void search_part(struct search *s, const char *text, size_t len, int first_line)
{
	const char *end = text + len;
	for (const char *at = text; at < end && s->n_seen < MOST_FOUND &&
	                            (at = memchr(at, 0xab, (size_t)(end - at)));
	     at++) {
		struct quotation q;
		if (at == text || at[-1] != '\xc2' || !read_quotation(at + 1, end, &q))
			continue;
		const char *words = words_left(s, &q, text, end);
		if (!words)
			continue;
		s->n_seen++;
		struct place place = place_of_byte(s->doc->path, text,
		                                   (size_t)(q.open - text), first_line);
		if (is_in_code(s->doc, place.line))
			continue;
		s->words[s->n] = words;
		s->at[s->n++] = place;
	}
}

void placeholders_report(const struct site *site, struct document *doc,
                         const struct front_matter *f, struct diag *d)
{
	struct search s = {.site = site, .doc = doc};
	if (f->yaml)
		search_part(&s, f->yaml, f->yaml_len, 2);
	search_part(&s, doc->text, doc->len, doc->first_line);
	if (s.n > MOST_TOLD)
		diag_report(d, MSG_PLACEHOLDERS, s.at[0], s.words[0],
		            arena_format(doc->arena, "%zu", s.n), NULL);
	for (size_t i = 0; s.n <= MOST_TOLD && i < s.n; i++)
		diag_report(d, MSG_PLACEHOLDER, s.at[i], s.words[i], NULL);
}
