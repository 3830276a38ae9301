#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

/*
 * Sixteen bytes at once. The type is an extension of gcc and clang, which
 * make of it what the machine has; comparing gives bytes of all ones or none.
 */

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef unsigned char vector __attribute__((vector_size(16)));

static inline vector vector_load(const void *src)
{
	vector v;
	memcpy(&v, src, sizeof v);
	return v;
}

static inline vector vector_of(unsigned char c)
{
	return (vector){c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c};
}

static inline bool vector_is_zero(vector v)
{
	uint64_t halves[2];
	memcpy(halves, &v, sizeof halves);
	return (halves[0] | halves[1]) == 0;
}

/* The sum of its bytes. */
static inline unsigned vector_sum(vector v)
{
	const uint64_t pairs = 0x00ff00ff00ff00ffu, ones = 0x0001000100010001u;
	uint64_t halves[2], sum = 0;
	memcpy(halves, &v, sizeof halves);
	for (size_t i = 0; i < 2; i++)
		sum += (halves[i] & pairs) + (halves[i] >> 8 & pairs);
	return (unsigned)(sum * ones >> 48);
}

#endif
