#include "liquid/filters.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "data/value.h"
#include "words/message_names.h"

/*
 * Filters for lists. What they are given counts as a list: lists within it
 * are spelt out, a map or anything else is a list of one, nil is empty.
 */

static void add_items(struct render *r, struct value_list *list, struct value v)
{
	const struct range *range = value_range(v);
	if (v.kind == VALUE_LIST) {
		for (size_t i = 0; i < v.list->n; i++)
			add_items(r, list, v.list->items[i]);
	} else if (range) {
		int64_t n;
		value_size(v, &n);
		for (int64_t i = 0; i < n && render_counts(r, sizeof v); i++)
			value_list_add(r->arena, list, value_int(range->first + i));
	} else {
		value_list_add(r->arena, list, v);
	}
}

static struct value_list *new_list(struct render *r)
{
	return arena_alloc(r->arena, sizeof(struct value_list));
}

static struct value_list *items_of(struct render *r, struct value v)
{
	struct value_list *list = new_list(r);
	if (v.kind != VALUE_NIL)
		add_items(r, list, v);
	return list;
}

static bool is_shallow(const struct value_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].kind == VALUE_LIST || value_range(list->items[i]))
			return false;
	return true;
}

/* The same, without a copy where there is nothing to spell out. Only read it. */
static const struct value_list *read_items(struct render *r, struct value v)
{
	return v.kind == VALUE_LIST && is_shallow(v.list) ? v.list : items_of(r, v);
}

/*
 * item[key], for filters that give nil when an item has nothing to look into.
 * False then, and when the key is of no use to it, which is a fault.
 */
static bool get_property(struct render *r, struct value item, struct value key,
                         struct value *out)
{
	enum property found = value_property(r, item, key, out);
	struct slice name = value_as_text(r, key);
	if (found == PROPERTY_WRONG)
		render_fault(r, MSG_TEMPLATE_PROPERTY,
		             arena_copy(r->arena, name.at, name.len), NULL);
	return found == PROPERTY_FOUND && !r->has_failed;
}

/* --- one item -------------------------------------------------------------------- */

FILTER(first)
{
	return value_first(r, input);
}

FILTER(last)
{
	return value_last(input);
}

/* --- whole lists ----------------------------------------------------------------- */

static bool has_html(const struct value_list *list, struct value glue)
{
	bool has = glue.kind == VALUE_HTML;
	for (size_t i = 0; i < list->n; i++)
		has |= list->items[i].kind == VALUE_HTML;
	return has;
}

static void add_part(struct render *r, struct buf *b, struct value v, bool is_html)
{
	struct slice s = value_as_text(r, v);
	if (is_html && v.kind != VALUE_HTML)
		text_add_html(b, s.at, s.len);
	else
		buf_add(b, s.at, s.len);
}

FILTER(join)
{
	const struct value_list *list = read_items(r, input);
	struct value glue = n > 0 ? args[0] : value_text(" ");
	bool is_html = has_html(list, glue);
	struct buf b = buf_new(r->arena);
	for (size_t i = 0; i < list->n; i++) {
		if (i > 0)
			add_part(r, &b, glue, is_html);
		add_part(r, &b, list->items[i], is_html);
		if (b.len > MAX_TEXT)
			break;
	}
	if (!render_counts(r, b.len))
		return VALUE_NONE;
	return is_html ? value_html(buf_text(&b), b.len) : value_from_buf(&b);
}

FILTER(reverse)
{
	const struct value_list *list = read_items(r, input);
	struct value_list *reversed = new_list(r);
	for (size_t i = list->n; i-- > 0;)
		value_list_add(r->arena, reversed, list->items[i]);
	return value_of_list(reversed);
}

FILTER(concat)
{
	if (args[0].kind != VALUE_LIST)
		return render_fault(r, MSG_TEMPLATE_NOT_LIST, "concat", NULL);
	struct value_list *list = items_of(r, input);
	for (size_t i = 0; i < args[0].list->n; i++)
		value_list_add(r->arena, list, args[0].list->items[i]);
	render_counts(r, list->n * sizeof *list->items);
	return value_of_list(list);
}

FILTER(map)
{
	const struct value_list *list = read_items(r, input);
	struct value_list *mapped = new_list(r);
	for (size_t i = 0; i < list->n && !r->has_failed; i++) {
		struct value v = VALUE_NONE;
		get_property(r, list->items[i], args[0], &v);
		value_list_add(r->arena, mapped, v);
	}
	return value_of_list(mapped);
}

FILTER(sum)
{
	const struct value_list *list = read_items(r, input);
	struct value total = value_int(0);
	for (size_t i = 0; i < list->n && !r->has_failed; i++) {
		struct value v = list->items[i];
		if (n > 0 && args[0].kind != VALUE_NIL)
			get_property(r, list->items[i], args[0], &v);
		if (!r->has_failed)
			total = number_apply(r, total, ADD, number_of(v));
	}
	return total;
}

/* --- picking --------------------------------------------------------------------- */

/* Whether item[property] is true, or equals the target when there is one. */
static bool matches(struct render *r, struct value item, const struct value *args,
                    bool *is_match)
{
	struct value v;
	if (!get_property(r, item, args[0], &v))
		return false;
	*is_match =
		args[1].kind == VALUE_NIL ? value_is_true(v) : value_equal(v, args[1]);
	return true;
}

static struct value pick(struct render *r, struct value input, const struct value *args,
                         bool wanted)
{
	const struct value_list *list = read_items(r, input);
	struct value_list *picked = new_list(r);
	for (size_t i = 0; i < list->n; i++) {
		bool is_match;
		if (!matches(r, list->items[i], args, &is_match))
			return VALUE_NONE;
		if (is_match == wanted)
			value_list_add(r->arena, picked, list->items[i]);
	}
	return value_of_list(picked);
}

FILTER(where)
{
	return pick(r, input, args, true);
}

FILTER(reject)
{
	return pick(r, input, args, false);
}

/* The number of the first item that matches; -1: none does, or one has nothing to look
 * into. */
static int64_t find_match(struct render *r, const struct value_list *list,
                          const struct value *args, bool *is_sound)
{
	*is_sound = true;
	for (size_t i = 0; i < list->n; i++) {
		bool is_match;
		*is_sound = matches(r, list->items[i], args, &is_match);
		if (!*is_sound)
			return -1;
		if (is_match)
			return (int64_t)i;
	}
	return -1;
}

FILTER(find)
{
	bool is_sound;
	const struct value_list *list = read_items(r, input);
	int64_t i = find_match(r, list, args, &is_sound);
	return i >= 0 ? list->items[i] : VALUE_NONE;
}

FILTER(find_index)
{
	bool is_sound;
	int64_t i = find_match(r, read_items(r, input), args, &is_sound);
	return i >= 0 ? value_int(i) : VALUE_NONE;
}

FILTER(has)
{
	bool is_sound;
	int64_t i = find_match(r, read_items(r, input), args, &is_sound);
	return is_sound ? value_bool(i >= 0) : VALUE_NONE;
}

FILTER(compact)
{
	const struct value_list *list = read_items(r, input);
	struct value_list *kept = new_list(r);
	for (size_t i = 0; i < list->n; i++) {
		struct value v = list->items[i];
		if (n > 0 && args[0].kind != VALUE_NIL &&
		    !get_property(r, list->items[i], args[0], &v))
			return VALUE_NONE;
		if (v.kind != VALUE_NIL)
			value_list_add(r->arena, kept, list->items[i]);
	}
	return value_of_list(kept);
}

FILTER(uniq)
{
	const struct value_list *list = read_items(r, input);
	struct value_list *kept = new_list(r);
	struct map seen = map_new(r->arena);
	for (size_t i = 0; i < list->n; i++) {
		struct value v = list->items[i];
		if (n > 0 && args[0].kind != VALUE_NIL &&
		    !get_property(r, list->items[i], args[0], &v))
			return VALUE_NONE;
		struct slice identity = value_identity(r, v);
		if (!map_put(&seen, identity.at, identity.len, kept))
			value_list_add(r->arena, kept, list->items[i]);
	}
	return value_of_list(kept);
}

/* --- sorting --------------------------------------------------------------------- */

struct sorted {
	struct value key, item;
};

/* <= 0 when a may stand before b; nil stands last. A fault when they have no order. */
typedef int compare_keys(struct render *r, struct value a, struct value b);

static int compare_values(struct render *r, struct value a, struct value b)
{
	int order;
	if (value_order(a, b, &order))
		return order;
	if (a.kind == VALUE_NIL || b.kind == VALUE_NIL)
		return a.kind == VALUE_NIL ? 1 : -1;
	render_fault(r, MSG_TEMPLATE_SORT, NULL, NULL);
	return 0;
}

/* Without regard to the case of ASCII letters, as Ruby's casecmp. */
static int compare_natural(struct render *r, struct value a, struct value b)
{
	if (a.kind == VALUE_NIL || b.kind == VALUE_NIL)
		return (a.kind == VALUE_NIL) - (b.kind == VALUE_NIL);
	struct slice left = value_as_text(r, a), right = value_as_text(r, b);
	size_t len = left.len < right.len ? left.len : right.len;
	for (size_t i = 0; i < len; i++) {
		unsigned char x = (unsigned char)left.at[i],
			      y = (unsigned char)right.at[i];
		x = x >= 'A' && x <= 'Z' ? x | 32 : x;
		y = y >= 'A' && y <= 'Z' ? y | 32 : y;
		if (x != y)
			return x < y ? -1 : 1;
	}
	return (left.len > right.len) - (left.len < right.len);
}

struct sorter {
	struct render *r;
	compare_keys *compare;
	struct sorted *scratch; /* as long as what is sorted */
};

/* Both halves are in order. */
static void merge(struct sorter *s, struct sorted *items, size_t middle, size_t n)
{
	size_t left = 0, right = middle;
	for (size_t i = 0; i < n; i++) {
		bool takes_left = right == n ||
		                  (left < middle && s->compare(s->r, items[left].key,
		                                               items[right].key) <= 0);
		s->scratch[i] = takes_left ? items[left++] : items[right++];
	}
	memcpy(items, s->scratch, n * sizeof *items);
}

/* Stable: what is equal keeps its order. */
static void merge_sort(struct sorter *s, struct sorted *items, size_t n)
{
	if (n < 2 || s->r->has_failed)
		return;
	merge_sort(s, items, n / 2);
	merge_sort(s, items + n / 2, n - n / 2);
	merge(s, items, n / 2, n);
}

static struct value sort_by(struct render *r, struct value input, struct value property,
                            compare_keys *compare)
{
	const struct value_list *list = read_items(r, input);
	struct sorted *items = arena_array(r->arena, list->n, sizeof *items);
	struct sorter s = {r, compare, arena_array(r->arena, list->n, sizeof *items)};
	for (size_t i = 0; i < list->n; i++) {
		items[i] = (struct sorted){list->items[i], list->items[i]};
		if (property.kind != VALUE_NIL &&
		    !get_property(r, list->items[i], property, &items[i].key))
			return VALUE_NONE;
	}
	merge_sort(&s, items, list->n);
	struct value_list *sorted = new_list(r);
	for (size_t i = 0; i < list->n; i++)
		value_list_add(r->arena, sorted, items[i].item);
	return value_of_list(sorted);
}

FILTER(sort)
{
	return sort_by(r, input, args[0], compare_values);
}

FILTER(sort_natural)
{
	return sort_by(r, input, args[0], compare_natural);
}
