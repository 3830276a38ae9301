#include "liquid/template_internal.h"

#include "base/text.h"

/*
 * Expressions to values: names, steps into values, ranges, filters.
 * A fault is reported where it happens, gives nil, and keeps the node from
 * writing anything.
 */

/* --- objects of ours: ranges and loops ------------------------------------------- */

static struct value range_first(const void *self, void *env)
{
	(void)env;
	return value_int(((const struct range *)self)->first);
}

static struct value range_last(const void *self, void *env)
{
	(void)env;
	return value_int(((const struct range *)self)->last);
}

static int64_t range_length(const struct range *range)
{
	int64_t span;
	if (range->last < range->first)
		return 0;
	if (__builtin_sub_overflow(range->last, range->first, &span) || span == INT64_MAX)
		return INT64_MAX;
	return span + 1;
}

static struct value range_size(const void *self, void *env)
{
	(void)env;
	return value_int(range_length(self));
}

static const struct value_field range_fields[] = {
	{"first", "integer", range_first},
	{"last", "integer", range_last},
	{"size", "integer", range_size},
};

const struct value_type range_type = {"range", range_fields, COUNT(range_fields)};

const struct range *value_range(struct value v)
{
	return v.kind == VALUE_OBJECT && v.type == &range_type ? v.self : NULL;
}

#define LOOP_FIELD(field, expression)                                                    \
	static struct value loop_##field(const void *self, void *env)                    \
	{                                                                                \
		const struct loop *loop = self;                                          \
		(void)env;                                                               \
		return expression;                                                       \
	}
LOOP_FIELD(index, value_int(loop->index + 1))
LOOP_FIELD(index0, value_int(loop->index))
LOOP_FIELD(rindex, value_int(loop->length - loop->index))
LOOP_FIELD(rindex0, value_int(loop->length - loop->index - 1))
LOOP_FIELD(first, value_bool(loop->index == 0))
LOOP_FIELD(last, value_bool(loop->index == loop->length - 1))
LOOP_FIELD(length, value_int(loop->length))
LOOP_FIELD(name, value_text_n(loop->name.at, loop->name.len))
LOOP_FIELD(parentloop, value_object(&forloop_type, loop->outer))

static const struct value_field loop_fields[] = {
	{"first", "bool", loop_first},
	{"index", "integer", loop_index},
	{"index0", "integer", loop_index0},
	{"last", "bool", loop_last},
	{"length", "integer", loop_length},
	{"name", "text", loop_name},
	{"parentloop", "forloop", loop_parentloop},
	{"rindex", "integer", loop_rindex},
	{"rindex0", "integer", loop_rindex0},
};

const struct value_type forloop_type = {"forloop", loop_fields, COUNT(loop_fields)};

/* --- looking into values --------------------------------------------------------- */

struct value value_pair(struct render *r, const struct value_entry *entry)
{
	struct value_list *pair = arena_alloc(r->arena, sizeof *pair);
	pair->items = arena_array(r->arena, 2, sizeof *pair->items);
	pair->items[0] = value_text(entry->key);
	pair->items[1] = entry->value;
	pair->n = pair->cap = 2;
	return value_of_list(pair);
}

bool value_size(struct value v, int64_t *size)
{
	*size = 0;
	if (v.kind == VALUE_LIST)
		*size = (int64_t)v.list->n;
	else if (v.kind == VALUE_MAP)
		*size = (int64_t)v.map->n;
	else if (value_is_text(v))
		*size = text_length(v.text, v.len);
	else if (value_range(v))
		*size = range_length(value_range(v));
	else if (v.kind == VALUE_INT)
		*size = sizeof v.integer; /* as Ruby has it */
	else
		return false;
	return true;
}

struct value value_first(struct render *r, struct value v)
{
	if (v.kind == VALUE_LIST && v.list->n > 0)
		return v.list->items[0];
	if (v.kind == VALUE_MAP && v.map->n > 0)
		return value_pair(r, &v.map->entries[0]);
	return value_range(v) ? range_first(v.self, NULL) : VALUE_NONE;
}

struct value value_last(struct value v)
{
	if (v.kind == VALUE_LIST && v.list->n > 0)
		return v.list->items[v.list->n - 1];
	return value_range(v) ? range_last(v.self, NULL) : VALUE_NONE;
}

/* What `.size`, `.first` and `.last` say of a value without such a field. */
static struct value eval_command(struct render *r, struct value v, const struct step *s)
{
	int64_t size;
	if (!s->is_dotted)
		return VALUE_NONE;
	if (slice_is(s->name, "size") && value_size(v, &size))
		return value_int(size);
	if (slice_is(s->name, "first"))
		return value_first(r, v);
	if (slice_is(s->name, "last"))
		return value_last(v);
	return VALUE_NONE;
}

static const char *nearest_field(const struct value_type *type, const char *name)
{
	struct arena scratch = ARENA_PRIVATE;
	const char **names = arena_array(&scratch, type->n_fields, sizeof *names);
	for (size_t i = 0; i < type->n_fields; i++)
		names[i] = type->fields[i].name;
	const char *nearest = text_nearest(name, names, type->n_fields);
	arena_release(&scratch);
	return nearest;
}

static void fault_field(struct render *r, const struct value_type *type,
                        struct slice name)
{
	const char *text = arena_copy(r->arena, name.at, name.len);
	if (r->here.template->names->is_lax)
		return;
	render_report(r, (struct template_fault){
				 .message = MSG_TEMPLATE_UNKNOWN_FIELD,
				 .offset = r->offset,
				 .width = (size_t)text_length(name.at, name.len),
				 .args = {type->name, text, nearest_field(type, text)},
			 });
}

struct value object_field(struct render *r, struct value object, struct slice name)
{
	const struct value_field *field =
		value_field_find(object.type, name.at, name.len);
	if (field)
		return field->get(object.self, r->env);
	fault_field(r, object.type, name);
	return VALUE_NONE;
}

static bool is_field_of(const struct value_type *type, const struct value_field *field)
{
	uintptr_t at = (uintptr_t)field, first = (uintptr_t)type->fields;
	return at >= first && at < first + type->n_fields * sizeof *field;
}

/* A field looked for by a step of the template: found once, then remembered. */
static struct value cached_field(struct render *r, struct value object,
                                 const struct step *s)
{
	const struct value_field *field =
		atomic_load_explicit(s->found, memory_order_relaxed);
	if (!is_field_of(object.type, field)) {
		field = value_field_find(object.type, s->name.at, s->name.len);
		if (!field) {
			r->offset = s->offset;
			fault_field(r, object.type, s->name);
			return VALUE_NONE;
		}
		atomic_store_explicit(s->found, field, memory_order_relaxed);
	}
	return field->get(object.self, r->env);
}

static struct value eval_name_step(struct render *r, struct value v, const struct step *s)
{
	if (v.kind == VALUE_OBJECT)
		return cached_field(r, v, s);
	if (v.kind == VALUE_MAP) {
		const struct value_entry *entry =
			value_map_find(v.map, s->name.at, s->name.len);
		if (entry)
			return entry->value;
	}
	return eval_command(r, v, s);
}

static struct value list_item(const struct value_list *list, int64_t i)
{
	if (i < 0)
		i += (int64_t)list->n;
	return i >= 0 && i < (int64_t)list->n ? list->items[i] : VALUE_NONE;
}

static struct value eval_index_step(struct render *r, struct value v,
                                    const struct step *s)
{
	struct value key = eval_expr(r, s->index);
	if (v.kind == VALUE_LIST && key.kind == VALUE_INT)
		return list_item(v.list, key.integer);
	if (v.kind == VALUE_MAP && value_is_text(key)) {
		const struct value_entry *entry =
			value_map_find(v.map, key.text, key.len);
		return entry ? entry->value : VALUE_NONE;
	}
	if (v.kind == VALUE_OBJECT && value_is_text(key)) {
		r->offset = s->offset;
		return object_field(r, v, (struct slice){key.text, key.len});
	}
	return VALUE_NONE;
}

/* Shopify's Liquid asks Ruby, where a number is a row of bits. */
static int64_t bit_of(int64_t number, int64_t i)
{
	if (i < 0)
		return 0;
	return i < 63 ? (number >> i) & 1 : number < 0;
}

enum property value_property(struct render *r, struct value v, struct value key,
                             struct value *out)
{
	*out = VALUE_NONE;
	if (v.kind == VALUE_MAP) {
		const struct value_entry *entry =
			value_is_text(key) ? value_map_find(v.map, key.text, key.len)
					   : NULL;
		*out = entry ? entry->value : VALUE_NONE;
		return PROPERTY_FOUND;
	}
	if (v.kind == VALUE_OBJECT && value_is_text(key)) {
		*out = object_field(r, v, (struct slice){key.text, key.len});
		return PROPERTY_FOUND;
	}
	if (v.kind == VALUE_LIST && key.kind == VALUE_INT) {
		*out = list_item(v.list, key.integer);
		return PROPERTY_FOUND;
	}
	if (value_is_text(v) && value_is_text(key)) {
		if (memmem(v.text, v.len, key.text, key.len))
			*out = key;
		return PROPERTY_FOUND;
	}
	if (v.kind == VALUE_INT && key.kind == VALUE_INT) {
		*out = (struct value){.kind = VALUE_INT,
		                      .integer = bit_of(v.integer, key.integer)};
		return PROPERTY_FOUND;
	}
	bool looks_into = v.kind == VALUE_LIST || v.kind == VALUE_INT ||
	                  value_is_text(v) || v.kind == VALUE_OBJECT;
	return looks_into && key.kind != VALUE_NIL ? PROPERTY_WRONG : PROPERTY_NONE;
}

/* --- names ----------------------------------------------------------------------- */

static struct value find_global(struct render *r, struct slice name)
{
	if (r->here.globals.kind == VALUE_OBJECT) {
		const struct value_field *field =
			value_field_find(r->here.globals.type, name.at, name.len);
		return field ? field->get(r->here.globals.self, r->env) : VALUE_NONE;
	}
	const struct value_entry *entry =
		r->here.globals.kind == VALUE_MAP
			? value_map_find(r->here.globals.map, name.at, name.len)
			: NULL;
	return entry ? entry->value : VALUE_NONE;
}

static struct value eval_variable(struct render *r, const struct variable *v)
{
	struct slot *slot = &r->here.frame->slots[v->slot];
	if (slot->state != SLOT_FREE)
		return slot->value;
	if (v->counter && r->here.frame->slots[v->counter].state == SLOT_SET)
		return r->here.frame->slots[v->counter].value;
	slot->value = find_global(r, v->name);
	slot->state = SLOT_GLOBAL;
	return slot->value;
}

/* The variable whose name is a value: loops first, then the template, then the globals.
 */
static struct value eval_named(struct render *r, struct value name)
{
	if (!value_is_text(name))
		return VALUE_NONE;
	struct slice text = {name.text, name.len};
	for (const struct loop *loop = r->here.loop; loop; loop = loop->outer)
		if (slice_equal(text, loop->node->item->name))
			return eval_variable(r, loop->node->item);
	const struct variable *v =
		map_find(&r->here.template->variables, text.at, text.len);
	return v ? eval_variable(r, v) : find_global(r, text);
}

/* --- ranges ---------------------------------------------------------------------- */

static bool eval_bound(struct render *r, const struct expr *e, bool is_literal,
                       int64_t *out)
{
	struct value v = eval_expr(r, e);
	*out = 0;
	if (r->has_failed)
		return false;
	r->offset = e->offset;
	r->width = e->source.len;
	if (v.kind == VALUE_FLOAT && is_literal)
		*out = (int64_t)v.number;
	else if (value_is_text(v))
		*out = text_to_integer((struct slice){v.text, v.len});
	else if (v.kind != VALUE_NIL)
		return value_integer(r, v, out);
	return true;
}

static struct value eval_range(struct render *r, const struct expr *e)
{
	struct range *range = arena_alloc(r->arena, sizeof *range);
	bool is_literal = e->first->kind == EXPR_VALUE && e->last->kind == EXPR_VALUE;
	if (!eval_bound(r, e->first, is_literal, &range->first) ||
	    !eval_bound(r, e->last, is_literal, &range->last))
		return VALUE_NONE;
	return value_object(&range_type, range);
}

static struct value eval_step(struct render *r, struct value v, const struct step *s)
{
	return s->index ? eval_index_step(r, v, s) : eval_name_step(r, v, s);
}

struct value eval_expr(struct render *r, const struct expr *e)
{
	struct value v;
	switch (e->kind) {
	case EXPR_VALUE:
	case EXPR_EMPTY:
	case EXPR_BLANK: return e->value;
	case EXPR_RANGE: return eval_range(r, e);
	case EXPR_LOOKUP: v = eval_variable(r, e->variable); break;
	default: v = eval_named(r, eval_expr(r, e->first));
	}
	for (size_t i = 0; i + 1 < e->n_steps && v.kind != VALUE_NIL; i++)
		v = eval_step(r, v, &e->steps[i]);
	if (v.kind == VALUE_NIL || e->n_steps == 0)
		return v;
	return eval_step(r, v, &e->steps[e->n_steps - 1]); /* not copied once more */
}

/* --- filters --------------------------------------------------------------------- */

static struct value escape_operand(struct render *r, struct value v)
{
	if (v.kind != VALUE_TEXT)
		return v;
	struct buf b = buf_new(r->arena);
	text_add_html(&b, v.text, v.len);
	return value_from_buf(&b);
}

/* HTML with text: the text is escaped, the result is HTML. */
static struct value apply_mixed(struct render *r, const struct filter_call *call,
                                struct value input, struct value *args)
{
	bool has_html = input.kind == VALUE_HTML;
	for (size_t i = 0; i < call->filter->max; i++)
		has_html |= args[i].kind == VALUE_HTML;
	if (!has_html)
		return call->filter->apply(r, input, args, call->n_args);
	input = escape_operand(r, input);
	for (size_t i = 0; i < call->n_args; i++)
		args[i] = escape_operand(r, args[i]);
	struct value v = call->filter->apply(r, input, args, call->n_args);
	if (v.kind == VALUE_TEXT)
		v.kind = VALUE_HTML;
	return v;
}

static struct value apply_filter(struct render *r, const struct filter_call *call,
                                 struct value input)
{
	struct value args[MAX_FILTER_ARGS] = {0};
	for (size_t i = 0; i < MAX_FILTER_ARGS; i++)
		if (call->args[i])
			args[i] = eval_expr(r, call->args[i]);
	r->offset = call->offset;
	r->width = strlen(call->filter->name);
	if (r->has_failed || !render_step(r))
		return VALUE_NONE;
	if (call->filter->html == HTML_MIXED)
		return apply_mixed(r, call, input, args);
	if (call->filter->html == HTML_REFUSED && input.kind == VALUE_HTML)
		return render_fault(r, MSG_TEMPLATE_HTML, call->filter->name, NULL);
	return call->filter->apply(r, input, args, call->n_args);
}

struct value eval_pipeline(struct render *r, const struct pipeline *p)
{
	if (p->expr && p->n_calls == 0)
		return eval_expr(r, p->expr);
	struct value v = p->expr ? eval_expr(r, p->expr) : VALUE_NONE;
	for (size_t i = 0; i < p->n_calls && !r->has_failed; i++)
		v = apply_filter(r, &p->calls[i], v);
	return v;
}
