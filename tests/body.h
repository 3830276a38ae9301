#ifndef TESTS_BODY_H
#define TESTS_BODY_H

/*
 * A composed body without its course: headings and numbers as they are, ids
 * without a prefix, links to other pages as addresses that say their number.
 */

#include "base/buf.h"
#include "course/composed.h"

static inline void body_add_ref(struct buf *b, const struct ref *ref)
{
	switch ((enum ref_kind)ref->kind) {
	case REF_HEADING_OPEN: buf_add_format(b, "<h%u", ref->number); break;
	case REF_HEADING_CLOSE: buf_add_format(b, "</h%u>", ref->number); break;
	case REF_FOOTNOTE:
	case REF_TABLE:
	case REF_CODE: buf_add_format(b, "%u", ref->number); break;
	case REF_LINK_ADDRESS:
	case REF_ASSET: buf_add_format(b, "%u", ref->number); break;
	case REF_LINK_CLOSE: buf_add_string(b, "</a>"); break;
	default: break;
	}
}

static inline struct buf body_html(const struct body *body, struct arena *a)
{
	struct buf b = buf_new(a);
	size_t at = 0;
	buf_reserve(&b, body->len);
	for (size_t i = 0; i < body->n_refs; i++) {
		buf_add(&b, body->bytes + at, body->refs[i].at - at);
		at = body->refs[i].at;
		body_add_ref(&b, &body->refs[i]);
	}
	buf_add(&b, body->bytes + at, body->len - at);
	return b;
}

#endif
