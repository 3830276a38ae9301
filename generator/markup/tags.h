#ifndef MARKUP_TAGS_H
#define MARKUP_TAGS_H

/*
 * GitBook's block tags: `{% hint style="info" %}` … `{% endhint %}`.
 *
 * This module knows their syntax: names, attributes, which have an end. What
 * they look like on a page is the serialiser's. Adding a tag is adding a row
 * here and a row there.
 */

#include "base/mem.h"
#include "words/diag.h"

enum tag_id {
	TAG_UNKNOWN,
	TAG_HINT,
	TAG_TABS,
	TAG_TAB,
	TAG_CONTENT_REF,
	TAG_PAGE_REF,
	TAG_EMBED,
	TAG_FILE,
	TAG_CODE,
	TAG_STEPPER,
	TAG_STEP,
	TAG_COLUMNS,
	TAG_COLUMN,
	TAG_INCLUDE,
	TAG_UPDATES,
	TAG_UPDATE,
	TAG_PROMPT,
	TAG_IF,
	TAG_API,       /* an operation of an interface: method, path, link */
	TAG_API_PART,  /* its description, its answers: only their content */
	TAG_API_FIELD, /* a parameter */
	TAG_API_ANSWER,
	TAG_INTEGRATION, /* `@publisher/block` */
	N_TAGS,
};

enum tag_body {
	TAG_HAS_BODY, /* up to its end tag */
	TAG_IS_LEAF,  /* never has an end tag */
	/* it has one if and only if a matching end follows at its level */
	TAG_MAY_HAVE_BODY,
};

struct tag_kind {
	enum tag_id id; /* several names may share one: openapi, swagger … */
	const char *name;
	enum tag_body body;
	enum tag_id parent; /* the tag it must stand in; TAG_UNKNOWN: anywhere */
};

struct attribute {
	const char *name;  /* "": the value stands alone, as in `{% include "x.md" %}` */
	const char *value; /* NULL: written without one */
};

/* One tag as it was written. */
struct tag {
	const struct tag_kind *kind; /* the row; that of TAG_UNKNOWN for other names */
	const char *name;            /* without "end" */
	bool is_end;
	struct attribute *attributes;
	size_t n_attributes;
};

/* The row of a name, without "end"; the row of TAG_UNKNOWN when there is none. */
const struct tag_kind *tag_kind_find(const char *name, size_t len);

/* The name of the tag that a part of another must stand in: "tabs" for a tab. */
const char *tag_parent_name(const struct tag_kind *kind);
/* The name of a tag that is spelt nearly so; NULL: none. */
const char *tag_kind_nearest(const char *name);

/* The value of an attribute, "" when it has none, NULL when it is absent. */
const char *attribute_find(const struct attribute *attributes, size_t n,
                           const char *name);

/* Whether what starts with "{%" names a tag that is known, or an integration's. */
bool tag_is_known_at(const char *src, size_t len);

/*
 * Reads a tag at `src`, which starts with "{%". Returns the bytes read, or 0
 * when it is no tag (no name, no closing "%}"): then it is text. A value may
 * hold its own quotes. One whose quote is never closed ends before the next
 * attribute, or before " %}", and is reported.
 */
size_t tag_parse(struct arena *a, const char *src, size_t len, struct tag *out,
                 struct place at, struct diag *d);

#endif
