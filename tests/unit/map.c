#include "base/map.h"

#include "../tap.h"

/* The published examples of FNV-1a, 64 bits. */
static const struct {
	const char *text;
	uint64_t hash;
} hashes[] = {
	{"", 0xcbf29ce484222325u},
	{"a", 0xaf63dc4c8601ec8cu},
	{"foobar", 0x85944171f73967e8u},
};

enum { MANY = 5000 };

/* Values that the maps hold; only their addresses count. */
static char values[MANY];

static void test_few(struct arena *a)
{
	struct map m = map_new(a);
	ok(!map_find_string(&m, "a") && !map_find_string(&m, ""),
	   "an empty map has nothing");
	ok(!map_put_string(&m, "a", &values[1]), "nothing stood under a new key");
	ok(map_find_string(&m, "a") == &values[1], "what was put is found");
	ok(!map_find_string(&m, "b") && !map_find_string(&m, "aa") &&
	           !map_find_string(&m, ""),
	   "other keys are not");
	ok(map_put_string(&m, "a", &values[2]) == &values[1],
	   "what stood there is returned");
	ok(map_find_string(&m, "a") == &values[2] && m.n == 1, "and replaced");
	map_put_string(&m, "", &values[3]);
	ok(map_find_string(&m, "") == &values[3], "an empty key is a key");
	map_put(&m, "abc", 2, &values[4]);
	ok(map_find_string(&m, "ab") == &values[4] && !map_find_string(&m, "abc"),
	   "a key has a length");
	map_put(&m, "a\0b", 3, &values[5]);
	ok(map_find(&m, "a\0b", 3) == &values[5] &&
	           map_find_string(&m, "a") == &values[2],
	   "and may hold NUL");
	map_put_string(&m, "none", NULL);
	ok(!map_find_string(&m, "none") && m.n == 5, "a key may stand for NULL");
}

/* Puts many keys; returns how many are found again, under their own value. */
static size_t fill(struct arena *a, struct map *m)
{
	size_t n_found = 0;
	for (int i = 0; i < MANY; i++)
		map_put_string(m, arena_format(a, "key-%d", i), &values[i]);
	for (int i = 0; i < MANY; i++)
		n_found += map_find_string(m, arena_format(a, "key-%d", i)) == &values[i];
	return n_found;
}

static void test_many(struct arena *a)
{
	struct map m = map_new(a), reserved = map_new(a);
	ok(fill(a, &m) == MANY && m.n == MANY, "many keys are found after growing");
	ok(fill(a, &m) == MANY && m.n == MANY, "putting them again adds none");
	ok(!map_find_string(&m, "key-5000") && !map_find_string(&m, "key-"),
	   "others are not found");
	map_reserve(&reserved, MANY);
	struct map_slot *slots = reserved.slots;
	ok(fill(a, &reserved) == MANY && reserved.slots == slots,
	   "a map with room for all does not grow");
}

static void test_hashes(void)
{
	char bytes[40] = "0123456789abcdefghijklmnopqrstuvwxyz";
	size_t n_same = 0;
	for (size_t i = 0; i < COUNT(hashes); i++)
		ok(hash_bytes(hashes[i].text, strlen(hashes[i].text)) == hashes[i].hash,
		   "FNV-1a of \"%s\"", hashes[i].text);
	uint64_t whole = hash_content(bytes, 36);
	ok(hash_content(bytes, 36) == whole && hash_content(bytes, 35) != whole &&
	           hash_content("", 0) != hash_content("\0", 1),
	   "a file's hash is its content's");
	for (size_t i = 0; i < 36; i++) {
		bytes[i] ^= 1;
		n_same += hash_content(bytes, 36) == whole;
		bytes[i] ^= 1;
	}
	ok(n_same == 0, "one bit of any byte changes it");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_few(&a);
	test_many(&a);
	test_hashes();
	arena_release(&a);
	return finish();
}
