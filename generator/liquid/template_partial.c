#include "liquid/template_internal.h"

#include "base/text.h"

/* The tag `render`: a partial, what it is given, how often. */

static struct template *find_partial(struct parser *p, struct slice name)
{
	const struct template_source *source = p->t->names;
	const char *text = arena_copy(p->t->arena, name.at, name.len);
	struct template *partial =
		source->find ? source->find(source->context, text) : NULL;
	if (!partial)
		parser_report_once(
			p, (struct template_fault){
				   .message = MSG_TEMPLATE_UNKNOWN_PARTIAL,
				   .offset = (size_t)(name.at - p->t->source.at),
				   .width = name.len,
				   .args = {text, text_nearest(text, source->partials,
		                                               source->n_partials)},
			   });
	return partial;
}

/* What `with` is called in the partial when no `as` says it: "boxes/card.html" -> card.
 */
static struct slice name_of_partial(struct slice path)
{
	for (const char *slash; (slash = memchr(path.at, '/', path.len));)
		path = (struct slice){slash + 1,
		                      path.len - (size_t)(slash + 1 - path.at)};
	const char *dot = memchr(path.at, '.', path.len);
	if (dot)
		path.len = (size_t)(dot - path.at);
	return path;
}

static void parse_with(struct parser *p, struct node_render *n, struct template *partial)
{
	bool is_loop = parser_is_name(p, "for");
	if (!is_loop && !parser_is_name(p, "with"))
		return;
	parser_advance(p);
	n->with = parse_expression(p);
	struct slice name = name_of_partial(n->name);
	if (!p->has_failed && parser_take_name(p, "as")) {
		name = p->text;
		if (p->token != TOKEN_NAME)
			parser_refuse(p);
		parser_advance(p);
	}
	if (!partial)
		return;
	n->variable = template_set_variable(partial, name);
	if (is_loop)
		n->forloop = template_set_variable(partial, (struct slice){"forloop", 7});
}

static void parse_parameter(struct parser *p, struct node_render *n,
                            struct template *partial)
{
	struct slice name = p->text;
	if (!parser_is_key(p)) {
		parser_refuse(p);
		return;
	}
	parser_advance(p);
	parser_advance(p); /* the colon */
	struct parameter parameter = {.expr = parse_expression(p)};
	if (!parameter.expr || !partial)
		return;
	parameter.variable = template_set_variable(partial, name);
	ARRAY_ADD(p->t->arena, n->parameters, n->n, n->cap, parameter);
}

void parse_render(struct parser *p, const struct tag *tag, struct block *block)
{
	struct node node = {.kind = NODE_RENDER, .offset = tag->offset};
	struct node_render *n = node.render = arena_alloc(p->t->arena, sizeof *n);
	parser_open(p, tag->markup);
	if (p->token != TOKEN_STRING) {
		parser_refuse_form(p, tag, "{% render \"name\", parameter: value %}");
		return;
	}
	n->name = (struct slice){p->text.at + 1, p->text.len - 2};
	struct template *partial = find_partial(p, n->name);
	n->partial = partial;
	parser_advance(p);
	parse_with(p, n, partial);
	while (!p->has_failed && p->token != TOKEN_END)
		if (!parser_take_sign(p, ','))
			parse_parameter(p, n, partial);
	if (!p->has_failed && partial)
		block_add(p, block, node);
}
