#include "markup/parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/registry.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

#include "data/bare.h"
#include "markup/parser_internal.h"
#include "markup/tree_internal.h"

/* GitHub's extensions; a text without its sign needs none of that one's work. */
enum { TABLES, STRIKETHROUGH, AUTOLINKS, TASKS, N_GFM };
static const struct {
	const char *name;
	char sign;
} gfm_rows[N_GFM] = {
	[TABLES] = {"table", '\0'}, /* a column alone needs no "|" */
	[STRIKETHROUGH] = {"strikethrough", '~'},
	[AUTOLINKS] = {"autolink", '\0'},
	[TASKS] = {"tasklist", '['},
};
static cmark_syntax_extension *gfm_extensions[N_GFM];
/* Finds addresses alone, and addresses of the web but none of mail: for these the whole
 * tree is walked twice once more. */
static cmark_syntax_extension autolinks, autolinks_without_mail;

/* What cmark asks for a node with. */
struct inline_match {
	cmark_syntax_extension *self;
	cmark_parser *parser;
	cmark_node *parent;
	unsigned char character;
	cmark_inline_parser *inlines;
};

/* The link by GitHub's rules; where `before` bytes keep "www." from being seen, they are
 * out of its sight. */
static cmark_node *match_github(const struct inline_match *m, int before)
{
	cmark_chunk *chunk = cmark_inline_parser_get_chunk(m->inlines), whole = *chunk;
	int offset = cmark_inline_parser_get_offset(m->inlines);
	chunk->data += before;
	chunk->len -= before;
	cmark_inline_parser_set_offset(m->inlines, offset - before);
	const cmark_syntax_extension *github = m->self->priv;
	cmark_node *link = github->match_inline(m->self, m->parser, m->parent,
	                                        m->character, m->inlines);
	*chunk = whole;
	offset = cmark_inline_parser_get_offset(m->inlines);
	cmark_inline_parser_set_offset(m->inlines, offset + before);
	return link;
}

/* Gives a link of GitHub's rules the words and the address that were meant; `len` bytes
 * of its source stay. */
static void set_link(cmark_node *link, size_t len)
{
	cmark_chunk *words = &link->first_child->as.literal;
	const char *written = (const char *)words->data;
	struct bytes meant = bare_decode(tree_arena(), written, len);
	const char *text = arena_copy(tree_arena(), meant.data, meant.len);
	*words = cmark_chunk_literal(text);
	link->as.link.url = cmark_chunk_literal(
		*text == 'w' ? arena_format(tree_arena(), "http://%s", text) : text);
}

static cmark_node *match_address(cmark_syntax_extension *self, cmark_parser *parser,
                                 cmark_node *parent, unsigned char character,
                                 cmark_inline_parser *inlines)
{
	struct inline_match m = {self, parser, parent, character, inlines};
	const cmark_chunk *chunk = cmark_inline_parser_get_chunk(inlines);
	int offset = cmark_inline_parser_get_offset(inlines);
	const char *text = (const char *)chunk->data;
	bool is_unseen = character == 'w' && bare_starts_unseen(text, (size_t)offset);
	cmark_node *link = match_github(&m, is_unseen ? offset : 0);
	if (!link)
		return NULL;
	size_t len = (size_t)(cmark_inline_parser_get_offset(inlines) - offset);
	if (bare_is_plain(text + offset, len))
		return link;
	int next = offset + (int)len;
	size_t entity = next < chunk->len && text[next] == ';'; /* its last sign */
	size_t stays = bare_length(text + offset, len + entity);
	cmark_inline_parser_set_offset(inlines, offset + (int)stays);
	set_link(link, (size_t)link->first_child->as.literal.len - len + stays);
	return link;
}

void markdown_open(void)
{
	if (gfm_extensions[TABLES])
		return;
	cmark_gfm_core_extensions_ensure_registered();
	for (size_t i = 0; i < N_GFM; i++)
		gfm_extensions[i] = cmark_find_syntax_extension(gfm_rows[i].name);
	autolinks = *gfm_extensions[AUTOLINKS];
	autolinks.priv = gfm_extensions[AUTOLINKS];
	autolinks.match_inline = match_address;
	autolinks_without_mail = autolinks;
	autolinks_without_mail.postprocess_func = NULL;
	parser_extensions();
}

const char *parser_find_tag(const char *at, const char *end)
{
	while ((at = memchr(at, '{', (size_t)(end - at))) && end - at > 1 && at[1] != '%')
		at++;
	return at && end - at > 1 ? at : NULL;
}

/* Whether an "@" may stand in the text, which an entity may stand for. */
static bool may_hold_mail(const char *at, size_t len)
{
	const char *end = at + len;
	if (memchr(at, '@', len))
		return true;
	while ((at = memchr(at, '&', (size_t)(end - at))) && end - at > 1 &&
	       at[1] != '#' && at[1] != 'c') /* "&commat;" */
		at++;
	return at != NULL;
}

static bool may_hold_footnotes(const char *at, size_t len)
{
	const char *end = at + len;
	for (const char *p = at; (p = memchr(p, '^', (size_t)(end - p))); p++)
		if (p > at && p[-1] == '[')
			return true;
	return false;
}

/* Whether tags or formulas may stand within lines; most pages have none. */
static bool holds_signs(const char *at, const char *end)
{
	if (parser_find_tag(at, end))
		return true;
	while ((at = memchr(at, '$', (size_t)(end - at))) && end - at > 1 && at[1] != '$')
		at++;
	return at && end - at > 1;
}

cmark_parser *parser_new(enum markdown_mode mode, const char *text, size_t len)
{
	markdown_open();
	bool is_bare = mode == MARKDOWN_BARE;
	int options =
		CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE |
		(!is_bare && may_hold_footnotes(text, len) ? CMARK_OPT_FOOTNOTES : 0);
	cmark_parser *parser = cmark_parser_new_with_mem(options, &tree_mem);
	/* Before tables, or "{% endtab %}" becomes a row. */
	if (mode == MARKDOWN_COURSE)
		cmark_parser_attach_syntax_extension(parser, parser_extensions()->lines);
	for (size_t i = 0; !is_bare && i < N_GFM; i++) {
		cmark_syntax_extension *extension = gfm_extensions[i];
		if (gfm_rows[i].sign && !memchr(text, gfm_rows[i].sign, len))
			continue;
		if (i == AUTOLINKS)
			extension = may_hold_mail(text, len) ? &autolinks
			                                     : &autolinks_without_mail;
		cmark_parser_attach_syntax_extension(parser, extension);
	}
	if (mode == MARKDOWN_COURSE && holds_signs(text, text + len))
		cmark_parser_attach_syntax_extension(parser, parser_extensions()->within);
	return parser;
}

static bool holds_words(const cmark_node *node)
{
	return node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING ||
	       node_gfm_type(node) == GFM_TABLE_CELL;
}

void parser_cut(cmark_parser *parser, const struct document *doc)
{
	if (doc->len > 0 && doc->text[doc->len - 1] != '\n')
		cmark_parser_feed(parser, "\n", 1); /* or it keeps the last line back */
	for (cmark_node *n = parser->root; n;
	     n = (cmark_node *)node_next(n, parser->root)) {
		if (!holds_words(n) || (size_t)n->content.size <= doc->longest_words)
			continue;
		size_t len = text_cut((const char *)n->content.ptr, doc->longest_words);
		cmark_strbuf_truncate(&n->content, (bufsize_t)len);
		n->user_data = (void *)(uintptr_t)node_cut;
	}
}

cmark_node *parser_parse_within(const char *text, size_t len, int line)
{
	cmark_parser *parser =
		parser_new(MARKDOWN_PLAIN, text, len); /* its tags were found already */
	parser->options &= ~CMARK_OPT_FOOTNOTES;       /* notes are the whole page's */
	parser->line_number = line - 1;
	cmark_parser_feed(parser, text, len);
	cmark_node *root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}
