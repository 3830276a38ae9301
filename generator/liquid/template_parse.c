#include "liquid/template_internal.h"

#include "base/text.h"

/*
 * The source as text, outputs and tags; blocks of them. What a tag means is
 * left to template_tags.c, what stands within it to template_expr.c.
 */

/* --- reports --------------------------------------------------------------------- */

void template_report(const struct template *t, struct diag *d,
                     struct template_fault fault)
{
	struct place at = {.path = t->path, .line = 1};
	const char *line = t->source.at, *end = t->source.at + fault.offset;
	for (const char *p = line; (p = memchr(p, '\n', (size_t)(end - p))); line = ++p)
		at.line++;
	at.column = text_length(line, (size_t)(end - line)) + 1;
	diag_report(d, fault.message, at, fault.args[0], fault.args[1], fault.args[2],
	            NULL);
	d->findings[d->n - 1].width = (int)fault.width;
}

void parser_report(struct parser *p, struct template_fault fault)
{
	if (p->n_reports++ < MAX_REPORTS)
		template_report(p->t, p->diag, fault);
}

void parser_report_once(struct parser *p, struct template_fault fault)
{
	if (!p->has_failed)
		parser_report(p, fault);
	p->has_failed = true;
}

static size_t offset_of(const struct parser *p, const char *at)
{
	return (size_t)(at - p->t->source.at);
}

static void report_at(struct parser *p, const char *at, enum message m)
{
	parser_report(p, (struct template_fault){m, offset_of(p, at), 1, {NULL}});
}

static void report_open(struct parser *p, const char *mark, const char *open,
                        const char *close)
{
	size_t offset = offset_of(p, mark);
	parser_report(p, (struct template_fault){
				 MSG_TEMPLATE_NOT_CLOSED, offset, 2, {open, close}});
}

static void report_tag(struct parser *p, const struct tag *tag, enum message m,
                       const char *help)
{
	const char *name = arena_copy(p->diag->arena, tag->name.at, tag->name.len);
	parser_report(
		p, (struct template_fault){m, tag->offset, tag->name.len, {name, help}});
}

/* --- blocks ---------------------------------------------------------------------- */

void block_add(struct parser *p, struct block *block, struct node node)
{
	ARRAY_ADD(p->t->arena, block->nodes, block->n, block->cap, node);
}

static bool branches_are_blank(const struct node_if *n)
{
	for (size_t i = 0; i < n->n; i++)
		if (!n->branches[i].block->is_blank)
			return false;
	return true;
}

static bool node_is_blank(const struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT: return slice_strip_left(n->text).len == 0;
	case NODE_RAW: return n->text.len == 0;
	case NODE_ASSIGN:
	case NODE_CAPTURE:
	case NODE_NOTHING: return true;
	case NODE_IF:
	case NODE_UNLESS:
	case NODE_CASE: return branches_are_blank(n->branches);
	case NODE_FOR: return n->loop->block.is_blank && n->loop->otherwise.is_blank;
	default: return false;
	}
}

static bool block_is_blank(const struct block *block)
{
	for (size_t i = 0; i < block->n; i++)
		if (!node_is_blank(&block->nodes[i]))
			return false;
	return true;
}

void block_drop_text(struct block *block)
{
	size_t n = 0;
	for (size_t i = 0; i < block->n; i++)
		if (block->nodes[i].kind != NODE_TEXT)
			block->nodes[n++] = block->nodes[i];
	block->n = n;
}

/* --- text, outputs, tags --------------------------------------------------------- */

/* The next "{{" or "{%", or the end. */
static const char *find_mark(const struct parser *p)
{
	const char *at = p->at;
	while (at < p->end && (at = memchr(at, '{', (size_t)(p->end - at)))) {
		if (at + 1 < p->end && (at[1] == '{' || at[1] == '%'))
			return at;
		at++;
	}
	return p->end;
}

static void add_text(struct parser *p, struct block *block, const char *end)
{
	struct slice text = {p->at, (size_t)(end - p->at)};
	if (text.len == 0)
		return;
	if (p->trims_next)
		text = slice_strip_left(text);
	p->trims_next = false;
	if (text.len > 0)
		block_add(p, block, (struct node){.kind = NODE_TEXT, .text = text});
}

/* Reads the dashes at both ends of a tag; what stands between is returned. */
static struct slice trim(struct parser *p, struct block *block, const char *at,
                         const char *close)
{
	bool trims_before = at < close + 1 && *at == '-';
	p->trims_next = close[-1] == '-';
	struct node *last = block && block->n > 0 ? &block->nodes[block->n - 1] : NULL;
	if (trims_before && last && last->kind == NODE_TEXT)
		last->text = slice_strip_right(last->text);
	at += trims_before;
	if (p->trims_next && close > at)
		close--;
	struct slice inside = {at, at < close ? (size_t)(close - at) : 0};
	return slice_strip_right(slice_strip_left(inside));
}

static void parse_output(struct parser *p, struct block *block, const char *mark)
{
	const char *close = memchr(mark + 2, '}', (size_t)(p->end - mark - 2));
	if (!close || close + 1 >= p->end || close[1] != '}') {
		report_open(p, mark, "{{", "}}");
		p->at = close ? mark + 2 : p->end;
		return;
	}
	p->at = close + 2;
	parser_open(p, trim(p, block, mark + 2, close));
	struct node node = {.kind = NODE_OUTPUT, .offset = offset_of(p, mark)};
	node.output = parse_pipeline(p);
	if (!node.output)
		node.kind = NODE_RAW; /* no text: a fault is not blank */
	block_add(p, block, node);
}

static bool is_word(char c)
{
	return text_is_digit((unsigned char)c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_';
}

/* Splits what stands within a tag, or on a line, into its name and the rest. */
static struct tag split_tag(const struct parser *p, struct slice inside)
{
	size_t len = 0;
	if (inside.len > 0 && *inside.at == '#')
		len = 1;
	else
		while (len < inside.len && is_word(inside.at[len]))
			len++;
	struct slice rest = {inside.at + len, inside.len - len};
	return (struct tag){
		.name = {inside.at, len},
		.markup = len == 1 && *inside.at == '#' ? rest : slice_strip_left(rest),
		.offset = offset_of(p, inside.at),
	};
}

static const char *find_close(const struct parser *p, const char *mark)
{
	return memmem(mark + 2, (size_t)(p->end - mark - 2), "%}", 2);
}

/* Reads the tag at the mark; false, reported, when it is none. */
static bool read_tag(struct parser *p, struct block *block, const char *mark,
                     struct tag *tag)
{
	const char *close = find_close(p, mark);
	if (!close) {
		report_open(p, mark, "{%", "%}");
		p->at = p->end; /* nor is any tag after it */
		return false;
	}
	p->at = close + 2;
	*tag = split_tag(p, trim(p, block, mark + 2, close));
	if (tag->name.len == 0)
		report_at(p, mark, MSG_TEMPLATE_TAG_NAMELESS);
	return tag->name.len > 0;
}

/* The next line of a `liquid` tag that is not empty. */
static bool read_line(struct parser *p, struct tag *tag)
{
	while (p->at < p->end) {
		const char *stop = memchr(p->at, '\n', (size_t)(p->end - p->at));
		stop = stop ? stop : p->end;
		struct slice line = slice_strip_right(
			slice_strip_left((struct slice){p->at, (size_t)(stop - p->at)}));
		p->at = stop < p->end ? stop + 1 : stop;
		if (line.len == 0)
			continue;
		*tag = split_tag(p, line);
		if (tag->name.len > 0)
			return true;
		report_at(p, line.at, MSG_TEMPLATE_TAG_NAMELESS);
	}
	return false;
}

/* Adds text and outputs up to the next tag; false at the end. */
static bool next_tag(struct parser *p, struct block *block, struct tag *tag)
{
	if (p->is_lines)
		return read_line(p, tag);
	while (p->at < p->end) {
		const char *mark = find_mark(p);
		add_text(p, block, mark);
		p->at = mark;
		if (mark == p->end)
			return false;
		if (mark[1] == '{')
			parse_output(p, block, mark);
		else if (read_tag(p, block, mark, tag))
			return true;
	}
	return false;
}

/* Whether the tag is one of "else|endif|". */
static bool tag_is_one_of(const struct tag *tag, const char *names)
{
	for (const char *bar; (bar = strchr(names, '|')); names = bar + 1)
		if (slice_equal(tag->name, (struct slice){names, (size_t)(bar - names)}))
			return true;
	return false;
}

static void refuse_tag(struct parser *p, const struct tag *tag)
{
	bool is_end = tag->name.len > 3 && memcmp(tag->name.at, "end", 3) == 0;
	const char *name = arena_copy(p->diag->arena, tag->name.at, tag->name.len);
	if (is_end || tag_is_one_of(tag, "else|elsif|when|"))
		report_tag(p, tag, MSG_TEMPLATE_STRAY_TAG, NULL);
	else
		report_tag(p, tag, MSG_TEMPLATE_UNKNOWN_TAG, tag_nearest(name));
}

static bool give_up(struct parser *p)
{
	if (!p->gave_up)
		report_at(p, p->at < p->end ? p->at : p->at - 1, MSG_TEMPLATE_TOO_DEEP);
	p->gave_up = true;
	p->at = p->end;
	return false;
}

bool parse_block(struct parser *p, struct block *block, const char *ends, struct tag *tag,
                 const struct tag *opening)
{
	bool is_closed = false;
	block->is_blank = true;
	if (p->n_blocks >= MAX_BLOCKS)
		return give_up(p);
	p->n_blocks++;
	while (!is_closed && next_tag(p, block, tag)) {
		is_closed = tag_is_one_of(tag, ends);
		if (!is_closed && !parse_tag(p, tag, block))
			refuse_tag(p, tag);
	}
	p->n_blocks--;
	block->is_blank = block_is_blank(block);
	if (!is_closed && opening && !p->gave_up)
		report_tag(p, opening, MSG_TEMPLATE_BLOCK_OPEN, NULL);
	return is_closed;
}

void parse_lines(struct parser *p, struct slice lines, struct block *block)
{
	struct parser outer = *p;
	struct tag tag;
	p->at = lines.at;
	p->end = lines.at + lines.len;
	p->is_lines = true;
	parse_block(p, block, "", &tag, NULL);
	p->is_lines = outer.is_lines;
	p->at = p->gave_up ? outer.end : outer.at;
	p->end = outer.end;
}

/* The next `endraw`, of which *close is the end; NULL when there is none. */
static const char *find_endraw(const struct parser *p, const char **close)
{
	const char *at = p->at;
	for (; (at = memmem(at, (size_t)(p->end - at), "{%", 2)); at += 2) {
		const char *name = at + 2 + (at + 2 < p->end && at[2] == '-');
		struct slice rest = {name, (size_t)(p->end - name)};
		if (!slice_is(split_tag(p, slice_strip_left(rest)).name, "endraw"))
			continue;
		*close = find_close(p, at);
		return *close ? at : NULL;
	}
	return NULL;
}

bool parse_raw(struct parser *p, const struct tag *opening, struct slice *raw)
{
	const char *close, *end = find_endraw(p, &close);
	if (!end) {
		report_tag(p, opening, MSG_TEMPLATE_BLOCK_OPEN, NULL);
		p->at = p->end;
		return false;
	}
	*raw = (struct slice){p->at, (size_t)(end - p->at)};
	p->trims_next = close[-1] == '-';
	p->at = close + 2;
	return true;
}

/* The next tag within a comment, whose text and outputs are not looked at. */
static bool next_commented_tag(struct parser *p, struct tag *tag)
{
	if (p->is_lines)
		return read_line(p, tag);
	const char *mark = memmem(p->at, (size_t)(p->end - p->at), "{%", 2);
	const char *close = mark ? find_close(p, mark) : NULL;
	if (!close)
		return false;
	p->at = close + 2;
	*tag = split_tag(p, trim(p, NULL, mark + 2, close));
	return true;
}

bool parse_comment(struct parser *p, const struct tag *opening)
{
	struct tag tag;
	struct slice raw;
	for (int depth = 1; next_commented_tag(p, &tag);) {
		depth += slice_is(tag.name, "comment") - slice_is(tag.name, "endcomment");
		if (depth == 0)
			return true;
		if (slice_is(tag.name, "raw") && !p->is_lines &&
		    !parse_raw(p, &tag, &raw))
			return false;
	}
	report_tag(p, opening, MSG_TEMPLATE_BLOCK_OPEN, NULL);
	p->at = p->end;
	return false;
}

/* --- templates ------------------------------------------------------------------- */

static enum escaping escaping_of(const char *path)
{
	static const struct {
		const char *end;
		enum escaping escaping;
	} kinds[] = {
		{".html", ESCAPE_HTML}, {".xml", ESCAPE_HTML}, {".svg", ESCAPE_HTML},
		{".json", ESCAPE_JSON}, {".js", ESCAPE_JSON},
	};
	const char *dot = strrchr(path, '.');
	for (size_t i = 0; dot && i < COUNT(kinds); i++)
		if (strcmp(dot, kinds[i].end) == 0)
			return kinds[i].escaping;
	return ESCAPE_NONE;
}

struct template *template_new(struct arena *a, const char *path, const char *src,
                              size_t len)
{
	struct template *t = arena_alloc(a, sizeof *t);
	*t = (struct template){
		.arena = a,
		.path = path,
		.source = {src, len},
		.escaping = escaping_of(path),
		.variables = map_new(a),
		.continuations = map_new(a),
		.n_slots = 1,
	};
	return t;
}

struct variable *template_variable(struct template *t, struct slice name)
{
	struct variable *v = map_find(&t->variables, name.at, name.len);
	if (v)
		return v;
	v = arena_alloc(t->arena, sizeof *v);
	v->name = (struct slice){arena_copy(t->arena, name.at, name.len), name.len};
	v->slot = t->n_slots++;
	map_put(&t->variables, v->name.at, v->name.len, v);
	ARRAY_ADD(t->arena, t->all_variables, t->n_variables, t->cap_variables, v);
	return v;
}

void template_parse(struct template *t, const struct template_source *source,
                    struct diag *d)
{
	struct parser p = {
		.t = t,
		.diag = d,
		.at = t->source.at,
		.end = t->source.at + t->source.len,
	};
	struct tag tag;
	t->names = source;
	if (source->is_lax)
		t->escaping = ESCAPE_NONE;
	parse_block(&p, &t->block, "", &tag, NULL);
}

/* --- names ----------------------------------------------------------------------- */

static bool is_global(const struct template_source *s, const char *name)
{
	for (size_t i = 0; i < s->n_globals; i++)
		if (strcmp(s->globals[i], name) == 0)
			return true;
	return false;
}

/* The nearest name that means something in this template. */
static const char *nearest_name(const struct template *t, const char *name)
{
	struct arena scratch = ARENA_PRIVATE;
	const char **names = arena_array(&scratch, t->names->n_globals + t->n_variables,
	                                 sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < t->names->n_globals; i++)
		names[n++] = t->names->globals[i];
	for (size_t i = 0; i < t->n_variables; i++)
		if (t->all_variables[i]->is_set)
			names[n++] = t->all_variables[i]->name.at;
	const char *nearest = text_nearest(name, names, n);
	arena_release(&scratch);
	return nearest;
}

void template_check(const struct template *t, struct diag *d)
{
	if (!t->names || t->names->is_lax)
		return;
	size_t n = 0;
	for (size_t i = 0; i < t->n_variables && n < MAX_REPORTS; i++) {
		const struct variable *v = t->all_variables[i];
		const char *name = v->name.at;
		if (!v->is_used || v->is_set || is_global(t->names, name) ||
		    strcmp(name, "forloop") == 0)
			continue;
		template_report(t, d,
		                (struct template_fault){
					.message = MSG_TEMPLATE_UNKNOWN_NAME,
					.offset = v->offset,
					.width = (size_t)text_length(name, v->name.len),
					.args = {name, nearest_name(t, name)},
				});
	}
}
