#ifndef TESTS_TAP_H
#define TESTS_TAP_H

/*
 * The Test Anything Protocol, in the few functions that our tests need:
 *
 *     int main(void)
 *     {
 *             plan(COUNT(cases));              // or none, and finish() prints it
 *             for (size_t i = 0; i < COUNT(cases); i++)
 *                     is(f(cases[i].in), cases[i].out, "%s", cases[i].in);
 *             return finish();
 *     }
 *
 * One test program includes it once; `prove` reads what it prints.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static struct {
	size_t planned, run, failed;
} tap;

/* A name is one line, and "#" would start a directive. */
static inline void tap_name(const char *fmt, va_list args)
{
	char name[200];
	vsnprintf(name, sizeof name, fmt, args);
	for (const char *p = name; *p; p++) {
		if (*p == '\n')
			fputs("\\n", stdout);
		else if (*p == '#')
			fputs("\\#", stdout);
		else
			putchar(*p);
	}
	putchar('\n');
}

static inline void plan(size_t n)
{
	tap.planned = n;
	printf("1..%zu\n", n);
}

/* A remark on the test before; each of its lines is a comment. */
static inline void diag(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static inline void diag(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fputs("# ", stdout);
	vprintf(fmt, args);
	putchar('\n');
	va_end(args);
}

static inline bool tap_result(bool passed, const char *fmt, va_list args)
{
	printf("%sok %zu - ", passed ? "" : "not ", ++tap.run);
	tap_name(fmt, args);
	tap.failed += !passed;
	return passed;
}

static inline bool ok(bool passed, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
static inline bool ok(bool passed, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	tap_result(passed, fmt, args);
	va_end(args);
	return passed;
}

/* Two strings are the same; NULL is a string of its own. Says what they are when they
 * differ. */
static inline bool is(const char *got, const char *expected, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
static inline bool is(const char *got, const char *expected, const char *fmt, ...)
{
	bool same = got && expected ? strcmp(got, expected) == 0 : got == expected;
	va_list args;
	va_start(args, fmt);
	tap_result(same, fmt, args);
	va_end(args);
	if (!same) {
		diag("     got: %s", got ? got : "(NULL)");
		diag("expected: %s", expected ? expected : "(NULL)");
	}
	return same;
}

/* The exit status of the program: 1 when a test failed or one too few was run. */
static inline int finish(void)
{
	if (tap.planned == 0)
		plan(tap.run);
	return tap.failed > 0 || tap.run != tap.planned;
}

#endif
