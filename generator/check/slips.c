#include "check/slips.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/slips_internal.h"
#include "course/find.h"
#include "data/filetypes.h"
#include "french/anchors.h"
#include "markup/tidy.h"

/* What is longer is no address and no name. */
enum { LONGEST_ADDRESS = 300, LONGEST_NAME = 40 };

const char *slips_find_near(const char *at, const char *end, char c, size_t most)
{
	size_t len = (size_t)(end - at);
	return memchr(at, c, len < most ? len : most);
}

struct place slips_place(struct slips *l, const struct stretch *s, const char *at,
                         size_t len)
{
	if (l->n_searches++ >= MOST_REPORTS)
		return (struct place){0};
	struct place place = node_place(l->doc, s->node);
	size_t line_len;
	const char *line = document_line(l->doc, place.line, &line_len);
	const char *found = len ? memmem(line, line_len, at, len) : NULL;
	if (!found || (found > line && (found[-1] == '\\' || found[-1] == '`')))
		return (struct place){0};
	place.column = text_length(line, (size_t)(found - line)) + 1;
	return place;
}

size_t slips_blank_length(const char *at, size_t len)
{
	size_t n = text_start_length(at, len, NBSP);
	n += n ? 0 : text_start_length(at, len, NNBSP);
	return n ? n : len > 0 && *at == ' ';
}

void slips_cure(struct slips *l, struct place at, int n_behind, struct slip_change change)
{
	at.column += n_behind;
	diag_cure(l->diag,
	          (struct change){.at = at, .old = change.old, .fresh = change.fresh});
}

/* Where two signs stand side by side; the second, looked for first, is the rarer one. */
static const char *find_pair(const char *at, const char *end, char first, char second)
{
	for (const char *p = at; p < end && (p = memchr(p, second, (size_t)(end - p)));
	     p++)
		if (p > at && p[-1] == first)
			return p - 1;
	return NULL;
}

/* Whether an address leads somewhere, once its link is mended. */
static bool leads(const struct slips *l, const char *address, size_t len)
{
	struct arena *a = l->doc->arena;
	if (memmem(address, len, "://", 3) || !l->site)
		return l->site != NULL;
	const char *end = address;
	while (end < address + len && !strchr("#?", *end))
		end++;
	const char *path = text_decode_url(a, address, (size_t)(end - address));
	path = path_resolve(a, l->from, path);
	return path && site_find_file(l->site, path);
}

/* What stands between "](" and ")" of a link that stayed text. */
struct address_part {
	const char *start, *end; /* the address, without a title */
	const char *close;       /* the round bracket; NULL: there is none */
};

/* The title behind an address, with the blank before it; `close` where there is none. */
static const char *title_start(const char *start, const char *close)
{
	char quote = close[-1];
	if (close - start < 4 || (quote != '"' && quote != '\''))
		return close;
	for (const char *at = start; at + 2 < close; at++)
		if (at[0] == ' ' && at[1] == quote)
			return at;
	return close;
}

/* The address behind "](": names of files may hold round brackets themselves. */
static struct address_part address_part(const struct slips *l, const char *at,
                                        const char *end)
{
	struct address_part first = {.start = at + 2, .end = at + 2};
	const char *stop = at + 1;
	for (int n = 0; n < 4 && stop < end; n++) {
		stop = slips_find_near(stop + 1, end, ')', LONGEST_ADDRESS);
		if (!stop)
			break;
		struct address_part part = {.start = at + 2, .close = stop};
		part.end = stop > part.start ? title_start(part.start, stop) : stop;
		if (n == 0)
			first = part;
		if (leads(l, part.start, (size_t)(part.end - part.start)))
			return part;
	}
	return first;
}

/* Whether a path ends as that of a file does which a course has: "a b.pdf", "a b.md#c".
 */
static bool ends_as_file(const struct slips *l, const struct address_part *part)
{
	const char *end = part->start;
	while (end < part->end && !strchr("#?", *end))
		end++;
	const char *path =
		arena_copy(l->doc->arena, part->start, (size_t)(end - part->start));
	const char *unused;
	return strcmp(path_extension(path), ".md") == 0 ||
	       file_type_of(path_name(path), &unused) == FILE_PASSIVE;
}

/* Whether the blanks of an address are all that keeps its link from being one. */
static bool has_only_blanks(const struct slips *l, const struct address_part *part)
{
	size_t len = (size_t)(part->end - part->start);
	if (!part->close || len < 3 || !memchr(part->start, ' ', len) ||
	    *part->start == ' ' || *part->start == '<' || part->end[-1] == ' ' ||
	    memchr(part->start, '\n', len) || memmem(part->start, len, "://", 3))
		return false;
	return *part->start == '#' || leads(l, part->start, len) || ends_as_file(l, part);
}

/* The id of the heading that "#À retenir" means; `is_there` where the page has it. */
static const char *id_meant(struct slips *l, const char *words, bool *is_there)
{
	struct arena *a = l->doc->arena;
	const char *id = anchor_gitbook(a, words);
	*is_there = false;
	for (const cmark_node *n = l->doc->root->first_child; n && !*is_there;
	     n = n->next)
		*is_there = n->type == CMARK_NODE_HEADING &&
		            strcmp(anchor_gitbook(a, node_text(a, n)), id) == 0;
	return id;
}

/* The address as it makes a link. `is_sure`: it leads somewhere. */
static const char *without_blanks(struct slips *l, const char *written, bool *is_sure)
{
	struct arena *a = l->doc->arena;
	struct buf b = buf_new(a);
	if (*written == '#') {
		buf_add_char(&b, '#');
		buf_add_string(&b, id_meant(l, written + 1, is_sure));
		return buf_text(&b);
	}
	size_t len = strcspn(written, "#?");
	*is_sure = leads(l, written, strlen(written)) && !strchr(written + len, ' ');
	text_add_destination(&b, text_decode_url(a, written, len));
	const char *sign = strchr(written, '#');
	for (const char *at = written + len; *at && at != sign; at++)
		buf_add_string(&b, *at == ' ' ? "%20" : (char[]){*at, '\0'});
	if (sign)
		buf_add_format(&b, "#%s", anchor_gitbook(a, sign + 1));
	return buf_text(&b);
}

/* "](a b.md)", of which `at` is the square bracket. */
static void report_blanks(struct slips *l, const struct stretch *s, const char *at,
                          const struct address_part *part)
{
	struct arena *a = l->doc->arena;
	const char *open = memrchr(s->text, '[', (size_t)(at - s->text));
	const char *start = open ? open : at;
	struct place place = slips_place(l, s, start, (size_t)(part->close - start));
	if (!place.path)
		return;
	bool is_sure;
	const char *old = arena_copy(a, part->start, (size_t)(part->end - part->start));
	const char *fresh = without_blanks(l, old, &is_sure);
	diag_report(l->diag, MSG_LINK_BLANKS, place, old, fresh, NULL);
	if (is_sure)
		slips_cure(l, place, text_length(start, (size_t)(part->start - start)),
		           (struct slip_change){old, fresh});
}

/* Whether a link is an address of the text, which the parser found there. */
static bool is_bare(const cmark_node *link)
{
	const cmark_node *text = link->first_child;
	if (link->type != CMARK_NODE_LINK || !text || text->next ||
	    text->type != CMARK_NODE_TEXT)
		return false;
	const cmark_chunk *shown = &text->as.literal, *url = &link->as.link.url;
	return shown->len <= url->len && memcmp(url->data + url->len - shown->len,
	                                        shown->data, (size_t)shown->len) == 0;
}

/* "](", an address of the web and more words before ")". */
static void report_blanks_of_web(struct slips *l, const struct stretch *s)
{
	const cmark_node *link = s->node->next, *rest = link ? link->next : NULL;
	if (s->len < 2 || memcmp(s->text + s->len - 2, "](", 2) != 0 || !rest ||
	    !is_bare(link) || rest->type != CMARK_NODE_TEXT)
		return;
	const char *more = (const char *)rest->as.literal.data;
	const char *end = more + rest->as.literal.len;
	const char *close = slips_find_near(more, end, ')', LONGEST_ADDRESS);
	if (!close || close == more || *more != ' ' || close[-1] == '"')
		return;
	const char *open = memrchr(s->text, '[', s->len);
	const char *start = open ? open : s->text + s->len - 2;
	struct place place = slips_place(l, s, start, (size_t)(s->text + s->len - start));
	struct arena *a = l->doc->arena;
	const char *url = (const char *)link->as.link.url.data;
	const char *old = arena_format(a, "%.*s%.*s", (int)link->as.link.url.len, url,
	                               (int)(close - more), more);
	struct buf b = buf_new(a);
	for (const char *p = old; *p; p++)
		buf_add_string(&b, *p == ' ' ? "%20" : (char[]){*p, '\0'});
	if (place.path)
		diag_report(l->diag, MSG_LINK_BLANKS, place, old, buf_text(&b), NULL);
}

/* "](../x.md", what looks like an address behind a bracket: `at` is the bracket. */
static bool is_address(const char *at, const char *end)
{
	const char *start = at + 2,
		   *stop = slips_find_near(start, end, ')', LONGEST_ADDRESS);
	size_t rest = (size_t)(end - start);
	size_t len = stop                     ? (size_t)(stop - start)
	             : rest < LONGEST_ADDRESS ? rest
	                                      : LONGEST_ADDRESS;
	return memmem(start, len, ".md", 3) || memmem(start, len, "://", 3) ||
	       (len > 3 && memcmp(start, "../", 3) == 0);
}

static void report_broken(struct slips *l, const struct stretch *s, const char *at)
{
	size_t len = (size_t)(s->text + s->len - at);
	const char *open = memrchr(s->text, '[', (size_t)(at - s->text));
	const char *start = open ? open : at;
	struct place place =
		slips_place(l, s, start, (size_t)(at - start) + (len < 12 ? len : 12));
	if (place.path)
		diag_report(l->diag, MSG_LINK_AS_TEXT, place, NULL);
}

static void report_link(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len;
	for (const char *at = s->text;
	     l->n_searches < MOST_REPORTS && (at = find_pair(at, end, ']', '('));
	     at += 2) {
		struct address_part part = address_part(l, at, end);
		if (has_only_blanks(l, &part))
			report_blanks(l, s, at, &part);
		else if (is_address(at, end))
			report_broken(l, s, at);
	}
	report_blanks_of_web(l, s);
}

/* Whether "page.md)" or "page.md]" stands here, in one word. */
static bool is_file(const char *at, const char *end, char close)
{
	const char *stop = slips_find_near(at, end, close, LONGEST_ADDRESS);
	size_t len = stop ? (size_t)(stop - at) : 0;
	return len > 0 && !memchr(at, ' ', len) &&
	       (memmem(at, len, ".md", 3) || (len > 3 && memcmp(at, "../", 3) == 0));
}

/* Whether "] (page.md)", or "] (" before an address, leads somewhere. */
static bool is_file_there(const struct slips *l, const struct stretch *s, const char *at)
{
	const char *start = at + 3, *end = s->text + s->len;
	const char *stop =
		start < end ? slips_find_near(start, end, ')', LONGEST_ADDRESS) : NULL;
	return start >= end || (stop && leads(l, start, (size_t)(stop - start)));
}

/* "(words)[page.md]" the right way round; `at` is the round bracket that closes. */
static void cure_swapped(struct slips *l, const struct stretch *s, const char *at,
                         struct place place)
{
	struct arena *a = l->doc->arena;
	const char *open = memrchr(s->text, '(', (size_t)(at - s->text));
	const char *close =
		slips_find_near(at + 2, s->text + s->len, ']', LONGEST_ADDRESS);
	if (!diag_wants_changes(l->diag) || !close ||
	    !leads(l, at + 2, (size_t)(close - at) - 2))
		return;
	const char *words = arena_copy(a, open + 1, (size_t)(at - open) - 1),
		   *path = arena_copy(a, at + 2, (size_t)(close - at) - 2);
	slips_cure(l, place, 0,
	           (struct slip_change){arena_format(a, "(%s)[%s]", words, path),
	                                arena_format(a, "[%s](%s)", words, path)});
}

static void report_parts(struct slips *l, const struct stretch *s, const char *at,
                         enum message m)
{
	const char *open =
		memrchr(s->text, *at == ')' ? '(' : '[', (size_t)(at - s->text));
	const char *start = open ? open : at;
	struct place place = slips_place(l, s, start, (size_t)(at + 1 - start));
	if (!place.path)
		return;
	diag_report(l->diag, m, place, NULL);
	int n_behind = text_length(start, (size_t)(at - start));
	if (m == MSG_LINK_AS_TEXT && at[1] == ' ' && is_file_there(l, s, at))
		slips_cure(l, place, n_behind, (struct slip_change){"] (", "]("});
	if (m == MSG_LINK_SWAPPED && open)
		cure_swapped(l, s, at, place);
}

/* Whether a line ends in "]" and the next one starts with "(page.md)". */
static bool is_cut(const struct stretch *s)
{
	const cmark_node *next = s->node->next;
	if (s->text[s->len - 1] != ']' || !next || next->type != CMARK_NODE_SOFTBREAK ||
	    !next->next || next->next->type != CMARK_NODE_TEXT)
		return false;
	const cmark_chunk *below = &next->next->as.literal;
	const char *start = (const char *)below->data;
	return below->len > 3 && *start == '(' &&
	       is_file(start + 1, start + below->len, ')');
}

/* Whether "] (", an address and ")" follow each other. */
static bool is_before_address(const struct stretch *s)
{
	const cmark_node *link = s->node->next, *rest = link ? link->next : NULL;
	return s->len > 3 && memcmp(s->text + s->len - 3, "] (", 3) == 0 && rest &&
	       is_bare(link) && rest->type == CMARK_NODE_TEXT && rest->as.literal.len &&
	       rest->as.literal.data[0] == ')';
}

/* The parts of a link stand apart, or the wrong way round: "[x] (y.md)", "(x)[y.md]". */
static void report_apart(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len;
	for (const char *at = s->text;
	     l->n_searches < MOST_REPORTS && (at = find_pair(at, end, ']', ' ')); at += 2)
		if (end - at > 3 && at[2] == '(' && is_file(at + 3, end, ')'))
			report_parts(l, s, at, MSG_LINK_AS_TEXT);
	for (const char *at = s->text;
	     l->n_searches < MOST_REPORTS && (at = find_pair(at, end, ')', '[')); at += 2)
		if (is_file(at + 2, end, ']'))
			report_parts(l, s, at, MSG_LINK_SWAPPED);
	if (is_cut(s))
		report_parts(l, s, end - 1, MSG_LINK_AS_TEXT);
	else if (is_before_address(s))
		report_parts(l, s, end - 3, MSG_LINK_AS_TEXT);
}

static char *trimmed(char *text)
{
	text += strspn(text, " ");
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		text[--len] = '\0';
	return text;
}

/* Bytes of the no-break space that stands here; 0: none does. */
static size_t blank_length(const char *at)
{
	return strncmp(at, NBSP, strlen(NBSP)) == 0     ? strlen(NBSP)
	       : strncmp(at, NNBSP, strlen(NNBSP)) == 0 ? strlen(NNBSP)
	                                                : 0;
}

/* Whether "[^ 2]: …" or "[^2] : …" is on the page, which is told where it stands. */
static bool is_misspelt(const struct slips *l, const char *name)
{
	static const char *const forms[] = {"[^ %s]:", "[^%s] :", "[^%s]" NBSP ":",
	                                    "[^%s]" NNBSP ":"};
	for (size_t i = 0; i < COUNT(forms); i++) {
		const char *label = arena_format(l->doc->arena, forms[i], name);
		if (memmem(l->doc->text, l->doc->len, label, strlen(label)))
			return true;
	}
	return false;
}

/* "[^1] : Source.": bytes of the blank before the colon; 0: none. */
static size_t colon_blank(const struct stretch *s, const char *at, const char *close)
{
	const char *end = s->text + s->len, *behind = close + 1;
	if (at != s->text || s->node->prev || behind >= end)
		return 0;
	size_t left = (size_t)(end - behind);
	size_t blank = text_start_length(behind, left, NBSP) +
	               text_start_length(behind, left, NNBSP) + (*behind == ' ');
	return blank && behind + blank < end && behind[blank] == ':' ? blank : 0;
}

static void report_colon(struct slips *l, const struct stretch *s, const char *name,
                         size_t len)
{
	struct arena *a = l->doc->arena;
	struct place place = slips_place(l, s, s->text, len);
	size_t blank = colon_blank(s, s->text, s->text + len - 1);
	if (!place.path)
		return;
	diag_report(l->diag, MSG_NOTE_COLON, place, name, NULL);
	slips_cure(l, place, text_length(s->text, len),
	           (struct slip_change){arena_copy(a, s->text + len, blank), ""});
}

static void report_note(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len;
	for (const char *at = s->text;
	     l->n_searches < MOST_REPORTS && (at = find_pair(at, end, '[', '^')) &&
	     !tidy_is_in_code(s->node);
	     at += 2) {
		const char *close = slips_find_near(at, end, ']', LONGEST_NAME);
		size_t len = close ? (size_t)(close - at) : 0;
		if (len < 3)
			continue;
		char *name = trimmed(arena_copy(l->doc->arena, at + 2, len - 2));
		bool is_spaced = strlen(name) < len - 2;
		if (!is_spaced && *name && colon_blank(s, at, close)) {
			report_colon(l, s, name, len + 1);
			continue;
		}
		if (!*name || strchr(name, ' ') || (!is_spaced && is_misspelt(l, name)))
			continue;
		struct place place = slips_place(l, s, at, len + 1);
		if (place.path)
			diag_report(l->diag,
			            is_spaced ? MSG_NOTE_SPACE : MSG_NOTE_MISSING, place,
			            name, NULL);
		if (place.path && is_spaced)
			slips_cure(l, place, 0,
			           (struct slip_change){
					   arena_copy(l->doc->arena, at, len + 1),
					   arena_format(l->doc->arena, "[^%s]", name)});
	}
}

static bool is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* "## Title" with a no-break space, which word processors and some keyboards write. */
static bool is_unbreakable(const char *at, size_t len)
{
	return (len > 2 && memcmp(at, NBSP, 2) == 0) ||
	       (len > 3 && memcmp(at, NNBSP, 3) == 0);
}

/* "##Title". "#channel" is how chats name their rooms: one sign wants a capital letter.
 */
static void report_heading(struct slips *l, const struct stretch *s)
{
	size_t n = 0;
	while (n < s->len && s->text[n] == '#')
		n++;
	if (n == 0 || n > 6 || n == s->len || !is_letter((unsigned char)s->text[n]) ||
	    (n == 1 && s->text[n] >= 'a' && s->text[n] <= 'z'))
		return;
	struct place place = slips_place(l, s, s->text, n + 1);
	bool is_there = is_unbreakable(s->text + n, s->len - n);
	if (!place.path)
		return;
	diag_report(l->diag, is_there ? MSG_HEADING_NBSP : MSG_HEADING_SPACE, place,
	            arena_copy(l->doc->arena, s->text, n), NULL);
	slips_cure(
		l, place, (int)n,
		(struct slip_change){arena_copy(l->doc->arena, s->text + n,
	                                        is_there ? blank_length(s->text + n) : 0),
	                             " "});
}

/* "{% hint" without its end. */
static void report_tag(struct slips *l, const struct stretch *s,
                       const cmark_node *paragraph)
{
	if (s->len < 4 || memcmp(s->text, "{%", 2) != 0)
		return;
	for (const cmark_node *n = paragraph->first_child; n; n = n->next)
		if (n->type == CMARK_NODE_TEXT &&
		    memmem(n->as.literal.data, (size_t)n->as.literal.len, "%}", 2))
			return;
	struct place place = slips_place(l, s, s->text, 2);
	if (place.path)
		diag_report(l->diag, MSG_TAG_CUT, place, NULL);
}

static bool is_alert(const char *word, size_t len)
{
	static const char *const known[] = {"[!NOTE]", "[!TIP]", "[!IMPORTANT]",
	                                    "[!WARNING]", "[!CAUTION]"};
	for (size_t i = 0; i < COUNT(known); i++)
		if (strlen(known[i]) == len && strncasecmp(word, known[i], len) == 0)
			return true;
	return false;
}

/* "> [!NOTE] Texte": the text goes to a line of its own, which starts as this one does.
 */
static void report_alert_line(struct slips *l, const struct stretch *s,
                              struct place place, size_t len)
{
	struct arena *a = l->doc->arena;
	size_t line_len;
	const char *line = document_line(l->doc, place.line, &line_len);
	const char *at = memmem(line, line_len, s->text, len);
	diag_report(l->diag, MSG_ALERT_LINE, place, arena_copy(a, s->text, len), NULL);
	if (at && at + len < line + line_len && at[len] == ' ')
		slips_cure(
			l, place, (int)len,
			(struct slip_change){
				" ", arena_format(a, "\n%.*s", (int)(at - line), line)});
}

/* "> [!REMARQUE]", "> [!NOTE] Texte": those that are well written are hints by now. */
static void report_alert(struct slips *l, const struct stretch *s,
                         const cmark_node *paragraph)
{
	if (paragraph->prev || !paragraph->parent ||
	    paragraph->parent->type != CMARK_NODE_BLOCK_QUOTE)
		return;
	if (s->len < 4 || memcmp(s->text, "[!", 2) != 0)
		return;
	const char *close = memchr(s->text, ']', s->len);
	size_t len = close ? (size_t)(close + 1 - s->text) : 0;
	if (is_alert(s->text, len)) {
		struct place place = slips_place(l, s, s->text, len);
		if (place.path)
			report_alert_line(l, s, place, len);
	} else if (s->len < 40 && s->text[s->len - 1] == ']' &&
	           (!s->node->next || s->node->next->type == CMARK_NODE_SOFTBREAK))
		diag_report(l->diag, MSG_ALERT_UNKNOWN, node_place(l->doc, s->node),
		            arena_copy(l->doc->arena, s->text, s->len), NULL);
}

/* Whether an attribute of what looks like a tag has a value between curly quotes. */
static bool has_curly(const char *at, const char *end)
{
	static const char *const starts[] = {"=“", "=”", "=«", "=‘", "=’"};
	const char *stop = slips_find_near(at, end, '>', LONGEST_ADDRESS);
	size_t len = stop ? (size_t)(stop - at) : 0;
	for (size_t i = 0; i < COUNT(starts); i++)
		if (memmem(at, len, starts[i], strlen(starts[i])))
			return true;
	return false;
}

/* The quotes of a tag as straight ones; what stands between « » is left to a person. */
static void cure_curly(struct slips *l, const char *at, const char *end,
                       struct place place)
{
	const char *stop = slips_find_near(at, end, '>', LONGEST_ADDRESS);
	struct buf b = buf_new(l->doc->arena);
	for (const char *p = at; diag_wants_changes(l->diag) && stop && p < stop; p++) {
		bool is_quote = stop - p > 2 &&
		                (memcmp(p, "“", 3) == 0 || memcmp(p, "”", 3) == 0);
		buf_add_char(&b, is_quote ? '"' : *p);
		p += is_quote ? 2 : 0;
	}
	if (b.len > 0 && !strpbrk(buf_text(&b), "\n") && !strstr(buf_text(&b), "«"))
		slips_cure(l, place, 0,
		           (struct slip_change){
				   arena_copy(l->doc->arena, at, (size_t)(stop - at)),
				   buf_text(&b)});
}

/* Raw HTML that stayed text: "<!--" without its end, a value between curly quotes. */
static void report_angle(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len;
	for (const char *at = s->text;
	     l->n_searches < MOST_REPORTS && (at = memchr(at, '<', (size_t)(end - at)));
	     at++) {
		size_t left = (size_t)(end - at);
		bool is_comment = left > 4 && memcmp(at, "<!--", 4) == 0;
		bool is_tag =
			left > 4 && is_letter((unsigned char)at[1]) && has_curly(at, end);
		struct place place = {0};
		if (is_comment || is_tag)
			place = slips_place(l, s, at, 5);
		if (place.path)
			diag_report(l->diag, is_tag ? MSG_HTML_CURLY : MSG_COMMENT_TEXT,
			            place, NULL);
		if (place.path && is_tag)
			cure_curly(l, at, end, place);
	}
}

static bool is_line_start(const cmark_node *text)
{
	return !text->prev || text->prev->type == CMARK_NODE_SOFTBREAK ||
	       text->prev->type == CMARK_NODE_LINEBREAK;
}

/* Markdown behind a comment in one line, which is HTML to the line's end: told once, and
 * not as what its signs were meant to be. */
static bool is_behind_comment(struct slips *l, const struct stretch *s)
{
	static const char *const signs[] = {"](", "**", "`", "__"};
	size_t i = 0, len;
	while (i < COUNT(signs) && !memmem(s->text, s->len, signs[i], strlen(signs[i])))
		i++;
	struct place place = {0};
	const char *stop = memchr(s->text, '\n', s->len);
	size_t first = stop ? (size_t)(stop - s->text) : s->len;
	if (i < COUNT(signs))
		place = slips_place(l, s, s->text, first);
	if (!place.path)
		return false;
	const char *line = document_line(l->doc, place.line, &len);
	const char *at = memmem(line, len, s->text, first);
	const char *end = memmem(line, (size_t)(at - line), "-->", 3);
	const char *start = end ? memmem(line, (size_t)(end - line), "<!--", 4) : NULL;
	while (start && start > line && strchr(" \t>-*+0123456789.)", start[-1]))
		start--;
	if (!end || (start && start > line))
		return false;
	diag_report(l->diag, MSG_COMMENT_GLUED, place, signs[i], NULL);
	return true;
}

static void look_at_text(struct slips *l, const cmark_node *node)
{
	struct stretch s = slips_stretch(node);
	if (l->has_comments && is_behind_comment(l, &s))
		return;
	if (memchr(s.text, ']', s.len)) {
		report_link(l, &s);
		report_apart(l, &s);
		report_note(l, &s);
		slips_look_for_references(l, &s);
	}
	if (l->has_braces)
		slips_look_at_braces(l, &s);
	if (s.len > 2 && s.text[0] == '^' && node->parent->type == CMARK_NODE_LINK)
		slips_look_at_spaced_call(l, &s);
	if (l->may_have_html)
		report_angle(l, &s);
	slips_look_at_marks(l, &s);
	bool is_in_paragraph = node->parent->type == CMARK_NODE_PARAGRAPH;
	if (node_element(node->parent))
		slips_look_at_raw(l, &s);
	if (node->parent->type == CMARK_NODE_HEADING)
		slips_look_at_attributes(l, &s);
	else if (!is_in_paragraph)
		return;
	if (is_line_start(node))
		slips_look_at_start(l, &s);
	if (!is_in_paragraph || node->prev)
		return;
	report_heading(l, &s);
	report_tag(l, &s, node->parent);
	report_alert(l, &s, node->parent);
}

/* Whether the line is one of a block of code or HTML, or starts a note that is shown. */
static bool is_accounted_for(const struct slips *l, int line)
{
	for (const cmark_node *n = l->doc->root; n; n = node_next(n, l->doc->root)) {
		bool is_raw = n->type == CMARK_NODE_CODE_BLOCK ||
		              n->type == CMARK_NODE_HTML_BLOCK;
		if ((is_raw && n->start_line <= line && line <= n->end_line) ||
		    (n->type == CMARK_NODE_FOOTNOTE_DEFINITION && n->start_line == line))
			return true;
	}
	return false;
}

static bool is_blank_line(const char *at, const char *end)
{
	while (at < end && *at == ' ')
		at++;
	return at == end || *at == '\n' || *at == '\r';
}

/* `line` is that of the note of this name that is shown; NULL: none is. */
static void report_unused(struct slips *l, struct place at, const char *name,
                          const char *line)
{
	if (line)
		diag_report(l->diag, MSG_NOTE_TWICE, at, name, line, NULL);
	else
		diag_report(l->diag, MSG_NOTE_UNUSED, at, name, NULL);
}

/* Notes that the parser left out: "[^1]: …" starts a line, and no note of the tree starts
 * there. */
static void report_unused_notes(struct slips *l)
{
	const char *text = l->doc->text, *end = text + l->doc->len;
	int n_notes = 0;
	struct map lines = map_new(l->doc->arena);
	for (const char *at = text;
	     n_notes < MOST_REPORTS && (at = find_pair(at, end, '[', '^')); at += 2) {
		const char *close = at == text || at[-1] == '\n'
		                            ? slips_find_near(at, end, ']', LONGEST_NAME)
		                            : NULL;
		if (!close || close - at < 3 || end - close < 3 || close[1] != ':' ||
		    memchr(at, ' ', (size_t)(close - at)) ||
		    is_blank_line(close + 2, end))
			continue;
		struct place place = place_of_byte(
			l->doc->path, text, (size_t)(at - text), l->doc->first_line);
		const char *name =
			arena_copy(l->doc->arena, at + 2, (size_t)(close - at - 2));
		n_notes++;
		if (is_accounted_for(l, place.line))
			map_put_string(&lines, name,
			               arena_format(l->doc->arena, "%d", place.line));
		else
			report_unused(l, place, name, map_find_string(&lines, name));
	}
}

/* Whether a sign stands behind one of some others, anywhere. */
static bool has_behind(const char *at, const char *end, const char *before, char sign)
{
	for (const char *p = at; p < end && (p = memchr(p, sign, (size_t)(end - p))); p++)
		if (p > at && strchr(before, p[-1]))
			return true;
	return false;
}

struct slips *slips_open(struct document *doc, struct diag *d)
{
	struct slips *l = arena_alloc(doc->arena, sizeof *l);
	*l = (struct slips){
		.doc = doc, .diag = d, .may_have_html = memchr(doc->text, '<', doc->len)};
	const char *end = doc->text + doc->len;
	l->has_mark[0] = memchr(doc->text, '*', doc->len);
	l->has_mark[1] = has_behind(doc->text, end, "_ ", '_');
	l->has_mark[2] = has_behind(doc->text, end, "~", '~');
	l->has_braces = has_behind(doc->text, end, "])\n", '{');
	l->has_comments = l->may_have_html && memmem(doc->text, doc->len, "-->", 3);
	return l;
}

void slips_know(struct slips *l, const struct site *site, const char *from)
{
	l->site = site;
	l->from = from;
}

void slips_look_at(struct slips *l, const cmark_node *node)
{
	if (node->type == CMARK_NODE_TEXT)
		look_at_text(l, node);
	else if (node->type == CMARK_NODE_CODE_BLOCK)
		slips_look_at_code(l, node);
	else if (node->type == CMARK_NODE_STRONG || node->type == CMARK_NODE_EMPH)
		slips_look_at_nested(l, node);
	else if (node_gfm_type(node) == GFM_TABLE_ROW)
		slips_look_at_row(l, node);
}

void slips_close(struct slips *l)
{
	report_unused_notes(l);
}
