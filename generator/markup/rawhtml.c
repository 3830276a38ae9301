#include "markup/rawhtml.h"

#include <cmark-gfm/houdini.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "data/url.h"

#define CELL " colspan rowspan scope headers align width "

/* By their ids. Those that authors write stand in the order of the alphabet: looked up by
 * bisection. */
/* clang-format off */
static const struct html_element elements[N_HTML] = {
	{HTML_NONE,       "",           0, NULL, NULL},
	{HTML_A,          "a",          0, " href target rel data-mention data-footnote-ref class name ", NULL},
	{HTML_ABBR,       "abbr",       0, NULL, NULL},
	{HTML_ARTICLE,    "article",    HTML_BLOCK | HTML_UNWRAPPED, NULL, NULL},
	{HTML_ASIDE,      "aside",      HTML_BLOCK | HTML_UNWRAPPED, NULL, NULL},
	{HTML_B,          "b",          0, NULL, NULL},
	{HTML_BLOCKQUOTE, "blockquote", HTML_BLOCK, NULL, " p "},
	{HTML_BR,         "br",         HTML_VOID, NULL, NULL},
	{HTML_BUTTON,     "button",     HTML_UNWRAPPED, NULL, NULL},
	{HTML_CAPTION,    "caption",    HTML_BLOCK, NULL, NULL},
	{HTML_CENTER,     "center",     HTML_BLOCK | HTML_UNWRAPPED, NULL, " p "},
	{HTML_CITE,       "cite",       0, NULL, NULL},
	{HTML_CODE,       "code",       0, " class ", NULL},
	{HTML_COL,        "col",        HTML_VOID | HTML_BLOCK | HTML_UNWRAPPED, NULL, NULL},
	{HTML_COLGROUP,   "colgroup",   HTML_BLOCK | HTML_UNWRAPPED | HTML_STRUCTURE, NULL, NULL},
	{HTML_DD,         "dd",         HTML_BLOCK | HTML_OPTIONAL_END, NULL, " dd dt p "},
	{HTML_DEL,        "del",        0, NULL, NULL},
	{HTML_DETAILS,    "details",    HTML_BLOCK, " open ", " p "},
	{HTML_DFN,        "dfn",        0, NULL, NULL},
	{HTML_DIV,        "div",        HTML_BLOCK, " align class data-full-width data-with-frame data-gb-custom-block data-tag data-style data-title data-url data-src data-caption ", " p "},
	{HTML_DL,         "dl",         HTML_BLOCK | HTML_STRUCTURE, NULL, " p "},
	{HTML_DT,         "dt",         HTML_BLOCK | HTML_OPTIONAL_END, NULL, " dd dt p "},
	{HTML_EM,         "em",         0, NULL, NULL},
	{HTML_FIGCAPTION, "figcaption", HTML_BLOCK, NULL, NULL},
	{HTML_FIGURE,     "figure",     HTML_BLOCK, NULL, " p "},
	{HTML_FONT,       "font",       HTML_UNWRAPPED, NULL, NULL},
	{HTML_FOOTER,     "footer",     HTML_BLOCK | HTML_UNWRAPPED, NULL, NULL},
	{HTML_H1,         "h1",         HTML_BLOCK, " align ", " p "},
	{HTML_H2,         "h2",         HTML_BLOCK, " align ", " p "},
	{HTML_H3,         "h3",         HTML_BLOCK, " align ", " p "},
	{HTML_H4,         "h4",         HTML_BLOCK, " align ", " p "},
	{HTML_H5,         "h5",         HTML_BLOCK, " align ", " p "},
	{HTML_H6,         "h6",         HTML_BLOCK, " align ", " p "},
	{HTML_HEADER,     "header",     HTML_BLOCK | HTML_UNWRAPPED, NULL, NULL},
	{HTML_HR,         "hr",         HTML_VOID | HTML_BLOCK, NULL, " p "},
	{HTML_I,          "i",          0, " class ", NULL},
	{HTML_IFRAME,     "iframe",     HTML_EMBED, " src ", NULL},
	{HTML_IMG,        "img",        HTML_VOID, " src alt width height data-size ", NULL},
	{HTML_INS,        "ins",        0, NULL, NULL},
	{HTML_KBD,        "kbd",        0, NULL, NULL},
	{HTML_LI,         "li",         HTML_BLOCK | HTML_OPTIONAL_END, " value ", " li p "},
	{HTML_MARK,       "mark",       0, " style ", NULL},
	{HTML_NOBR,       "nobr",       HTML_UNWRAPPED, NULL, NULL},
	{HTML_OL,         "ol",         HTML_BLOCK | HTML_STRUCTURE, " start reversed type ", " p "},
	{HTML_OPTION,     "option",     HTML_UNWRAPPED, " value label ", " option "},
	{HTML_P,          "p",          HTML_BLOCK | HTML_OPTIONAL_END, " align ", " p "},
	{HTML_PICTURE,    "picture",    0, NULL, NULL},
	{HTML_PRE,        "pre",        HTML_BLOCK | HTML_VERBATIM, " class data-title data-overflow ", " p "},
	{HTML_Q,          "q",          0, NULL, NULL},
	{HTML_S,          "s",          0, NULL, NULL},
	{HTML_SAMP,       "samp",       0, NULL, NULL},
	{HTML_SECTION,    "section",    HTML_BLOCK | HTML_UNWRAPPED, NULL, NULL},
	{HTML_SELECT,     "select",     HTML_UNWRAPPED, NULL, NULL},
	{HTML_SMALL,      "small",      0, NULL, NULL},
	{HTML_SOURCE,     "source",     HTML_VOID, " srcset media type ", NULL},
	{HTML_SPAN,       "span",       0, " data-tag data-code data-option ", NULL},
	{HTML_STRIKE,     "strike",     0, NULL, NULL},
	{HTML_STRONG,     "strong",     0, NULL, NULL},
	{HTML_SUB,        "sub",        0, NULL, NULL},
	{HTML_SUMMARY,    "summary",    HTML_BLOCK, NULL, NULL},
	{HTML_SUP,        "sup",        0, NULL, NULL},
	{HTML_TABLE,      "table",      HTML_BLOCK | HTML_STRUCTURE, " data-view data-card-size data-header-hidden ", " p "},
	{HTML_TBODY,      "tbody",      HTML_BLOCK | HTML_STRUCTURE | HTML_OPTIONAL_END, NULL, " thead tbody tfoot tr td th "},
	{HTML_TD,         "td",         HTML_BLOCK | HTML_OPTIONAL_END, CELL, " td th p "},
	{HTML_TFOOT,      "tfoot",      HTML_BLOCK | HTML_STRUCTURE | HTML_OPTIONAL_END, NULL, " thead tbody tfoot tr td th "},
	{HTML_TH,         "th",         HTML_BLOCK | HTML_OPTIONAL_END, CELL " data-hidden data-type data-max data-card-target data-card-cover data-card-cover-dark ", " td th p "},
	{HTML_THEAD,      "thead",      HTML_BLOCK | HTML_STRUCTURE | HTML_OPTIONAL_END, NULL, " caption colgroup "},
	{HTML_TIME,       "time",       0, " datetime ", NULL},
	{HTML_TR,         "tr",         HTML_BLOCK | HTML_STRUCTURE | HTML_OPTIONAL_END, NULL, " tr td th "},
	{HTML_TT,         "tt",         HTML_UNWRAPPED, NULL, NULL},
	{HTML_U,          "u",          0, NULL, NULL},
	{HTML_UL,         "ul",         HTML_BLOCK | HTML_STRUCTURE, NULL, " p "},
	{HTML_VAR,        "var",        0, NULL, NULL},
	{HTML_VIDEO,      "video",      HTML_EMBED, " src ", NULL},
	{HTML_WBR,        "wbr",        HTML_VOID, NULL, NULL},

	{HTML_TERM_BUTTON, "term-button", 0, NULL, NULL},
	{HTML_TERM_LABEL,  "term-label",  0, NULL, NULL},
	{HTML_TERM_HIDDEN, "term-hidden", 0, NULL, NULL},
	{HTML_TERM_GLUE,   "term-glue",   0, NULL, NULL},
	{HTML_PLACE,       "place",       0, NULL, NULL},
	{HTML_CARD_TITLE,  "card-title",  0, NULL, NULL},
	{HTML_CARD_BOX,    "card-box",    0, NULL, NULL},
};
/* clang-format on */

static const char everywhere[] = " id title lang dir ";
/* Dropped without a word: they only say how things looked elsewhere. */
static const char looks[] =
	" style class align valign width height border cellpadding cellspacing "
	"bgcolor color face size loading decoding crossorigin srcset sizes "
	"role tabindex start type target rel ";

const struct html_element *html_element_find(const char *name, size_t len)
{
	size_t low = HTML_A, high = HTML_WBR + 1;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strncasecmp(name, elements[middle].name, len);
		if (order == 0 && elements[middle].name[len] != '\0')
			order = -1;
		if (order == 0)
			return &elements[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct html_element *html_element_of(enum html_id id)
{
	return &elements[id];
}

/* Bytes of a numeric entity that no character answers, such as "&#xNAN;"; 0 when it is
 * none. */
static size_t broken_entity(const char *src, size_t len)
{
	if (len < 4 || src[0] != '&' || src[1] != '#')
		return 0;
	size_t n = 2 + (size_t)strspn(src + 2, "xXNnAa");
	return n < len && n > 4 && src[n] == ';' && strncasecmp(src + 2, "xnan", 4) == 0
	               ? n + 1
	               : 0;
}

const char *html_decode(struct arena *a, const char *src, size_t len, size_t *decoded_len)
{
	if (!memchr(src, '&', len)) {
		*decoded_len = len;
		return arena_copy(a, src, len);
	}
	struct buf b = buf_new(a);
	for (size_t i = 0; i < len;) {
		size_t broken = broken_entity(src + i, len - i);
		cmark_strbuf out;
		cmark_strbuf_init(cmark_get_default_mem_allocator(), &out, 0);
		bufsize_t n =
			src[i] == '&' && !broken
				? houdini_unescape_ent(&out, (const uint8_t *)src + i + 1,
		                                       (bufsize_t)(len - i - 1))
				: 0;
		if (n > 0)
			buf_add(&b, (const char *)out.ptr, (size_t)out.size);
		else if (!broken)
			buf_add_char(&b, src[i]);
		i += broken ? broken : (size_t)n + 1;
		cmark_strbuf_free(&out);
	}
	*decoded_len = b.len;
	return buf_text(&b);
}

struct place html_place(struct html_reader *r, size_t offset)
{
	const char *start = r->src + r->counted;
	for (; r->counted < offset; r->counted++)
		if (r->src[r->counted] == '\n') {
			r->place.line++;
			r->place.column = 1;
			start = r->src + r->counted + 1;
		}
	r->place.column += text_length(start, (size_t)(r->src + r->counted - start));
	return r->place;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void skip_blanks(struct html_reader *r)
{
	while (r->at < r->len && text_is_blank_byte(r->src[r->at]))
		r->at++;
}

bool html_list_has(const char *list, const char *name)
{
	size_t len = strlen(name);
	for (const char *p = list; len && p && (p = strstr(p, name)); p++)
		if (p > list && p[-1] == ' ' && p[len] == ' ')
			return true;
	return false;
}

static bool is_address(const char *name)
{
	return strcmp(name, "href") == 0 || strcmp(name, "src") == 0 ||
	       strcmp(name, "srcset") == 0;
}

static bool is_id(const char *name)
{
	return strcmp(name, "id") == 0 || strcmp(name, "name") == 0; /* see take_name */
}

/* Keeps the attribute if its element may have it; says so when what is dropped could act.
 */
static void keep_attribute(struct html_reader *r, struct html_token *t, size_t *cap,
                           struct attribute attribute, size_t offset)
{
	bool is_known = html_list_has(everywhere, attribute.name) ||
	                (t->element->attributes &&
	                 html_list_has(t->element->attributes, attribute.name));
	if (t->element->flags & HTML_EMBED) { /* an embed has its address and its title */
		if (is_known)
			ARRAY_ADD(r->arena, t->attributes, t->n_attributes, *cap,
			          attribute);
		return;
	}
	if (is_known && attribute.value && is_address(attribute.name) &&
	    !url_is_safe(attribute.value)) {
		diag_report(r->diag,
		            url_is_image(attribute.value) ? MSG_IMAGE_PASTED
		                                          : MSG_UNSAFE_LINK,
		            html_place(r, offset), url_told(r->arena, attribute.value),
		            NULL);
		return;
	}
	if (is_known && is_id(attribute.name)) {
		attribute.value =
			text_id(r->arena, attribute.value ? attribute.value : "");
		if (!*attribute.value)
			return;
	}
	if (is_known) {
		ARRAY_ADD(r->arena, t->attributes, t->n_attributes, *cap, attribute);
		return;
	}
	if (strncmp(attribute.name, "on", 2) == 0)
		diag_report(r->diag, MSG_ATTRIBUTE_SCRIPT, html_place(r, offset),
		            attribute.name, NULL);
	else if (!html_list_has(looks, attribute.name) &&
	         strncmp(attribute.name, "data-", 5) != 0 &&
	         strncmp(attribute.name, "aria-", 5) != 0)
		diag_report(r->diag, MSG_ATTRIBUTE_UNKNOWN, html_place(r, offset),
		            attribute.name, t->element->name, NULL);
}

/* Quotes that word processors write, each with what closes it. */
static const char *curly_end(const char *at, size_t len)
{
	static const char *const pairs[][2] = {
		{"“", "”"}, {"«", "»"}, {"‘", "’"}, {"”", "”"}, {"’", "’"}};
	for (size_t i = 0; i < COUNT(pairs); i++) {
		size_t n = strlen(pairs[i][0]);
		if (len >= n && memcmp(at, pairs[i][0], n) == 0)
			return pairs[i][1];
	}
	return NULL;
}

/* A value between quotes that are none for HTML: said, and read as it was meant. */
static const char *read_curly(struct html_reader *r, const char *closing)
{
	diag_report(r->diag, MSG_HTML_CURLY, html_place(r, r->at), NULL);
	const char *start = r->src + r->at, *end = r->src + r->len;
	text_next(&start, end);
	const char *stop = memmem(start, (size_t)(end - start), closing, strlen(closing));
	size_t len = stop ? (size_t)(stop - start) : (size_t)(end - start), unused;
	r->at = (size_t)(start - r->src) + len + (stop ? strlen(closing) : 0);
	return html_decode(r->arena, start, len, &unused);
}

static const char *read_value(struct html_reader *r)
{
	size_t start, end, unused;
	char quote = r->at < r->len ? r->src[r->at] : '\0';
	const char *closing = (unsigned char)quote >= 0x80
	                              ? curly_end(r->src + r->at, r->len - r->at)
	                              : NULL;
	if (closing)
		return read_curly(r, closing);
	if (quote == '"' || quote == '\'') {
		start = ++r->at;
		while (r->at < r->len && r->src[r->at] != quote)
			r->at++;
		end = r->at;
		r->at += r->at < r->len;
	} else {
		start = r->at;
		while (r->at < r->len && !text_is_blank_byte(r->src[r->at]) &&
		       r->src[r->at] != '>')
			r->at++;
		end = r->at;
	}
	return html_decode(r->arena, r->src + start, end - start, &unused);
}

static void read_attribute(struct html_reader *r, struct html_token *t, size_t *cap)
{
	size_t start = r->at;
	while (r->at < r->len && !text_is_blank_byte(r->src[r->at]) &&
	       !strchr("=/>", r->src[r->at]))
		r->at++;
	if (r->at == start) {
		r->at++;
		return;
	}
	struct attribute attribute = {0};
	char *name = arena_copy(r->arena, r->src + start, r->at - start);
	for (char *p = name; *p; p++)
		*p = (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
	attribute.name = name;
	skip_blanks(r);
	if (r->at < r->len && r->src[r->at] == '=') {
		r->at++;
		skip_blanks(r);
		attribute.value = read_value(r);
	}
	keep_attribute(r, t, cap, attribute, start);
}

static struct attribute *own_attribute(const struct html_token *t, const char *name)
{
	for (size_t i = 0; i < t->n_attributes; i++)
		if (strcmp(t->attributes[i].name, name) == 0)
			return &t->attributes[i];
	return NULL;
}

/* `<a name="x">`, as places to link to were once written, has that id; one that has an id
 * as well needs no name. */
static void take_name(struct html_token *t)
{
	struct attribute *name = own_attribute(t, "name");
	if (!name)
		return;
	if (own_attribute(t, "id"))
		*name = t->attributes[--t->n_attributes];
	else
		name->name = "id";
}

/* Bytes of a comment, declaration or processing instruction at `at`; 0 when none stands
 * there. A comment is open when nothing ends it. */
static size_t comment_length(const struct html_reader *r, bool *is_open)
{
	static const char *const pairs[][2] = {
		{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ">"}, {"<?", "?>"}};
	const char *at = r->src + r->at;
	size_t left = r->len - r->at;
	*is_open = false;
	for (size_t n = 5; n <= 6; n++) /* "<!-->" and "<!--->" enclose nothing */
		if (left >= n && memcmp(at, "<!--->", n - 1) == 0 && at[n - 1] == '>')
			return n;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		size_t open = strlen(pairs[i][0]);
		if (left < open || memcmp(at, pairs[i][0], open) != 0)
			continue;
		const char *end =
			memmem(at + open, left - open, pairs[i][1], strlen(pairs[i][1]));
		*is_open = !end && i == 0;
		return end ? (size_t)(end - at) + strlen(pairs[i][1]) : left;
	}
	return 0;
}

/* Whether another tag starts here: then a quote before it was never closed. */
static bool is_tag_start(const struct html_reader *r, size_t i)
{
	return r->src[i] == '<' && i + 1 < r->len &&
	       (r->src[i + 1] == '/' || is_letter(r->src[i + 1]));
}

/* The end of a tag whose value lacks its closing quote: an address ends at a blank. */
static size_t end_at_blank(struct html_reader *r, size_t quote)
{
	size_t i = quote + 1;
	while (i < r->len && !text_is_blank_byte(r->src[i]) && r->src[i] != '>' &&
	       r->src[i] != '<')
		i++;
	if (i == r->len || r->src[i] == '<')
		return 0;
	diag_report(r->diag, MSG_HTML_QUOTE, html_place(r, quote), NULL);
	return i + 1;
}

/* The quote that closes the value whose quote is at `opened`; 0 when it was never closed:
 * none follows, or what follows would be the start of another tag's value. */
static size_t find_quote(const struct html_reader *r, size_t opened)
{
	bool has_tag = false;
	for (size_t i = opened + 1; i < r->len; i++) {
		has_tag |= is_tag_start(r, i);
		if (r->src[i] != r->src[opened])
			continue;
		char next = i + 1 < r->len ? r->src[i + 1] : '>';
		return has_tag && !text_is_blank_byte(next) && next != '>' && next != '/'
		               ? 0
		               : i;
	}
	return 0;
}

/* The end of the tag that starts at `at`, behind its ">"; 0 when it has none. */
static size_t find_tag_end(struct html_reader *r)
{
	bool starts_value = false; /* behind "=", and blanks */
	for (size_t i = r->at + 1; i < r->len; i++) {
		char c = r->src[i];
		if ((c == '"' || c == '\'') && starts_value) {
			size_t quote = find_quote(r, i);
			if (!quote)
				return end_at_blank(r, i);
			i = quote;
		} else if (c == '>') {
			return i + 1;
		} else if (c == '<') {
			return 0;
		}
		starts_value = c == '=' || (starts_value && text_is_blank_byte(c));
	}
	return 0;
}

/* What would show a video or another site. */
static bool is_embedding(const char *name)
{
	static const char *const names[] = {"embed", "object"};
	for (size_t i = 0; i < COUNT(names); i++)
		if (strcasecmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Whether what shows another site has an address that one may follow, and which then is
 * complete: "//a.fr/b" has no scheme of its own. */
static bool has_web_address(struct html_reader *r, struct html_token *t)
{
	for (size_t i = 0; i < t->n_attributes; i++) {
		struct attribute *a = &t->attributes[i];
		if (strcmp(a->name, "src") != 0 || !a->value)
			continue;
		if (strncmp(a->value, "//", 2) == 0)
			a->value = arena_format(r->arena, "https:%s", a->value);
		return strncasecmp(a->value, "https://", 8) == 0 ||
		       strncasecmp(a->value, "http://", 7) == 0;
	}
	return false;
}

/* Says that what starts at `start` is shown as a link, or else that it is text: false. */
static bool keep_embed(struct html_reader *r, struct html_token *t, size_t start)
{
	bool is_kept = has_web_address(r, t);
	const char *url = attribute_find(t->attributes, t->n_attributes, "src");
	diag_report(r->diag, is_kept ? MSG_HTML_EMBEDDED : MSG_HTML_EMBEDDING,
	            html_place(r, start), t->element->name, is_kept ? url : NULL, NULL);
	return is_kept;
}

static void report_unknown(struct html_reader *r, size_t start, const char *name)
{
	diag_report(r->diag, is_embedding(name) ? MSG_HTML_EMBEDDING : MSG_HTML_UNKNOWN,
	            html_place(r, start), name, NULL);
}

/* Reads the tag at `at`. False when it is none that the table knows: then it is text. */
static bool read_tag(struct html_reader *r, struct html_token *t)
{
	size_t end = find_tag_end(r), start = r->at;
	bool is_close = start + 1 < r->len && r->src[start + 1] == '/';
	size_t name = start + 1 + is_close;
	if (!end || name >= r->len || !is_letter(r->src[name]))
		return false;
	size_t stop = name;
	while (stop < end && !text_is_blank_byte(r->src[stop]) && r->src[stop] != '>' &&
	       r->src[stop] != '/')
		stop++;
	t->element = html_element_find(r->src + name, stop - name);
	if (!t->element) {
		if (!is_close)
			report_unknown(r, start,
			               arena_copy(r->arena, r->src + name, stop - name));
		return false;
	}
	t->kind = is_close ? HTML_CLOSE : HTML_OPEN;
	size_t cap = 0;
	struct html_reader inside = *r;
	inside.at = stop;
	inside.len = end - 1;
	while (!is_close && (skip_blanks(&inside), inside.at < inside.len))
		read_attribute(&inside, t, &cap);
	if (t->n_attributes > 0 && strcmp(t->element->name, "a") == 0)
		take_name(t);
	if (!is_close && t->element->flags & HTML_EMBED && !keep_embed(r, t, start))
		return false;
	r->at = end;
	return true;
}

/* Whether a tag or a comment could start here. */
static bool is_markup(const struct html_reader *r)
{
	if (r->src[r->at] != '<' || r->at + 1 >= r->len)
		return false;
	char c = r->src[r->at + 1];
	return is_letter(c) || c == '/' || c == '!' || c == '?';
}

bool html_next(struct html_reader *r, struct html_token *out)
{
	for (;;) {
		*out = (struct html_token){.offset = r->at};
		if (r->at >= r->len)
			return false;
		if (is_markup(r)) {
			bool is_open;
			size_t skipped = comment_length(r, &is_open);
			if (is_open)
				diag_report(r->diag, MSG_COMMENT_OPEN,
				            html_place(r, r->at), NULL);
			if (skipped) {
				r->at += skipped;
				continue;
			}
			if (read_tag(r, out))
				return true;
		}
		size_t start = r->at++;
		while (r->at < r->len && !is_markup(r))
			r->at++;
		out->kind = HTML_TEXT;
		out->text =
			html_decode(r->arena, r->src + start, r->at - start, &out->len);
		return true;
	}
}
