#include "markup/parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/registry.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

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
/* Both find addresses as GitHub does, and end them as texts of ours do. The second one
 * finds none of mail: for these the whole tree is walked twice once more. */
static cmark_syntax_extension autolinks, autolinks_without_mail;

void markdown_open(void)
{
	if (gfm_extensions[TABLES])
		return;
	cmark_gfm_core_extensions_ensure_registered();
	for (size_t i = 0; i < N_GFM; i++)
		gfm_extensions[i] = cmark_find_syntax_extension(gfm_rows[i].name);
	autolinks = *gfm_extensions[AUTOLINKS];
	parser_mend_addresses(&autolinks);
	gfm_extensions[AUTOLINKS] = &autolinks;
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
		if (i == AUTOLINKS && !may_hold_mail(text, len))
			extension = &autolinks_without_mail;
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
