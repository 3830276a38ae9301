#include "liquid/template_internal.h"

#include "base/text.h"

/*
 * The tags: one parser each, in the table at the end. A tag that is badly
 * written is reported and its body parsed all the same.
 */

typedef void tag_parser(struct parser *p, const struct tag *tag, struct block *block);

static struct node new_node(enum node_kind kind, const struct tag *tag)
{
	return (struct node){.kind = kind, .offset = tag->offset};
}

void parser_refuse_form(struct parser *p, const struct tag *tag, const char *form)
{
	const char *name = arena_copy(p->diag->arena, tag->name.at, tag->name.len);
	parser_report_once(p, (struct template_fault){
				      .message = MSG_TEMPLATE_TAG_FORM,
				      .offset = tag->offset,
				      .width = tag->name.len,
				      .args = {name, form},
			      });
}

/* Others ignore what is left over in some tags; so does lax parsing. */
static void parse_rest(struct parser *p)
{
	if (!p->has_failed && !p->t->names->is_lax)
		parse_end(p);
}

struct variable *template_set_variable(struct template *t, struct slice name)
{
	struct variable *v = template_variable(t, name);
	v->is_set = true;
	return v;
}

/* The name that a tag sets: a word, or digits only. NULL when it is none. */
static struct variable *parse_target(struct parser *p)
{
	struct slice name = p->text;
	bool is_name = p->token == TOKEN_NAME || p->token == TOKEN_INT;
	if (!is_name || name.at[name.len - 1] == '?' || *name.at == '-')
		return NULL;
	parser_advance(p);
	return template_set_variable(p->t, name);
}

/* --- assign, capture, echo, increment, cycle ------------------------------------- */

static void parse_assign(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_ASSIGN, tag);
	parser_open(p, tag->markup);
	node.target = parse_target(p);
	if (!node.target || !parser_take_sign(p, '='))
		parser_refuse_form(p, tag, "{% assign name = value %}");
	else
		node.assigned = parse_pipeline(p);
	if (p->has_failed)
		node.kind = NODE_NOTHING;
	block_add(p, block, node);
}

static void parse_capture(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_CAPTURE, tag);
	struct tag end;
	parser_open(p, tag->markup);
	if (p->token == TOKEN_STRING) { /* capture "name", as older themes write it */
		p->text = (struct slice){p->text.at + 1, p->text.len - 2};
		p->token = p->text.len > 0 ? TOKEN_NAME : TOKEN_BAD;
	}
	node.target = parse_target(p);
	if (!node.target)
		parser_refuse_form(p, tag, "{% capture name %}");
	parse_rest(p);
	node.captured = arena_alloc(p->t->arena, sizeof *node.captured);
	if (!node.target)
		node.kind = NODE_NOTHING;
	parse_block(p, node.captured, "endcapture|", &end, tag);
	block_add(p, block, node);
}

static void parse_echo(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_OUTPUT, tag);
	parser_open(p, tag->markup);
	node.output = parse_pipeline(p);
	if (!node.output)
		node.kind = NODE_RAW;
	block_add(p, block, node);
}

static void parse_count(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_COUNT, tag);
	parser_open(p, tag->markup);
	struct variable *v = parse_target(p);
	if (!v)
		parser_refuse_form(p, tag, "{% increment name %}");
	parse_rest(p);
	if (!v)
		return;
	if (!v->counter)
		v->counter = p->t->n_slots++;
	node.target = v;
	node.count = *tag->name.at == 'i' ? 1 : -1;
	block_add(p, block, node);
}

static bool parse_items(struct parser *p, struct node_cycle *cycle)
{
	cycle->text.at = p->text.at;
	do {
		const struct expr *item = parse_expression(p);
		if (!item)
			return false;
		ARRAY_ADD(p->t->arena, cycle->items, cycle->n, cycle->cap, item);
	} while (parser_take_sign(p, ',') && p->token != TOKEN_END);
	cycle->text.len = (size_t)(p->text.at - cycle->text.at);
	parse_rest(p);
	return !p->has_failed;
}

static void parse_cycle(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_CYCLE, tag);
	node.cycle = arena_alloc(p->t->arena, sizeof *node.cycle);
	parser_open(p, tag->markup);
	if (p->token == TOKEN_END) {
		parser_refuse_form(p, tag, "{% cycle value, value %}");
		return;
	}
	struct parser start = *p;
	const struct expr *group = parse_expression(p);
	if (group && parser_take_sign(p, ':'))
		node.cycle->group = group;
	else if (group)
		*p = start;
	if (group && parse_items(p, node.cycle))
		block_add(p, block, node);
}

/* --- raw, comment, liquid -------------------------------------------------------- */

static void parse_raw_tag(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_RAW, tag);
	parser_open(p, tag->markup);
	if (p->token != TOKEN_END || p->is_lines)
		parser_refuse_form(p, tag, "{% raw %}…{% endraw %}");
	if (!p->is_lines && parse_raw(p, tag, &node.text))
		block_add(p, block, node);
}

static void parse_comment_tag(struct parser *p, const struct tag *tag,
                              struct block *block)
{
	parse_comment(p, tag);
	block_add(p, block, new_node(NODE_NOTHING, tag));
}

/* {% # … %}: each further line starts with # too. */
static void parse_inline_comment(struct parser *p, const struct tag *tag,
                                 struct block *block)
{
	const char *at = tag->markup.at, *end = at + tag->markup.len;
	p->has_failed = false;
	while ((at = memchr(at, '\n', (size_t)(end - at)))) {
		while (at < end && char_is_space(*at))
			at++;
		if (at < end && *at != '#')
			parser_refuse_form(p, tag, "{% # … # … %}");
	}
	block_add(p, block, new_node(NODE_NOTHING, tag));
}

static void parse_liquid(struct parser *p, const struct tag *tag, struct block *block)
{
	parse_lines(p, tag->markup, block);
}

/* --- if, unless, case ------------------------------------------------------------ */

static struct block *new_block(struct parser *p)
{
	return arena_alloc(p->t->arena, sizeof(struct block));
}

static void add_branch(struct parser *p, struct node_if *n, struct branch b)
{
	ARRAY_ADD(p->t->arena, n->branches, n->n, n->cap, b);
}

static void drop_blank_text(struct node_if *n)
{
	for (size_t i = 0; i < n->n; i++)
		if (!n->branches[i].block->is_blank)
			return;
	for (size_t i = 0; i < n->n; i++)
		block_drop_text(n->branches[i].block);
}

static bool tag_starts(const struct tag *tag, const char *prefix)
{
	return text_start_length(tag->name.at, tag->name.len, prefix) > 0;
}

static void parse_branches(struct parser *p, const struct tag *tag, struct block *block,
                           enum node_kind kind)
{
	const char *ends =
		kind == NODE_IF ? "elsif|else|endif|" : "elsif|else|endunless|";
	struct node node = new_node(kind, tag);
	struct tag way = *tag;
	node.branches = arena_alloc(p->t->arena, sizeof *node.branches);
	bool goes_on = true;
	while (goes_on) {
		struct branch b = {.block = new_block(p)};
		parser_open(p, way.markup);
		if (tag_starts(&way, "else"))
			parse_rest(p);
		else
			parse_condition(p, &b.condition);
		goes_on = parse_block(p, b.block, ends, &way, tag) &&
		          !tag_starts(&way, "end");
		add_branch(p, node.branches, b);
	}
	drop_blank_text(node.branches);
	block_add(p, block, node);
}

static void parse_if(struct parser *p, const struct tag *tag, struct block *block)
{
	parse_branches(p, tag, block, NODE_IF);
}

static void parse_unless(struct parser *p, const struct tag *tag, struct block *block)
{
	parse_branches(p, tag, block, NODE_UNLESS);
}

/* `when a, b or c`: a branch for each, with the same block. */
static void parse_when(struct parser *p, const struct tag *way, struct node_if *n,
                       struct block *block)
{
	parser_open(p, way->markup);
	if (p->token == TOKEN_END)
		parser_refuse_form(p, way, "{% when value, value %}");
	while (!p->has_failed) {
		struct branch b = {.when = parse_expression(p), .block = block};
		if (b.when)
			add_branch(p, n, b);
		if (!parser_take_sign(p, ',') && !parser_take_name(p, "or"))
			break;
	}
	parse_rest(p);
}

static void parse_case(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_CASE, tag);
	struct tag way;
	node.branches = arena_alloc(p->t->arena, sizeof *node.branches);
	parser_open(p, tag->markup);
	node.branches->subject = parse_expression(p);
	parse_rest(p);
	struct block before = {0};
	bool goes_on = parse_block(p, &before, "when|else|endcase|", &way, tag);
	bool is_blank = before.is_blank;
	while (goes_on && !tag_starts(&way, "end")) {
		struct block *body = new_block(p);
		if (tag_starts(&way, "when")) {
			parse_when(p, &way, node.branches, body);
		} else {
			parser_open(p, way.markup);
			parse_end(p);
			add_branch(p, node.branches, (struct branch){.block = body});
		}
		goes_on = parse_block(p, body, "when|else|endcase|", &way, tag);
	}
	if (is_blank)
		drop_blank_text(node.branches);
	if (node.branches->subject)
		block_add(p, block, node);
}

/* --- for, break, continue -------------------------------------------------------- */

static struct variable *loop_variable(struct parser *p, const char *name, size_t len)
{
	struct variable *v = arena_alloc(p->t->arena, sizeof *v);
	v->name = (struct slice){arena_copy(p->t->arena, name, len), len};
	v->slot = p->t->n_slots++;
	return v;
}

/* Loops of one name, item and list, continue each other. */
static size_t continuation_of(struct parser *p, struct slice name)
{
	struct variable *v = map_find(&p->t->continuations, name.at, name.len);
	if (!v) {
		v = loop_variable(p, name.at, name.len);
		map_put(&p->t->continuations, v->name.at, v->name.len, v);
	}
	return v->slot;
}

static void parse_loop_option(struct parser *p, struct node_for *loop)
{
	bool is_limit = parser_is_name(p, "limit");
	if (parser_take_name(p, "reversed")) {
		loop->is_reversed = true;
		return;
	}
	if (!parser_is_key(p) || (!is_limit && !parser_is_name(p, "offset"))) {
		parser_refuse(p);
		return;
	}
	parser_advance(p);
	parser_advance(p); /* the colon */
	if (!is_limit && parser_is_name(p, "continue")) {
		parser_advance(p);
		loop->continues = true;
	} else if (is_limit) {
		loop->limit = parse_expression(p);
	} else {
		loop->offset = parse_expression(p);
	}
}

/* item in list limit: 3, offset: 1 reversed */
static void parse_loop(struct parser *p, const struct tag *tag, struct node_for *loop)
{
	struct slice item = p->text;
	bool is_name = p->token == TOKEN_NAME;
	loop->item = loop_variable(p, item.at, is_name ? item.len : 0);
	parser_advance(p);
	if (!is_name || !parser_take_name(p, "in")) {
		parser_refuse_form(p, tag, "{% for item in list %}");
		return;
	}
	loop->list = parse_expression(p);
	while (!p->has_failed && p->token != TOKEN_END)
		if (!parser_take_sign(p, ','))
			parse_loop_option(p, loop);
	if (!loop->list)
		return;
	const struct slice *list = &loop->list->source;
	char *name = arena_format(p->t->arena, "%.*s-%.*s", (int)item.len, item.at,
	                          (int)list->len, list->at);
	loop->name = (struct slice){name, strlen(name)};
	loop->continuation = continuation_of(p, loop->name);
}

static void parse_for(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = new_node(NODE_FOR, tag);
	struct node_for *loop = node.loop = arena_alloc(p->t->arena, sizeof *loop);
	struct tag way;
	parser_open(p, tag->markup);
	parse_loop(p, tag, loop);
	if (!loop->list) /* its body is parsed all the same */
		node.kind = NODE_NOTHING;
	loop->forloop = loop_variable(p, "forloop", 7);
	struct loop_scope scope = {p->loops, loop->item, loop->forloop};
	p->loops = &scope;
	loop->otherwise.is_blank = true;
	bool has_else = parse_block(p, &loop->block, "else|endfor|", &way, tag) &&
	                !tag_starts(&way, "end");
	p->loops = scope.outer;
	if (has_else)
		parse_block(p, &loop->otherwise, "endfor|", &way, tag);
	if (loop->block.is_blank && loop->otherwise.is_blank) {
		block_drop_text(&loop->block);
		block_drop_text(&loop->otherwise);
	}
	block_add(p, block, node);
}

static void parse_interrupt(struct parser *p, const struct tag *tag, struct block *block)
{
	parser_open(p, tag->markup);
	parse_rest(p);
	block_add(p, block,
	          new_node(*tag->name.at == 'b' ? NODE_BREAK : NODE_CONTINUE, tag));
}

/* --- the table ------------------------------------------------------------------- */

/* clang-format off */
static const struct {
	const char *name;
	tag_parser *parse;
} tags[] = {
	{"#",         parse_inline_comment},
	{"assign",    parse_assign},
	{"break",     parse_interrupt},
	{"capture",   parse_capture},
	{"case",      parse_case},
	{"comment",   parse_comment_tag},
	{"continue",  parse_interrupt},
	{"cycle",     parse_cycle},
	{"decrement", parse_count},
	{"echo",      parse_echo},
	{"for",       parse_for},
	{"if",        parse_if},
	{"increment", parse_count},
	{"liquid",    parse_liquid},
	{"raw",       parse_raw_tag},
	{"render",    parse_render},
	{"unless",    parse_unless},
};
/* clang-format on */

bool parse_tag(struct parser *p, const struct tag *tag, struct block *block)
{
	for (size_t i = 0; i < COUNT(tags); i++)
		if (slice_is(tag->name, tags[i].name)) {
			tags[i].parse(p, tag, block);
			return true;
		}
	return false;
}

const char *tag_nearest(const char *name)
{
	const char *names[COUNT(tags)];
	for (size_t i = 0; i < COUNT(tags); i++)
		names[i] = tags[i].name;
	return text_nearest(name, names, COUNT(tags));
}
