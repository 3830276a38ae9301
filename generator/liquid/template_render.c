#include "liquid/template_internal.h"

/* Nodes to bytes. What a node of a kind does is one function; the table is `render_node`.
 */

/* --- faults and limits ----------------------------------------------------------- */

void render_report(struct render *r, struct template_fault fault)
{
	if (!r->has_failed && r->n_reports++ < MAX_REPORTS)
		template_report(r->here.template, r->diag, fault);
	r->has_failed = true;
}

struct value render_fault(struct render *r, enum message m, const char *a, const char *b)
{
	render_report(r, (struct template_fault){m, r->offset, r->width, {a, b}});
	return VALUE_NONE;
}

void render_stop(struct render *r, enum message m, const char *a)
{
	struct template_fault fault = {m, r->offset, r->width, {a}};
	if (!r->must_stop)
		template_report(r->here.template, r->diag, fault);
	r->must_stop = r->has_failed = true;
}

bool render_step(struct render *r)
{
	if (++r->n_steps > MAX_STEPS)
		render_stop(r, MSG_TEMPLATE_STEPS, NULL);
	else if (r->out->len > MAX_TEXT)
		render_stop(r, MSG_TEMPLATE_TOO_LARGE, NULL);
	return !r->must_stop;
}

bool render_counts(struct render *r, size_t bytes)
{
	r->n_bytes = bytes > MAX_TEXT ? MAX_TEXT + 1 : r->n_bytes + bytes;
	if (r->n_bytes > MAX_TEXT)
		render_stop(r, MSG_TEMPLATE_TOO_LARGE, NULL);
	return !r->must_stop;
}

/* --- frames ---------------------------------------------------------------------- */

static struct frame *take_frame(struct render *r, size_t n)
{
	struct frame **link = &r->free_frames;
	while (*link && (*link)->cap < n)
		link = &(*link)->next;
	struct frame *f = *link;
	if (f) {
		*link = f->next;
		memset(f->slots, 0, n * sizeof *f->slots);
		return f;
	}
	f = arena_alloc(r->arena, sizeof *f + n * sizeof *f->slots);
	f->cap = n;
	return f;
}

static void give_frame(struct render *r, struct frame *f)
{
	f->next = r->free_frames;
	r->free_frames = f;
}

static void set_slot(struct frame *f, size_t slot, struct value v)
{
	f->slots[slot] = (struct slot){.value = v, .state = SLOT_SET};
}

/* --- simple nodes ---------------------------------------------------------------- */

static void render_block(struct render *r, const struct block *block);

static void render_output(struct render *r, const struct node *node)
{
	struct value v = eval_pipeline(r, node->output);
	if (!r->has_failed)
		value_write(r, r->out, v, r->here.escaping);
}

static void render_assign(struct render *r, const struct node *node)
{
	struct value v = eval_pipeline(r, node->assigned);
	if (!r->has_failed)
		set_slot(r->here.frame, node->target->slot, v);
}

/* In a .json template what is captured is text, escaped when it is written at last. */
static void render_capture(struct render *r, const struct node *node)
{
	struct buf captured = buf_new(r->arena), *out = r->out;
	enum escaping escaping = r->here.escaping;
	bool is_plain = r->is_plain;
	r->out = &captured;
	if (escaping == ESCAPE_JSON) {
		r->here.escaping = ESCAPE_NONE;
		r->is_plain = true;
	}
	render_block(r, node->captured);
	r->out = out;
	r->here.escaping = escaping;
	r->is_plain = is_plain;
	render_counts(r, captured.len);
	struct value v = value_from_buf(&captured);
	if (escaping == ESCAPE_HTML)
		v.kind = VALUE_HTML;
	set_slot(r->here.frame, node->target->slot, v);
}

static void render_count(struct render *r, const struct node *node)
{
	const struct variable *v = node->target;
	struct slot *counter = &r->here.frame->slots[v->counter],
		    *slot = &r->here.frame->slots[v->slot];
	if (counter->state == SLOT_FREE && slot->state != SLOT_SET) {
		struct expr global = {.kind = EXPR_LOOKUP, .variable = v};
		struct value start = eval_expr(r, &global);
		set_slot(r->here.frame, v->counter,
		         start.kind == VALUE_INT ? start : value_int(0));
	}
	if (slot->state == SLOT_GLOBAL)
		slot->state = SLOT_FREE; /* the counter hides it from now on */
	int64_t before = counter->value.integer, after;
	if (__builtin_add_overflow(before, node->count, &after))
		after = before;
	set_slot(r->here.frame, v->counter, value_int(after));
	value_write_number(r->out, value_int(node->count > 0 ? before : after));
}

/* How far a group of cycles has come. */
struct cycle {
	struct cycle *next;
	bool is_named;
	struct slice group;
	size_t at;
};

static struct cycle *find_cycle(struct render *r, const struct node_cycle *n)
{
	struct slice group =
		n->group ? value_identity(r, eval_expr(r, n->group)) : n->text;
	for (struct cycle *c = r->here.cycles; c; c = c->next)
		if (c->is_named == (n->group != NULL) && slice_equal(c->group, group))
			return c;
	struct cycle *c = arena_alloc(r->arena, sizeof *c);
	*c = (struct cycle){
		.next = r->here.cycles, .is_named = n->group != NULL, .group = group};
	r->here.cycles = c;
	return c;
}

static void render_cycle(struct render *r, const struct node *node)
{
	const struct node_cycle *n = node->cycle;
	struct cycle *c = find_cycle(r, n);
	struct value v = c->at < n->n ? eval_expr(r, n->items[c->at]) : VALUE_NONE;
	c->at = c->at + 1 < n->n ? c->at + 1 : 0;
	if (!r->has_failed)
		value_write(r, r->out, v, r->here.escaping);
}

/* --- branches -------------------------------------------------------------------- */

static void render_if(struct render *r, const struct node *node)
{
	const struct node_if *n = node->branches;
	for (size_t i = 0; i < n->n; i++) {
		bool holds = eval_condition(r, &n->branches[i].condition);
		if (r->has_failed)
			return;
		if (holds != (node->kind == NODE_UNLESS && i == 0)) {
			render_block(r, n->branches[i].block);
			return;
		}
	}
}

/* Every `when` that matches is rendered; an `else` when none before it did. */
static void render_case(struct render *r, const struct node *node)
{
	const struct node_if *n = node->branches;
	struct value subject = eval_expr(r, n->subject);
	bool has_matched = false;
	for (size_t i = 0; i < n->n && !r->has_failed && !r->interrupt; i++) {
		const struct branch *b = &n->branches[i];
		bool matches = b->when ? eval_when(r, subject, b->when) : !has_matched;
		if (!matches || r->has_failed)
			continue;
		has_matched |= b->when != NULL;
		render_block(r, b->block);
		r->has_failed = r->must_stop;
	}
}

/* --- loops ----------------------------------------------------------------------- */

static int64_t count_items(struct value v)
{
	int64_t n = 0;
	if (value_is_text(v))
		return v.len > 0; /* a text is one item */
	if (v.kind == VALUE_LIST || v.kind == VALUE_MAP || value_range(v))
		value_size(v, &n);
	return n;
}

static struct value item_at(struct render *r, struct value list, int64_t i)
{
	if (list.kind == VALUE_LIST)
		return list.list->items[i];
	if (list.kind == VALUE_MAP)
		return value_pair(r, &list.map->entries[i]);
	const struct range *range = value_range(list);
	return range ? value_int(range->first + i) : list;
}

static bool eval_option(struct render *r, const struct expr *e, int64_t *out)
{
	struct value v = eval_expr(r, e);
	r->offset = e->offset;
	r->width = e->source.len;
	return v.kind == VALUE_NIL || value_integer(r, v, out);
}

/* Which items of the list the loop takes: [from, to). */
static bool eval_limits(struct render *r, const struct node_for *n, struct value list,
                        int64_t *from, int64_t *to)
{
	int64_t size = count_items(list), start = 0, limit = INT64_MAX;
	if (n->continues && r->here.frame->slots[n->continuation].state == SLOT_SET)
		start = r->here.frame->slots[n->continuation].value.integer;
	if ((n->offset && !eval_option(r, n->offset, &start)) ||
	    (n->limit && !eval_option(r, n->limit, &limit)))
		return false;
	if (__builtin_add_overflow(start, limit, to) || *to > size)
		*to = size;
	*from = start > 0 ? start : 0;
	if (value_is_text(list))
		*from = 0, *to = size;
	*to = *to > *from ? *to : *from;
	set_slot(r->here.frame, n->continuation, value_int(start + (*to - *from)));
	return true;
}

static void render_items(struct render *r, const struct node_for *n, struct value list,
                         int64_t from)
{
	struct loop *loop = r->here.loop;
	for (; loop->index < loop->length; loop->index++) {
		int64_t i = n->is_reversed ? loop->length - 1 - loop->index : loop->index;
		set_slot(r->here.frame, n->item->slot, item_at(r, list, from + i));
		if (!render_step(r))
			return;
		render_block(r, &n->block);
		enum interrupt interrupt = r->interrupt;
		r->interrupt = INTERRUPT_NONE;
		if (interrupt == INTERRUPT_BREAK || r->must_stop)
			return;
	}
}

static void render_for(struct render *r, const struct node *node)
{
	const struct node_for *n = node->loop;
	struct value list = eval_expr(r, n->list);
	int64_t from, to;
	if (r->has_failed || !eval_limits(r, n, list, &from, &to))
		return;
	if (from >= to) {
		render_block(r, &n->otherwise);
		return;
	}
	struct loop *loop = arena_alloc(r->arena, sizeof *loop);
	*loop = (struct loop){
		.outer = r->here.loop, .node = n, .name = n->name, .length = to - from};
	r->here.loop = loop;
	set_slot(r->here.frame, n->forloop->slot, value_object(&forloop_type, loop));
	render_items(r, n, list, from);
	r->here.loop = loop->outer;
}

/* --- partials -------------------------------------------------------------------- */

/* The partial in a frame of its own: it sees its parameters and the globals. */
static void enter_partial(struct render *r, const struct template *t, struct frame *frame)
{
	struct scope outer = r->here;
	bool is_lax = t->names && t->names->is_lax;
	r->here = (struct scope){
		.template = t,
		.frame = frame,
		.globals = is_lax ? VALUE_NONE : outer.globals,
		.escaping = r->is_plain ? ESCAPE_NONE : t->escaping,
	};
	r->n_renders++;
	render_block(r, &t->block);
	r->n_renders--;
	r->here = outer;
	r->interrupt = INTERRUPT_NONE;
	r->has_failed = r->must_stop;
}

static void render_once(struct render *r, const struct node_render *n, struct value with,
                        struct loop *loop)
{
	struct frame *frame = take_frame(r, n->partial->n_slots);
	for (size_t i = 0; i < n->n; i++)
		set_slot(frame, n->parameters[i].variable->slot,
		         eval_expr(r, n->parameters[i].expr));
	if (loop)
		set_slot(frame, n->forloop->slot, value_object(&forloop_type, loop));
	if (n->variable && with.kind != VALUE_NIL)
		set_slot(frame, n->variable->slot, with);
	if (!r->has_failed)
		enter_partial(r, n->partial, frame);
	give_frame(r, frame);
}

static void render_partial(struct render *r, const struct node *node)
{
	const struct node_render *n = node->render;
	struct value with = n->with ? eval_expr(r, n->with) : VALUE_NONE;
	bool is_loop =
		n->forloop && !value_is_text(with) &&
		(with.kind == VALUE_LIST || with.kind == VALUE_MAP || value_range(with));
	if (r->has_failed)
		return;
	if (r->n_renders >= MAX_RENDERS) {
		render_stop(r, MSG_TEMPLATE_RENDERS,
		            arena_copy(r->arena, n->name.at, n->name.len));
		return;
	}
	if (!is_loop) {
		render_once(r, n, with, NULL);
		return;
	}
	struct loop *loop = arena_alloc(r->arena, sizeof *loop);
	*loop = (struct loop){.name = n->name, .length = count_items(with)};
	for (; loop->index < loop->length && render_step(r); loop->index++)
		render_once(r, n, item_at(r, with, loop->index), loop);
}

/* --- nodes ----------------------------------------------------------------------- */

static void render_node(struct render *r, const struct node *node)
{
	r->has_failed = false;
	r->offset = node->offset;
	r->width = 0;
	switch (node->kind) {
	case NODE_TEXT:
	case NODE_RAW: buf_add(r->out, node->text.at, node->text.len); break;
	case NODE_OUTPUT: render_output(r, node); break;
	case NODE_ASSIGN: render_assign(r, node); break;
	case NODE_CAPTURE: render_capture(r, node); break;
	case NODE_IF:
	case NODE_UNLESS: render_if(r, node); break;
	case NODE_CASE: render_case(r, node); break;
	case NODE_FOR: render_for(r, node); break;
	case NODE_BREAK: r->interrupt = INTERRUPT_BREAK; break;
	case NODE_CONTINUE: r->interrupt = INTERRUPT_CONTINUE; break;
	case NODE_CYCLE: render_cycle(r, node); break;
	case NODE_COUNT: render_count(r, node); break;
	case NODE_RENDER: render_partial(r, node); break;
	case NODE_NOTHING: break;
	}
}

static void render_block(struct render *r, const struct block *block)
{
	if (r->n_frames >= MAX_FRAMES) {
		render_stop(r, MSG_TEMPLATE_TOO_DEEP, NULL);
		return;
	}
	r->n_frames++;
	for (size_t i = 0; i < block->n && !r->interrupt && render_step(r); i++)
		render_node(r, &block->nodes[i]);
	r->n_frames--;
}

bool template_render(const struct template *t, struct value globals, void *env,
                     struct arena *a, struct buf *out, struct diag *d)
{
	struct render r = {
		.arena = a,
		.out = out,
		.diag = d,
		.env = env,
		.here = {.template = t, .globals = globals, .escaping = t->escaping},
	};
	r.here.frame = take_frame(&r, t->n_slots);
	render_block(&r, &t->block);
	return !r.must_stop;
}
