#include "liquid/template_internal.h"

#include <errno.h>
#include <stdlib.h>

#include "base/text.h"

/*
 * What stands within a tag: expressions, filters, conditions.
 * One error a tag is reported, the first.
 */

/* --- errors ---------------------------------------------------------------------- */

/* Reports at the current token, once a tag. */
static void report(struct parser *p, enum message m, const char *a, const char *b)
{
	size_t width = (size_t)text_length(p->text.at, p->text.len);
	parser_report_once(p,
	                   (struct template_fault){m, parser_offset(p), width, {a, b}});
}

void parser_refuse(struct parser *p)
{
	const char *text = arena_copy(p->diag->arena, p->text.at, p->text.len);
	if (p->token == TOKEN_END)
		report(p, MSG_TEMPLATE_INCOMPLETE, NULL, NULL);
	else if (p->token == TOKEN_BAD && (*text == '"' || *text == '\''))
		report(p, MSG_TEMPLATE_QUOTE_OPEN, text, NULL);
	else
		report(p, MSG_TEMPLATE_UNEXPECTED, text, NULL);
}

void parse_end(struct parser *p)
{
	if (p->token != TOKEN_END)
		parser_refuse(p);
}

/* --- expressions ----------------------------------------------------------------- */

static struct expr *new_expr(struct parser *p, enum expr_kind kind)
{
	struct expr *e = arena_alloc(p->t->arena, sizeof *e);
	e->kind = kind;
	e->offset = parser_offset(p);
	e->source = p->text;
	return e;
}

/* The expression ends before the current token. */
static struct expr *close_expr(struct parser *p, struct expr *e)
{
	size_t len = (size_t)(p->text.at - e->source.at);
	while (len > 0 && char_is_space(e->source.at[len - 1]))
		len--;
	e->source.len = len;
	return e;
}

static struct expr *parse_literal(struct parser *p, struct value v)
{
	struct expr *e = new_expr(p, EXPR_VALUE);
	e->value = v;
	parser_advance(p);
	return close_expr(p, e);
}

static const struct expr *parse_number(struct parser *p)
{
	char *text = arena_copy(p->t->arena, p->text.at, p->text.len);
	if (p->token == TOKEN_FLOAT)
		return parse_literal(p, value_float(strtod(text, NULL)));
	errno = 0;
	int64_t i = strtoll(text, NULL, 10);
	if (errno == ERANGE) {
		report(p, MSG_TEMPLATE_NUMBER_RANGE, text, NULL);
		return NULL;
	}
	return parse_literal(p, value_int(i));
}

static const struct expr *parse_string(struct parser *p)
{
	size_t len = p->text.len - 2;
	const char *text = arena_copy(p->t->arena, p->text.at + 1, len);
	return parse_literal(p, value_text_n(text, len));
}

/* A word that is a value and not a name, when nothing follows that looks into it. */
static const struct expr *parse_keyword(struct parser *p)
{
	static const struct {
		const char *word;
		enum expr_kind kind;
		struct value value;
	} words[] = {
		{"nil", EXPR_VALUE, {.kind = VALUE_NIL}},
		{"null", EXPR_VALUE, {.kind = VALUE_NIL}},
		{"true", EXPR_VALUE, {.kind = VALUE_BOOL, .boolean = true}},
		{"false", EXPR_VALUE, {.kind = VALUE_BOOL}},
		{"empty", EXPR_EMPTY, {.kind = VALUE_TEXT, .text = "", .len = 0}},
		{"blank", EXPR_BLANK, {.kind = VALUE_TEXT, .text = "", .len = 0}},
	};
	const char *at = p->next;
	while (at < p->tag_end && char_is_space(*at))
		at++;
	bool is_looked_into =
		at < p->tag_end && (*at == '[' || (*at == '.' && at[1] != '.'));
	for (size_t i = 0; i < COUNT(words) && !is_looked_into; i++)
		if (parser_is_name(p, words[i].word)) {
			struct expr *e = parse_literal(p, words[i].value);
			e->kind = words[i].kind;
			return e;
		}
	return NULL;
}

static bool parse_index(struct parser *p, struct step *s)
{
	parser_advance(p);
	s->index = parse_expression(p);
	if (!s->index)
		return false;
	if (s->index->kind == EXPR_VALUE && s->index->value.kind == VALUE_TEXT) {
		s->name = (struct slice){s->index->value.text, s->index->value.len};
		s->index = NULL;
	}
	if (!parser_take_sign(p, ']')) {
		parser_refuse(p);
		return false;
	}
	return true;
}

static bool parse_field(struct parser *p, struct step *s)
{
	parser_advance(p);
	if (p->token != TOKEN_NAME) {
		parser_refuse(p);
		return false;
	}
	s->offset = parser_offset(p);
	s->name = p->text;
	s->is_dotted = true;
	parser_advance(p);
	return true;
}

static bool parse_steps(struct parser *p, struct expr *e)
{
	struct step *steps = NULL;
	size_t n = 0, cap = 0;
	while (parser_is_sign(p, '[') || parser_is_sign(p, '.')) {
		struct step s = {.offset = parser_offset(p),
		                 .found = arena_alloc(p->t->arena, sizeof(memo))};
		if (!(parser_is_sign(p, '[') ? parse_index(p, &s) : parse_field(p, &s)))
			return false;
		ARRAY_ADD(p->t->arena, steps, n, cap, s);
	}
	e->steps = steps;
	e->n_steps = n;
	return true;
}

static const struct variable *find_variable(struct parser *p, struct slice name,
                                            size_t offset)
{
	for (struct loop_scope *loop = p->loops; loop; loop = loop->outer) {
		if (slice_is(name, "forloop"))
			return loop->forloop;
		if (slice_equal(name, loop->item->name))
			return loop->item;
	}
	struct variable *v = template_variable(p->t, name);
	if (!v->is_used)
		v->offset = offset;
	v->is_used = true;
	return v;
}

static const struct expr *parse_lookup(struct parser *p)
{
	struct expr *e = new_expr(p, EXPR_LOOKUP);
	e->variable = find_variable(p, p->text, e->offset);
	parser_advance(p);
	return parse_steps(p, e) ? close_expr(p, e) : NULL;
}

static const struct expr *parse_indirect(struct parser *p)
{
	struct expr *e = new_expr(p, EXPR_INDIRECT);
	parser_advance(p);
	e->first = parse_expression(p);
	if (!e->first)
		return NULL;
	if (!parser_take_sign(p, ']')) {
		parser_refuse(p);
		return NULL;
	}
	return parse_steps(p, e) ? close_expr(p, e) : NULL;
}

static const struct expr *parse_range(struct parser *p)
{
	struct expr *e = new_expr(p, EXPR_RANGE);
	parser_advance(p);
	e->first = parse_expression(p);
	if (e->first && p->token != TOKEN_DOTS)
		parser_refuse(p);
	if (p->has_failed)
		return NULL;
	parser_advance(p);
	e->last = parse_expression(p);
	if (e->last && !parser_take_sign(p, ')'))
		parser_refuse(p);
	return p->has_failed ? NULL : close_expr(p, e);
}

static const struct expr *parse_any(struct parser *p)
{
	if (p->token == TOKEN_STRING)
		return parse_string(p);
	if (p->token == TOKEN_INT || p->token == TOKEN_FLOAT)
		return parse_number(p);
	if (p->token == TOKEN_NAME) {
		const struct expr *e = parse_keyword(p);
		return e ? e : parse_lookup(p);
	}
	if (parser_is_sign(p, '['))
		return parse_indirect(p);
	if (parser_is_sign(p, '('))
		return parse_range(p);
	parser_refuse(p);
	return NULL;
}

const struct expr *parse_expression(struct parser *p)
{
	if (p->n_exprs >= MAX_EXPRESSIONS) {
		report(p, MSG_TEMPLATE_TOO_DEEP, NULL, NULL);
		return NULL;
	}
	p->n_exprs++;
	const struct expr *e = parse_any(p);
	p->n_exprs--;
	return e;
}

/* --- filters --------------------------------------------------------------------- */

static bool parse_option(struct parser *p, struct filter_call *call)
{
	bool is_known =
		call->filter->takes_allow_false && parser_is_name(p, "allow_false");
	if (!is_known) {
		report(p, MSG_TEMPLATE_FILTER_OPTION, call->filter->name,
		       arena_copy(p->diag->arena, p->text.at, p->text.len));
		return false;
	}
	parser_advance(p);
	parser_advance(p); /* the colon */
	call->args[call->filter->max] = parse_expression(p);
	return call->args[call->filter->max] != NULL;
}

static bool parse_argument(struct parser *p, struct filter_call *call)
{
	if (parser_is_key(p))
		return parse_option(p, call);
	const struct expr *e = parse_expression(p);
	if (e && call->n_args < call->filter->max)
		call->args[call->n_args] = e;
	call->n_args++;
	return e != NULL;
}

static bool check_arguments(struct parser *p, const struct filter_call *call)
{
	const struct filter *f = call->filter;
	if (call->n_args >= f->min && call->n_args <= f->max)
		return true;
	struct arena *a = p->diag->arena;
	const char *wanted = f->min == f->max
	                             ? arena_format(a, "%zu", f->min)
	                             : arena_format(a, "%zu–%zu", f->min, f->max);
	parser_report_once(
		p,
		(struct template_fault){
			.message = MSG_TEMPLATE_FILTER_ARGUMENTS,
			.offset = call->offset,
			.width = strlen(f->name),
			.args = {f->name, arena_format(a, "%zu", call->n_args), wanted},
		});
	return false;
}

static bool parse_filter(struct parser *p, struct filter_call *call)
{
	if (p->token != TOKEN_NAME) {
		parser_refuse(p);
		return false;
	}
	call->offset = parser_offset(p);
	call->filter = filter_find_row(p->text);
	if (!call->filter) {
		const char *name = arena_copy(p->diag->arena, p->text.at, p->text.len);
		report(p, MSG_TEMPLATE_UNKNOWN_FILTER, name, filter_nearest(name));
		return false;
	}
	parser_advance(p);
	if (parser_take_sign(p, ':'))
		do
			if (!parse_argument(p, call))
				return false;
		while (parser_take_sign(p, ','));
	return check_arguments(p, call);
}

struct pipeline *parse_pipeline(struct parser *p)
{
	struct pipeline *line = arena_alloc(p->t->arena, sizeof *line);
	if (p->token == TOKEN_END)
		return line;
	line->expr = parse_expression(p);
	while (!p->has_failed && parser_take_sign(p, '|')) {
		struct filter_call call = {0};
		if (parse_filter(p, &call))
			ARRAY_ADD(p->t->arena, line->calls, line->n_calls,
			          line->cap_calls, call);
	}
	if (!p->has_failed)
		parse_end(p);
	return p->has_failed ? NULL : line;
}

/* --- conditions ------------------------------------------------------------------ */

static enum operator operator_of(struct slice text)
{
	static const struct {
		const char *text;
		enum operator op;
	} operators[] = {
		{"==", OP_EQUAL},    {"!=", OP_DIFFERENT},      {"<>", OP_DIFFERENT},
		{"<", OP_LESS},      {">", OP_GREATER},         {"<=", OP_AT_MOST},
		{">=", OP_AT_LEAST}, {"contains", OP_CONTAINS},
	};
	for (size_t i = 0; i < COUNT(operators); i++)
		if (slice_is(text, operators[i].text))
			return operators[i].op;
	return OP_NONE;
}

static bool parse_comparison(struct parser *p, struct comparison *c)
{
	c->left = parse_expression(p);
	if (!c->left || p->token != TOKEN_OPERATOR)
		return c->left != NULL;
	c->op = operator_of(p->text);
	parser_advance(p);
	c->right = parse_expression(p);
	return c->right != NULL;
}

bool parse_condition(struct parser *p, struct condition *condition)
{
	for (;;) {
		struct comparison c = {0};
		if (!parse_comparison(p, &c))
			return false;
		if (parser_take_name(p, "and"))
			c.relation = RELATION_AND;
		else if (parser_take_name(p, "or"))
			c.relation = RELATION_OR;
		ARRAY_ADD(p->t->arena, condition->comparisons, condition->n,
		          condition->cap, c);
		if (c.relation == RELATION_LAST)
			break;
	}
	parse_end(p);
	return !p->has_failed;
}
