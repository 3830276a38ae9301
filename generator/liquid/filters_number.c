#include "liquid/filters.h"

#include "base/buf.h"
#include "data/value.h"
#include "words/message_names.h"

/* Filters for numbers, for dates, and those that take anything. */

FILTER(abs)
{
	return number_abs(r, number_of(input));
}

static struct value apply(struct render *r, struct value input, enum arithmetic op,
                          struct value operand)
{
	return number_apply(r, number_of(input), op, number_of(operand));
}

FILTER(plus)
{
	return apply(r, input, ADD, args[0]);
}

FILTER(minus)
{
	return apply(r, input, SUBTRACT, args[0]);
}

FILTER(times)
{
	return apply(r, input, MULTIPLY, args[0]);
}

FILTER(divided_by)
{
	return apply(r, input, DIVIDE, args[0]);
}

FILTER(modulo)
{
	return apply(r, input, MODULO, args[0]);
}

FILTER(round)
{
	struct value digits = number_round(r, number_of(args[0]), ROUND_DOWN, 0);
	return r->has_failed
	               ? VALUE_NONE
	               : number_round(r, number_of(input), ROUND_NEAREST, digits.integer);
}

FILTER(ceil)
{
	return number_round(r, number_of(input), ROUND_UP, 0);
}

FILTER(floor)
{
	return number_round(r, number_of(input), ROUND_DOWN, 0);
}

FILTER(at_least)
{
	struct value number = number_of(input), bound = number_of(args[0]);
	return number_order(bound, number) > 0 ? bound : number;
}

FILTER(at_most)
{
	struct value number = number_of(input), bound = number_of(args[0]);
	return number_order(bound, number) < 0 ? bound : number;
}

/* --- dates ----------------------------------------------------------------------- */

static bool is_all_digits(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_digit(s.at[i]))
			return false;
	return s.len > 0;
}

static bool is_today(struct slice s)
{
	return (s.len == 3 && strncasecmp(s.at, "now", 3) == 0) ||
	       (s.len == 5 && strncasecmp(s.at, "today", 5) == 0);
}

/* False when the value is no date: it then stays as it is. */
static bool to_moment(struct render *r, struct value v, struct moment *out)
{
	*out = (struct moment){0};
	if (v.kind == VALUE_INT) {
		out->seconds = v.integer;
		return true;
	}
	if (v.kind != VALUE_TEXT)
		return false;
	struct slice text = {v.text, v.len};
	if (is_all_digits(text)) {
		out->seconds = text_to_integer(text);
		return true;
	}
	if (is_today(text)) {
		render_fault(r, MSG_TEMPLATE_NOW, v.text, NULL);
		return false;
	}
	return moment_parse(text, out);
}

FILTER(date)
{
	struct slice format = value_as_text(r, args[0]);
	struct moment m;
	if (format.len == 0 || !to_moment(r, input, &m))
		return r->has_failed ? VALUE_NONE : input;
	struct buf b = buf_new(r->arena);
	if (!moment_write(&b, &m, format))
		return input;
	render_counts(r, b.len);
	return value_from_buf(&b);
}

/* --- anything -------------------------------------------------------------------- */

static bool is_empty(struct value v)
{
	return (v.kind == VALUE_LIST && v.list->n == 0) ||
	       (v.kind == VALUE_MAP && v.map->n == 0) || (value_is_text(v) && v.len == 0);
}

/* args[1] is `allow_false`. */
FILTER(default)
{
	bool is_missing =
		value_is_true(args[1]) ? input.kind == VALUE_NIL : !value_is_true(input);
	struct value other = n > 0 ? args[0] : value_text("");
	return is_missing || is_empty(input) ? other : input;
}

FILTER(size)
{
	int64_t size;
	value_size(input, &size);
	return value_int(size);
}
