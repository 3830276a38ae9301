#include "format/template_internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * Arithmetic as the filters do it: integers stay integers, and what has a
 * decimal point is reckoned exactly, in tenths and hundredths, so that
 * 0.1 + 0.2 is 0.3. Numbers too long for that are reckoned as doubles.
 */

/* digits / 10^scale */
struct decimal {
	__int128 digits;
	int scale;
};

enum {
	MAX_SCALE = 34, /* digits after the point; 10^38 is all that 128 bits hold */
	QUOTIENT_DIGITS = 36, /* of which 17 count in a double */
};

/* --- digits ---------------------------------------------------------------------- */

/* The shortest digits that read back as `x`, as "ddd" and the place of the point. */
static int shortest_digits(double x, char digits[32])
{
	char text[40];
	for (int precision = 15; precision <= 17; precision++) {
		snprintf(text, sizeof text, "%.*e", precision - 1, x);
		if (strtod(text, NULL) == x)
			break;
	}
	int n = 0;
	const char *at = text;
	for (; *at && *at != 'e'; at++)
		if (*at >= '0' && *at <= '9')
			digits[n++] = *at;
	while (n > 1 && digits[n - 1] == '0')
		n--;
	digits[n] = '\0';
	return (*at ? (int)strtol(at + 1, NULL, 10) : 0) + 1;
}

static void add_zeros(struct buf *out, int n)
{
	while (n-- > 0)
		buf_add_char(out, '0');
}

/* As Ruby writes floats: 0.0001, 1.5, 1.0e+15. */
static void write_float(struct buf *out, double x)
{
	char digits[32];
	if (isnan(x) || isinf(x)) {
		buf_add_string(out, isnan(x) ? "NaN" : x < 0 ? "-Infinity" : "Infinity");
		return;
	}
	if (signbit(x))
		buf_add_char(out, '-');
	int point = x == 0 ? 1 : shortest_digits(fabs(x), digits);
	int n = x == 0 ? 1 : (int)strlen(digits);
	const char *d = x == 0 ? "0" : digits;
	if (point > 15 || point <= -4) {
		buf_add_char(out, d[0]);
		buf_add_char(out, '.');
		buf_add_string(out, n > 1 ? d + 1 : "0");
		buf_add_format(out, "e%+03d", point - 1);
	} else if (point <= 0) {
		buf_add_string(out, "0.");
		add_zeros(out, -point);
		buf_add_string(out, d);
	} else {
		buf_add(out, d, (size_t)(n < point ? n : point));
		add_zeros(out, point - n);
		buf_add_char(out, '.');
		buf_add_string(out, n > point ? d + point : "0");
	}
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

/* --- decimals -------------------------------------------------------------------- */

/* False when the number has too many digits. */
static bool to_decimal(struct value v, struct decimal *out)
{
	char digits[32];
	*out = (struct decimal){0};
	if (v.kind == VALUE_INT) {
		out->digits = v.integer;
		return true;
	}
	if (isnan(v.number) || isinf(v.number))
		return false;
	if (v.number == 0)
		return true;
	int point = shortest_digits(fabs(v.number), digits), n = (int)strlen(digits);
	if (point > MAX_SCALE - 4 || n - point > MAX_SCALE - 4)
		return false;
	for (int i = 0; i < n || i < point; i++)
		out->digits = out->digits * 10 + (i < n ? digits[i] - '0' : 0);
	out->scale = n > point ? n - point : 0;
	if (v.number < 0)
		out->digits = -out->digits;
	return true;
}

static struct value from_decimal(struct decimal d)
{
	char text[64], *at = text + sizeof text;
	unsigned __int128 rest =
		d.digits < 0 ? -(unsigned __int128)d.digits : (unsigned __int128)d.digits;
	char exponent[16];
	snprintf(exponent, sizeof exponent, "e-%d", d.scale);
	at -= strlen(exponent) + 1;
	memcpy(at, exponent, strlen(exponent) + 1);
	do
		*--at = (char)('0' + (int)(rest % 10));
	while (rest /= 10);
	if (d.digits < 0)
		*--at = '-';
	return value_float(strtod(at, NULL));
}

/* Multiplies by 10^n; false when it does not fit. */
static bool shift(struct decimal *d, int n)
{
	for (int i = 0; i < n; i++)
		if (__builtin_mul_overflow(d->digits, 10, &d->digits))
			return false;
	d->scale += n;
	return true;
}

static bool align(struct decimal *a, struct decimal *b)
{
	return a->scale < b->scale ? shift(a, b->scale - a->scale)
	                           : shift(b, a->scale - b->scale);
}

static bool divide(struct decimal a, struct decimal b, struct decimal *out)
{
	__int128 limit = 1;
	for (int i = 0; i < QUOTIENT_DIGITS; i++)
		limit *= 10;
	while (a.digits < limit && a.digits > -limit && a.scale < 2 * MAX_SCALE)
		if (!shift(&a, 1))
			break;
	*out = (struct decimal){a.digits / b.digits, a.scale - b.scale};
	return true;
}

static bool modulo(struct decimal a, struct decimal b, struct decimal *out)
{
	if (!align(&a, &b))
		return false;
	*out = (struct decimal){a.digits % b.digits, a.scale};
	if (out->digits != 0 && (out->digits < 0) != (b.digits < 0))
		out->digits += b.digits;
	return true;
}

static bool apply_decimal(struct decimal a, enum arithmetic op, struct decimal b,
                          struct decimal *out)
{
	out->scale = a.scale > b.scale ? a.scale : b.scale;
	switch (op) {
	case ADD:
		return align(&a, &b) &&
		       !__builtin_add_overflow(a.digits, b.digits, &out->digits);
	case SUBTRACT:
		return align(&a, &b) &&
		       !__builtin_sub_overflow(a.digits, b.digits, &out->digits);
	case MULTIPLY:
		out->scale = a.scale + b.scale;
		return !__builtin_mul_overflow(a.digits, b.digits, &out->digits);
	case DIVIDE: return b.digits != 0 && divide(a, b, out);
	case MODULO: return b.digits != 0 && modulo(a, b, out);
	}
	return false;
}

static double apply_double(double a, enum arithmetic op, double b)
{
	switch (op) {
	case ADD: return a + b;
	case SUBTRACT: return a - b;
	case MULTIPLY: return a * b;
	case DIVIDE: return a / b;
	case MODULO: return a - b * floor(a / b);
	}
	return 0;
}

/* --- operations ------------------------------------------------------------------ */

static double as_double(struct value v)
{
	return v.kind == VALUE_INT ? (double)v.integer : v.number;
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
	struct decimal da, db, result;
	bool is_whole = a.kind == VALUE_INT && b.kind == VALUE_INT;
	bool by_zero = as_double(b) == 0 && (op == MODULO || (op == DIVIDE && is_whole));
	if (by_zero)
		return render_fault(r, MSG_TEMPLATE_ZERO, NULL, NULL);
	if (is_whole) {
		int64_t i;
		return apply_integers(a.integer, op, b.integer, &i) ? value_int(i)
		                                                    : fault_range(r, a);
	}
	if (to_decimal(a, &da) && to_decimal(b, &db) &&
	    apply_decimal(da, op, db, &result))
		return from_decimal(result);
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

/* Drops the last n digits. */
static __int128 round_digits(__int128 digits, int64_t n, enum rounding how)
{
	if (n > 38)
		return how == ROUND_UP && digits > 0     ? 1
		       : how == ROUND_DOWN && digits < 0 ? -1
		                                         : 0;
	unsigned __int128 unit = 1;
	while (n-- > 0)
		unit *= 10;
	bool is_negative = digits < 0;
	unsigned __int128 size =
		is_negative ? -(unsigned __int128)digits : (unsigned __int128)digits;
	unsigned __int128 quotient = size / unit, rest = size % unit;
	bool is_away = how == ROUND_NEAREST
	                       ? rest >= unit - rest && rest > 0
	                       : rest > 0 && (how == ROUND_UP) != is_negative;
	quotient += is_away;
	return is_negative ? -(__int128)quotient : (__int128)quotient;
}

struct value number_round(struct render *r, struct value v, enum rounding how,
                          int64_t digits)
{
	struct decimal d;
	if (v.kind == VALUE_INT && digits >= 0)
		return v;
	if (!to_decimal(v, &d)) {
		if (isnan(v.number) || isinf(v.number) ||
		    (digits <= 0 && fabs(v.number) >= 1e18))
			return fault_range(r, v);
		return digits > 0 ? v : value_int((int64_t)v.number);
	}
	if (digits < d.scale) {
		d.digits = round_digits(d.digits, d.scale - digits, how);
		d.scale = digits > 0 ? (int)digits : 0;
		for (int64_t i = digits; i < 0 && d.digits != 0; i++)
			if (__builtin_mul_overflow(d.digits, 10, &d.digits))
				return fault_range(r, v);
	}
	if (digits > 0)
		return from_decimal(d);
	if (d.digits > INT64_MAX || d.digits < INT64_MIN)
		return fault_range(r, v);
	return value_int((int64_t)d.digits);
}
