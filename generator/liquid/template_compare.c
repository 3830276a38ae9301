#include "liquid/template_internal.h"

#include "base/text.h"

/* Which values are true, equal, in order; the conditions of `if`, `unless` and `case`. */

bool value_is_true(struct value v)
{
	return v.kind != VALUE_NIL && (v.kind != VALUE_BOOL || v.boolean);
}

static bool is_number(struct value v)
{
	return v.kind == VALUE_INT || v.kind == VALUE_FLOAT;
}

static bool lists_equal(const struct value_list *a, const struct value_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!value_equal(a->items[i], b->items[i]))
			return false;
	return true;
}

static bool maps_equal(const struct value_map *a, const struct value_map *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct value_entry *other =
			value_map_find(b, a->entries[i].key, strlen(a->entries[i].key));
		if (!other || !value_equal(a->entries[i].value, other->value))
			return false;
	}
	return true;
}

static bool objects_equal(struct value a, struct value b)
{
	const struct range *ra = value_range(a), *rb = value_range(b);
	if (ra && rb)
		return ra->first == rb->first && ra->last == rb->last;
	return a.type == b.type && a.self == b.self;
}

bool value_equal(struct value a, struct value b)
{
	if (is_number(a) && is_number(b))
		return number_order(a, b) == 0;
	if (value_is_text(a) && value_is_text(b))
		return a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case VALUE_BOOL: return a.boolean == b.boolean;
	case VALUE_LIST: return lists_equal(a.list, b.list);
	case VALUE_MAP: return maps_equal(a.map, b.map);
	case VALUE_OBJECT: return objects_equal(a, b);
	default: return true;
	}
}

static int text_order(struct value a, struct value b)
{
	int order = memcmp(a.text, b.text, a.len < b.len ? a.len : b.len);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool value_order(struct value a, struct value b, int *order)
{
	*order = 0;
	if (is_number(a) && is_number(b))
		*order = number_order(a, b);
	else if (value_is_text(a) && value_is_text(b))
		*order = text_order(a, b);
	else if (a.kind == VALUE_LIST && b.kind == VALUE_LIST) {
		for (size_t i = 0; i < a.list->n && i < b.list->n && *order == 0; i++)
			if (!value_order(a.list->items[i], b.list->items[i], order))
				return false;
		if (*order == 0)
			*order = (a.list->n > b.list->n) - (a.list->n < b.list->n);
	} else
		return value_equal(a, b);
	return true;
}

bool value_contains(struct render *r, struct value list, struct value item)
{
	if (!value_is_true(list) || !value_is_true(item))
		return false;
	if (value_is_text(list)) {
		struct slice text = value_as_text(r, item);
		return memmem(list.text, list.len, text.at, text.len) != NULL;
	}
	if (list.kind == VALUE_MAP)
		return value_is_text(item) &&
		       value_map_find(list.map, item.text, item.len);
	const struct range *range = value_range(list);
	if (range)
		return is_number(item) &&
		       number_order(value_int(range->first), item) <= 0 &&
		       number_order(item, value_int(range->last)) <= 0;
	for (size_t i = 0; list.kind == VALUE_LIST && i < list.list->n; i++)
		if (value_equal(list.list->items[i], item))
			return true;
	return false;
}

static bool is_empty(struct value v)
{
	int64_t size;
	bool has_size = v.kind == VALUE_LIST || v.kind == VALUE_MAP || value_is_text(v);
	return has_size && value_size(v, &size) && size == 0;
}

static bool is_blank(struct value v)
{
	if (value_is_text(v)) {
		const char *at = v.text, *end = v.text + v.len;
		while (at < end)
			if (!text_is_space(text_next(&at, end)))
				return false;
		return true;
	}
	return !value_is_true(v) || is_empty(v);
}

/* Equality where either side may be the word `empty` or `blank`. */
static bool eval_equal(struct render *r, const struct expr *left,
                       const struct expr *right)
{
	bool is_left = left->kind == EXPR_EMPTY || left->kind == EXPR_BLANK;
	bool is_right = right->kind == EXPR_EMPTY || right->kind == EXPR_BLANK;
	if (is_left && is_right)
		return false;
	struct value l = eval_expr(r, left), v = eval_expr(r, right);
	if (!is_left && !is_right)
		return value_equal(l, v);
	return (is_left ? left->kind : right->kind) == EXPR_EMPTY
	               ? is_empty(is_left ? v : l)
	               : is_blank(is_left ? v : l);
}

static void fault_comparison(struct render *r, const struct comparison *c, struct value a,
                             struct value b)
{
	struct slice left = value_as_text(r, a), right = value_as_text(r, b);
	r->offset = c->left->offset;
	r->width = c->left->source.len;
	render_fault(r, MSG_TEMPLATE_COMPARE, arena_copy(r->arena, left.at, left.len),
	             arena_copy(r->arena, right.at, right.len));
}

/* < > <= >=: numbers with numbers, text with text; with anything else it is false. */
static bool eval_order(struct render *r, const struct comparison *c)
{
	bool is_word = c->left->kind == EXPR_EMPTY || c->left->kind == EXPR_BLANK ||
	               c->right->kind == EXPR_EMPTY || c->right->kind == EXPR_BLANK;
	struct value a = eval_expr(r, c->left), b = eval_expr(r, c->right);
	bool has_order =
		(is_number(a) || value_is_text(a)) && (is_number(b) || value_is_text(b));
	int order;
	if (!has_order || is_word || r->has_failed)
		return false;
	if (!value_order(a, b, &order)) {
		fault_comparison(r, c, a, b);
		return false;
	}
	switch (c->op) {
	case OP_LESS: return order < 0;
	case OP_GREATER: return order > 0;
	case OP_AT_MOST: return order <= 0;
	default: return order >= 0;
	}
}

static bool eval_comparison(struct render *r, const struct comparison *c)
{
	struct value list;
	switch (c->op) {
	case OP_NONE:
		return c->left->kind == EXPR_EMPTY ||
		       value_is_true(eval_expr(r, c->left));
	case OP_EQUAL: return eval_equal(r, c->left, c->right);
	case OP_DIFFERENT: return !eval_equal(r, c->left, c->right);
	case OP_CONTAINS:
		list = eval_expr(r, c->left);
		return value_contains(r, list, eval_expr(r, c->right));
	default: return eval_order(r, c);
	}
}

/* From the right, without precedence: what follows an `and` counts only when it held. */
bool eval_condition(struct render *r, const struct condition *c)
{
	bool holds = true;
	for (size_t i = 0; i < c->n && !r->has_failed; i++) {
		holds = eval_comparison(r, &c->comparisons[i]);
		enum relation relation = c->comparisons[i].relation;
		if ((relation == RELATION_OR && holds) ||
		    (relation == RELATION_AND && !holds))
			break;
	}
	return holds && !r->has_failed;
}

bool eval_when(struct render *r, struct value subject, const struct expr *when)
{
	if (when->kind == EXPR_EMPTY)
		return is_empty(subject);
	if (when->kind == EXPR_BLANK)
		return is_blank(subject);
	return value_equal(subject, eval_expr(r, when));
}
