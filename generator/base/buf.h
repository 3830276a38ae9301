#ifndef BASE_BUF_H
#define BASE_BUF_H

/*
 * A growing string in an arena. `data` always ends in NUL and may hold NULs
 * before `len`. Growing leaves the old bytes behind in the arena, so build
 * one string at a time.
 */

#include <string.h>

#include "base/mem.h"

struct buf {
	struct arena *arena;
	char *data;
	size_t len;
	size_t cap;
};

struct buf buf_new(struct arena *a);
void buf_reserve(struct buf *b, size_t more);
static inline void buf_add(struct buf *b, const char *src, size_t len);
static inline void buf_add_string(struct buf *b, const char *src); /* NULL adds nothing */
static inline void buf_add_char(struct buf *b, char c);
void buf_add_format(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void buf_add_number(struct buf *b, unsigned number); /* in decimal */
/* The bytes so far; stays valid until the buffer grows. Never NULL. */
const char *buf_text(const struct buf *b);

static inline void buf_add(struct buf *b, const char *src, size_t len)
{
	if (b->len + len >= b->cap)
		buf_reserve(b, len);
	if (len)
		memcpy(b->data + b->len, src, len);
	b->len += len;
	b->data[b->len] = '\0';
}

static inline void buf_add_string(struct buf *b, const char *src)
{
	if (src)
		buf_add(b, src, strlen(src));
}

static inline void buf_add_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

#endif
