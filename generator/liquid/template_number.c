#include "liquid/template_internal.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * Arithmetic as the filters do it: integers stay integers, what has a decimal
 * point is a double. A result that differs from a number of 15 digits by no
 * more than doubles err is that number, so that 0.1 + 0.2 is 0.3.
 */

enum { DIGITS = 15 }; /* that a double keeps, whatever they are */

/* --- digits ---------------------------------------------------------------------- */

/* As Ruby writes floats: the fewest digits that read back as the same, 0.0001, 1.5,
 * 1.0e+15. */
static void write_float(struct buf *out, double x)
{
	char text[40];
	if (isnan(x) || isinf(x)) {
		buf_add_string(out, isnan(x) ? "NaN" : x < 0 ? "-Infinity" : "Infinity");
		return;
	}
	for (int digits = DIGITS; digits <= DIGITS + 2; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	size_t n = strcspn(text, "e");
	buf_add(out, text, n);
	buf_add_string(out, memchr(text, '.', n) ? "" : ".0");
	buf_add_string(out, text + n);
}

static void write_integer(struct buf *out, int64_t i)
{
	char digits[24], *at = digits + sizeof digits;
	uint64_t rest = i < 0 ? -(uint64_t)i : (uint64_t)i;
	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (i < 0)
		*--at = '-';
	buf_add(out, at, (size_t)(digits + sizeof digits - at));
}

void value_write_number(struct buf *out, struct value v)
{
	if (v.kind == VALUE_INT)
		write_integer(out, v.integer);
	else
		write_float(out, v.number);
}

/* --- text to numbers ------------------------------------------------------------- */

static struct slice strip(struct slice s)
{
	return slice_strip_right(slice_strip_left(s));
}

/* Reads sign, digits and single underscores; returns what is left. Too large a number is
 * cut. */
static struct slice read_digits(struct slice s, int64_t *out)
{
	bool is_negative = s.len > 0 && *s.at == '-';
	size_t i = s.len > 0 && (*s.at == '-' || *s.at == '+');
	size_t start = i;
	*out = 0;
	for (; i < s.len; i++) {
		if (s.at[i] == '_' && i > start && i + 1 < s.len &&
		    char_is_digit(s.at[i + 1]))
			continue;
		if (!char_is_digit(s.at[i]))
			break;
		int digit = s.at[i] - '0';
		if (__builtin_mul_overflow(*out, 10, out) ||
		    __builtin_sub_overflow(*out, digit,
		                           out)) /* downwards: INT64_MIN fits */
			*out = INT64_MIN;
	}
	if (i == start)
		return s;
	if (!is_negative)
		*out = *out == INT64_MIN ? INT64_MAX : -*out;
	return (struct slice){s.at + i, s.len - i};
}

int64_t text_to_integer(struct slice s)
{
	int64_t i;
	read_digits(strip(s), &i);
	return i;
}

bool value_integer(struct render *r, struct value v, int64_t *out)
{
	if (v.kind == VALUE_INT) {
		*out = v.integer;
		return true;
	}
	struct slice text = strip(value_as_text(r, v));
	if (text.len > 0 && read_digits(text, out).len == 0)
		return true;
	render_fault(r, MSG_TEMPLATE_NOT_INTEGER, arena_copy(r->arena, text.at, text.len),
	             NULL);
	return false;
}

/* -?digits.digits */
static bool is_decimal(struct slice s)
{
	size_t i = s.len > 0 && *s.at == '-', start = i;
	while (i < s.len && char_is_digit(s.at[i]))
		i++;
	if (i == start || i + 1 >= s.len || s.at[i] != '.')
		return false;
	for (i++; i < s.len; i++)
		if (!char_is_digit(s.at[i]))
			return false;
	return true;
}

struct value number_of(struct value v)
{
	if (v.kind == VALUE_INT || v.kind == VALUE_FLOAT)
		return v;
	if (!value_is_text(v))
		return value_int(0);
	struct slice text = strip((struct slice){v.text, v.len});
	if (!is_decimal(text))
		return value_int(text_to_integer(text));
	return value_float(
		strtod(text.at, NULL)); /* stops at the end of the text or at a space */
}

/* --- operations ------------------------------------------------------------------ */

static double as_double(struct value v)
{
	return v.kind == VALUE_INT ? (double)v.integer : v.number;
}

static int exponent(double x)
{
	return (int)floor(log10(fabs(x)));
}

/* A result without the error of numbers of that size: 1000.1 - 1000 is 0.1. */
static double tidy(double x, double size)
{
	char text[40];
	if (isnan(x) || isinf(x) || floor(x) == x)
		return x + 0.0; /* never -0.0 */
	int digits = DIGITS - exponent(size) + exponent(x);
	snprintf(text, sizeof text, "%.*e", digits > 1 ? digits - 1 : 0, x);
	double near = digits > 0 ? strtod(text, NULL) : 0;
	return fabs(x - near) <= 2 * DBL_EPSILON * size ? near : x;
}

static double apply_double(double a, enum arithmetic op, double b)
{
	double larger = fmax(fabs(a), fabs(b));
	switch (op) {
	case ADD: return tidy(a + b, larger);
	case SUBTRACT: return tidy(a - b, larger);
	case MULTIPLY: return tidy(a * b, fabs(a * b));
	case DIVIDE: return tidy(a / b, fabs(a / b));
	case MODULO: return tidy(a - b * floor(tidy(a / b, fabs(a / b))), larger);
	}
	return 0;
}

/* Rounded down, as Ruby divides; false when it does not fit. */
static bool divide_integers(int64_t a, enum arithmetic op, int64_t b, int64_t *out)
{
	if (b == -1) { /* the smallest integer has no opposite */
		*out = 0;
		return op == MODULO || !__builtin_sub_overflow(0, a, out);
	}
	int64_t quotient = a / b, rest = a % b;
	if (rest != 0 && (rest < 0) != (b < 0)) {
		quotient--;
		rest += b;
	}
	*out = op == DIVIDE ? quotient : rest;
	return true;
}

static bool apply_integers(int64_t a, enum arithmetic op, int64_t b, int64_t *out)
{
	switch (op) {
	case ADD: return !__builtin_add_overflow(a, b, out);
	case SUBTRACT: return !__builtin_sub_overflow(a, b, out);
	case MULTIPLY: return !__builtin_mul_overflow(a, b, out);
	default: return divide_integers(a, op, b, out);
	}
}

static struct value fault_range(struct render *r, struct value v)
{
	struct buf b = buf_new(r->arena);
	value_write_number(&b, v);
	return render_fault(r, MSG_TEMPLATE_NUMBER_RANGE, buf_text(&b), NULL);
}

struct value number_apply(struct render *r, struct value a, enum arithmetic op,
                          struct value b)
{
	bool is_whole = a.kind == VALUE_INT && b.kind == VALUE_INT;
	bool by_zero = as_double(b) == 0 && (op == MODULO || (op == DIVIDE && is_whole));
	if (by_zero)
		return render_fault(r, MSG_TEMPLATE_ZERO, NULL, NULL);
	if (is_whole) {
		int64_t i;
		return apply_integers(a.integer, op, b.integer, &i) ? value_int(i)
		                                                    : fault_range(r, a);
	}
	return value_float(apply_double(as_double(a), op,
	                                fabs(as_double(b)) == 0 ? 0.0 : as_double(b)));
}

int number_order(struct value a, struct value b)
{
	if (a.kind == VALUE_INT && b.kind == VALUE_INT)
		return (a.integer > b.integer) - (a.integer < b.integer);
	return (as_double(a) > as_double(b)) - (as_double(a) < as_double(b));
}

struct value number_abs(struct render *r, struct value v)
{
	if (v.kind == VALUE_FLOAT)
		return value_float(fabs(v.number));
	if (v.integer == INT64_MIN)
		return fault_range(r, v);
	return value_int(v.integer < 0 ? -v.integer : v.integer);
}

static double round_double(double x, enum rounding how)
{
	switch (how) {
	case ROUND_NEAREST: return round(x);
	case ROUND_UP: return ceil(x);
	case ROUND_DOWN: return floor(x);
	}
	return x;
}

struct value number_round(struct render *r, struct value v, enum rounding how,
                          int64_t digits)
{
	double x = as_double(v);
	if ((v.kind == VALUE_INT && digits >= 0) || digits > DBL_MAX_10_EXP)
		return v;
	double unit = pow(10, (double)(digits < 0 ? -digits : digits));
	double scaled = digits < 0 ? x / unit : x * unit;
	scaled = round_double(tidy(scaled, fabs(scaled)), how);
	if (digits > 0)
		return value_float(isinf(scaled) ? x : tidy(scaled / unit, fabs(x)));
	scaled = isinf(unit) ? 0 : scaled * unit;
	if (!(fabs(scaled) < 0x1p63))
		return fault_range(r, v);
	return value_int((int64_t)scaled);
}
