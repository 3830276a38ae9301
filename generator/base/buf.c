#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_new(struct arena *a)
{
	return (struct buf){.arena = a};
}

void buf_reserve(struct buf *b, size_t more)
{
	if (b->len + more < b->cap)
		return;
	size_t cap = b->cap ? b->cap : 64;
	while (cap <= b->len + more)
		cap *= 2;
	if (b->cap && arena_extend(b->arena, b->data, b->cap, cap)) {
		b->cap = cap;
		return;
	}
	char *data = arena_alloc_raw(b->arena, cap);
	data[0] = '\0';
	if (b->len)
		memcpy(data, b->data, b->len);
	b->data = data;
	b->cap = cap;
}

void buf_add_format(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	size_t len = (size_t)vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	buf_reserve(b, len);
	vsnprintf(b->data + b->len, len + 1, fmt, again);
	va_end(again);
	b->len += len;
}

void buf_add_number(struct buf *b, unsigned number)
{
	char digits[16], *at = digits + sizeof digits;
	do
		*--at = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	buf_add(b, at, (size_t)(digits + sizeof digits - at));
}

const char *buf_text(const struct buf *b)
{
	return b->data ? b->data : "";
}
