#include <limits.h>

#include "base/buf.h"

#include "../tap.h"

static void test_adding(struct arena *a)
{
	struct buf b = buf_new(a);
	is(buf_text(&b), "", "a new buffer is an empty string");
	buf_add(&b, NULL, 0);
	buf_add_string(&b, NULL);
	buf_add_string(&b, "");
	ok(b.len == 0 && !*buf_text(&b), "nothing added is nothing");
	buf_add_string(&b, "ab");
	buf_add_char(&b, 'c');
	buf_add(&b, "defg", 2);
	buf_add_format(&b, "-%d-%s", 42, "x");
	is(buf_text(&b), "abcde-42-x", "strings, characters, bytes, formats");
	ok(b.len == 10, "its length");
	struct buf numbers = buf_new(a);
	buf_add_number(&numbers, 0);
	buf_add_number(&numbers, 1070);
	buf_add_number(&numbers, UINT_MAX);
	is(buf_text(&numbers), "010704294967295", "numbers");
	buf_add(&b, "\0y", 2);
	ok(b.len == 12 && memcmp(buf_text(&b), "abcde-42-x\0y", 13) == 0,
	   "NUL is a byte");
}

static void test_room(struct arena *a)
{
	struct buf b = buf_new(a);
	buf_reserve(&b, 1000);
	char *data = b.data;
	ok(b.len == 0 && b.data[0] == '\0', "reserved is not written");
	for (int i = 0; i < 1000; i++)
		buf_add_char(&b, 'x');
	ok(b.data == data && b.data[1000] == '\0', "what was reserved does not move");
}

/* Two buffers that grow in turn must leave each other alone. */
static void test_growing(struct arena *a)
{
	enum { TIMES = 20000 };
	struct buf even = buf_new(a), odd = buf_new(a);
	bool is_right = true;
	for (int i = 0; i < TIMES; i++)
		buf_add_format(i % 2 ? &odd : &even, "%d,", i);
	const char *at[2] = {buf_text(&even), buf_text(&odd)};
	for (int i = 0; i < TIMES && is_right; i++) {
		const char *expected = arena_format(a, "%d,", i);
		is_right = strncmp(at[i % 2], expected, strlen(expected)) == 0;
		at[i % 2] += strlen(expected);
	}
	ok(is_right && !*at[0] && !*at[1], "two buffers grow beside each other");

	struct buf whole = buf_new(a);
	buf_add_string(&whole, "abc");
	for (int i = 0; i < 12; i++)
		buf_add(&whole, whole.data, whole.len);
	ok(whole.len == 3 << 12 && strspn(whole.data, "abc") == whole.len &&
	           strncmp(whole.data + whole.len - 3, "abc", 4) == 0,
	   "a buffer takes its own bytes");
	buf_add_format(&whole, "%*d", 100000, 7);
	ok(whole.len == (3 << 12) + 100000 && whole.data[whole.len - 1] == '7',
	   "a format makes its room");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_adding(&a);
	test_room(&a);
	test_growing(&a);
	arena_release(&a);
	return finish();
}
