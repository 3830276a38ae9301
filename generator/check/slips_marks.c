/*
 * Marks that stayed text: stars that make nothing bold, a link by name without
 * its address, attributes of a heading, boxes of other programs.
 */

#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "check/slips_internal.h"
#include "markup/tidy.h"

/* What is longer is no name; a block with more marks is not prose. */
enum { LONGEST_NAME = 60, MOST_RUNS = 24, MOST_DEFINITIONS = 64 };

static const char *find_near(const char *at, const char *end, char c)
{
	size_t len = (size_t)(end - at);
	return memchr(at, c, len < LONGEST_NAME ? len : LONGEST_NAME);
}

/* --- stars and underscores ----------------------------------------------------- */

/* Stars that the parser left in a text, and the characters on both sides; a blank where
 * the line starts or ends, a letter where an element stands. */
struct run {
	struct stretch in;
	const char *at;
	size_t len;
	uint32_t before, after;
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xa0 || c == 0x202f;
}

static bool is_sign(uint32_t c)
{
	return !is_blank(c) && !text_is_letter(c) && !(c >= '0' && c <= '9');
}

/* What stands beside a text, in its line. */
static uint32_t edge(const cmark_node *sibling)
{
	return !sibling || sibling->type == CMARK_NODE_SOFTBREAK ||
	                       sibling->type == CMARK_NODE_LINEBREAK
	               ? ' '
	               : 'x';
}

static uint32_t last_character(const char *start, const char *at)
{
	do
		at--;
	while (at > start && ((unsigned char)*at & 0xc0) == 0x80);
	const char *p = at;
	return text_next(&p, at + 4);
}

static struct run run_at(const struct stretch *s, const char *at)
{
	const char *end = s->text + s->len, *stop = at;
	while (stop < end && *stop == *at)
		stop++;
	struct run r = {.in = *s, .at = at, .len = (size_t)(stop - at)};
	r.before = at > s->text ? last_character(s->text, at) : edge(s->node->prev);
	r.after = stop < end ? text_next(&stop, end) : edge(s->node->next);
	return r;
}

/* The runs of one sign in a block; how many there are. */
static size_t collect_runs(const cmark_node *block, char sign, struct run *runs)
{
	size_t n = 0;
	for (const cmark_node *node = block->first_child; node;
	     node = node_next(node, block)) {
		if (node->type != CMARK_NODE_TEXT || tidy_is_in_code(node))
			continue;
		struct stretch s = {node, (const char *)node->as.literal.data,
		                    (size_t)node->as.literal.len};
		const char *end = s.text + s.len;
		for (const char *at = s.text;
		     n < MOST_RUNS && (at = memchr(at, sign, (size_t)(end - at)));) {
			runs[n] = run_at(&s, at);
			at += runs[n++].len;
		}
	}
	return n;
}

/* The place of a run, found in its line by what stands round it. */
static struct place place_of_run(struct slips *l, const struct run *r)
{
	static const size_t round[] = {12, 4};
	const char *end = r->in.text + r->in.len;
	struct place place = {0};
	for (size_t i = 0; i < COUNT(round) && !place.path; i++) {
		size_t before = (size_t)(r->at - r->in.text);
		size_t after = (size_t)(end - r->at) - r->len;
		before = before < round[i] ? before : round[i];
		after = after < round[i] ? after : round[i];
		while (before > 0 && ((unsigned char)r->at[-(long)before] & 0xc0) == 0x80)
			before--;
		while (after > 0 && after < (size_t)(end - r->at) - r->len &&
		       ((unsigned char)r->at[r->len + after] & 0xc0) == 0x80)
			after--;
		place = slips_place(l, &r->in, r->at - before, before + r->len + after);
		place.column += text_length(r->at - before, before);
	}
	return place;
}

/* Bytes from here to the end of the word: what is to be written is shown with it. */
static size_t rest_of_word(const struct run *close)
{
	const char *at = close->at + close->len, *end = close->in.text + close->in.len;
	size_t n = 0;
	while (n < (size_t)(end - at) && at[n] != ' ' && n < LONGEST_NAME)
		n++;
	return n < LONGEST_NAME ? n : 0;
}

/* Whether both stand in one text, whose words are to be bold, and what to write. */
static const char *mended(struct slips *l, const struct run *open,
                          const struct run *close)
{
	const char *from = open->at + open->len, *to = close->at;
	if (open->in.node != close->in.node || close->after >= 0x2e80)
		return NULL; /* between ideographs there are no blanks */
	const char *start = from, *end = to;
	for (const char *p = start; p < to && is_blank(text_next(&p, to));)
		start = p;
	for (const char *p = end; end > start && is_blank(last_character(start, end));
	     end = p)
		for (p = end - 1; ((unsigned char)*p & 0xc0) == 0x80;)
			p--;
	bool wants_before = start > from && !is_blank(open->before);
	bool is_ended = end < to || is_sign(last_character(start, end));
	bool wants_behind = is_ended && !is_blank(close->after) && !is_sign(close->after);
	return arena_format(l->doc->arena, "%s%.*s%.*s%.*s%s", wants_before ? " " : "",
	                    (int)open->len, open->at, (int)(end - start), start,
	                    (int)close->len, close->at, wants_behind ? " " : "");
}

static void report_pair(struct slips *l, const struct run *open, const struct run *close,
                        enum message m)
{
	struct arena *a = l->doc->arena;
	struct place place = place_of_run(l, open);
	if (!place.path)
		return;
	const char *fresh = mended(l, open, close);
	bool is_blank_last = fresh && fresh[strlen(fresh) - 1] == ' ';
	size_t rest = is_blank_last ? rest_of_word(close) : 0;
	const char *shown = fresh ? arena_format(a, "%s%.*s", fresh + (*fresh == ' '),
	                                         (int)rest, close->at + close->len)
	                          : NULL;
	diag_report(l->diag, m, place, arena_copy(a, open->at, open->len), shown, NULL);
	if (fresh)
		slips_cure(
			l, place, 0,
			(struct slip_change){
				arena_copy(a, open->at,
		                           (size_t)(close->at + close->len - open->at)),
				fresh});
}

/* "**mot**" in raw HTML, where it stays text. */
static bool look_at_raw_pair(struct slips *l, const struct run *open,
                             const struct run *close)
{
	struct arena *a = l->doc->arena;
	const char *words = open->at + open->len;
	bool is_whole = open->in.node == close->in.node && open->len == close->len &&
	                open->len < 3 && text_is_letter(open->after) &&
	                !is_blank(close->before) && is_blank(open->before) &&
	                !text_is_letter(close->after) && *open->at == '*';
	struct place place = {0};
	if (is_whole)
		place = place_of_run(l, open);
	if (!place.path)
		return false;
	const char *old =
		arena_copy(a, open->at, (size_t)(close->at + close->len - open->at));
	const char *name = open->len == 1 ? "em" : "strong";
	const char *fresh = arena_format(a, "<%s>%.*s</%s>", name,
	                                 (int)(close->at - words), words, name);
	diag_report(l->diag, MSG_MARK_RAW, place, old, fresh, NULL);
	slips_cure(l, place, 0, (struct slip_change){old, fresh});
	return true;
}

/* Bold that a blank, or a sign before a letter, keeps from being read. */
static bool look_at_pair(struct slips *l, const struct run *open, const struct run *close)
{
	bool is_apart = is_blank(open->before) && is_blank(open->after) &&
	                is_blank(close->before) && is_blank(close->after);
	bool is_closing = !is_blank(open->before) && is_blank(open->after);
	bool is_opening = is_blank(close->before) && !is_blank(close->after) &&
	                  open->len > 1 && is_blank(open->after);
	bool is_single = open->len == 1 || *open->at == '_';
	bool is_blanked = is_blank(open->after) || is_blank(close->before);
	if (open->len != close->len || is_closing || is_opening ||
	    (is_apart && is_single))
		return false;
	if (open->len == 1 && !(is_blank(open->before) && text_is_letter(open->after) &&
	                        is_blank(close->before) && text_is_letter(close->after)))
		return false;
	bool is_tight = (is_sign(close->before) && text_is_letter(close->after)) ||
	                (is_sign(open->after) && text_is_letter(open->before));
	if (!is_blanked && !is_tight)
		return false;
	report_pair(l, open, close, is_blanked ? MSG_MARK_BLANK : MSG_MARK_TIGHT);
	return true;
}

static void look_at_lone(struct slips *l, const struct run *r)
{
	bool is_start = r->len > 1 && *r->at == '*' && is_blank(r->before) &&
	                text_is_letter(r->after);
	struct place place = {0};
	if (is_start)
		place = place_of_run(l, r);
	if (place.path)
		diag_report(l->diag, MSG_MARK_OPEN, place,
		            arena_copy(l->doc->arena, r->at, r->len), NULL);
}

/* Once a block: the others of its runs are looked for. Four and more are no marks. */
static void look_for_runs(struct slips *l, const cmark_node *block, char sign)
{
	struct run runs[MOST_RUNS];
	size_t n = collect_runs(block, sign, runs), n_kept = 0;
	bool is_raw = node_element(block) != NULL;
	for (size_t i = 0; i < n; i++)
		if (runs[i].len <= 3)
			runs[n_kept++] = runs[i];
	for (size_t i = 0; n < MOST_RUNS && i < n_kept; i++) {
		bool has_next = i + 1 < n_kept;
		if (has_next && (is_raw ? look_at_raw_pair(l, &runs[i], &runs[i + 1])
		                        : look_at_pair(l, &runs[i], &runs[i + 1])))
			i++;
		else if (!is_raw)
			look_at_lone(l, &runs[i]);
	}
}

static const cmark_node *block_of(const cmark_node *node)
{
	const cmark_node *up = node->parent;
	while (up && CMARK_NODE_TYPE_INLINE_P(up->type))
		up = up->parent;
	return up;
}

/* --- links by name ------------------------------------------------------------- */

/* The names that the page gives addresses to: "[guide]: …" at the start of a line. */
static size_t collect_definitions(struct slips *l, const char **names)
{
	const char *end = l->doc->text + l->doc->len;
	size_t n = 0;
	for (const char *at = l->doc->text;
	     n < MOST_DEFINITIONS && (at = memmem(at, (size_t)(end - at), "\n[", 2));) {
		at += 2;
		const char *close = find_near(at, end, ']');
		if (close && close + 1 < end && close[1] == ':' && *at != '^')
			names[n++] = arena_copy(l->doc->arena, at, (size_t)(close - at));
	}
	return n;
}

static bool is_all(const char *text, size_t len, int (*is)(int))
{
	for (size_t i = 0; i < len; i++)
		if (!is((unsigned char)text[i]))
			return false;
	return true;
}

/* "[12][13]" cites, "[a-z][0-9]" is a pattern, "t[i][j]" a place in a table. */
static bool is_link_by_name(const struct stretch *s, const char *open, const char *at,
                            const char *close)
{
	size_t words = (size_t)(at - open) - 1, name = (size_t)(close - at) - 2;
	bool is_number =
		is_all(open + 1, words, isdigit) && is_all(at + 2, name, isdigit);
	bool is_short = words < 4 && (words < 2 || memchr(open, '-', words + 1));
	bool is_behind_word = open > s->text && isalnum((unsigned char)open[-1]);
	return words > 0 && open[1] != '^' && at[2] != '^' && !is_number && !is_short &&
	       !is_behind_word && (close + 1 == s->text + s->len || close[1] != '(');
}

static void report_reference(struct slips *l, const struct stretch *s, const char *open,
                             const char *close)
{
	struct arena *a = l->doc->arena;
	const char *at = memchr(open, ']', (size_t)(close - open));
	const char *words = arena_copy(a, open + 1, (size_t)(at - open) - 1);
	const char *name = arena_copy(a, at + 2, (size_t)(close - at) - 2);
	const char *names[MOST_DEFINITIONS];
	struct place place = slips_place(l, s, open, (size_t)(close + 1 - open));
	if (!place.path)
		return;
	name = *name ? name : words;
	const char *near = text_nearest(name, names, collect_definitions(l, names));
	diag_report(l->diag, MSG_LINK_UNDEFINED, place, name, words, near, NULL);
}

void slips_look_for_references(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len;
	for (const char *at = s->text;
	     (at = memchr(at, ']', (size_t)(end - at))) && end - at > 2; at++) {
		if (at[1] != '[')
			continue;
		const char *open = memrchr(s->text, '[', (size_t)(at - s->text));
		const char *close = find_near(at + 2, end, ']');
		if (open && close && is_link_by_name(s, open, at, close) &&
		    !tidy_is_in_code(s->node))
			report_reference(l, s, open, close);
	}
}

/* --- headings and boxes -------------------------------------------------------- */

/* "## Titre {#id}": an address as GitBook writes it; other attributes have no sense here.
 */
void slips_look_at_attributes(struct slips *l, const struct stretch *s)
{
	struct arena *a = l->doc->arena;
	size_t len = s->node->next ? 0 : s->len;
	while (len > 0 && s->text[len - 1] == ' ')
		len--;
	const char *end = s->text + len;
	const char *open = len > 2 && end[-1] == '}' ? memrchr(s->text, '{', len) : NULL;
	if (!open || end - open > LONGEST_NAME || !strchr("#.:-", open[1]))
		return;
	const char *id = open + 1 + (open[1] == ':');
	while (*id == ' ')
		id++;
	const char *written = arena_copy(a, open, (size_t)(end - open));
	size_t id_len = *id == '#' ? strspn(id + 1, "abcdefghijklmnopqrstuvwxyz"
	                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                                            "0123456789-_.:")
	                           : 0;
	const char *fresh =
		id_len && (id[id_len + 1] == '}' || id[id_len + 1] == ' ')
			? arena_format(a, "<a href=\"#%.*s\" id=\"%.*s\"></a>",
	                               (int)id_len, id + 1, (int)id_len, id + 1)
			: NULL;
	struct place place = slips_place(l, s, open, (size_t)(end - open));
	if (!place.path)
		return;
	diag_report(l->diag, MSG_HEADING_ATTRIBUTES, place, written, fresh, NULL);
	if (fresh)
		slips_cure(l, place, 0, (struct slip_change){written, fresh});
}

/* ":::note" of Pandoc and Docusaurus, "!!! note" of MkDocs. */
void slips_look_for_box(struct slips *l, const struct stretch *s)
{
	static const char *const signs[] = {":::", "!!!", "???"};
	size_t n = 0;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (text_start_length(s->text, s->len, signs[i]))
			n = strlen(signs[i]);
	size_t word = n + (n < s->len && strchr(":+", s->text[n]));
	word += word < s->len && s->text[word] == ' ';
	if (!n || word >= s->len ||
	    !(isalpha((unsigned char)s->text[word]) || s->text[word] == '{'))
		return;
	struct place place = slips_place(l, s, s->text, word + 1);
	if (place.path)
		diag_report(l->diag, MSG_BOX_FOREIGN, place,
		            arena_copy(l->doc->arena, s->text, s->len), NULL);
}

void slips_look_at_marks(struct slips *l, const struct stretch *s)
{
	static const char signs[] = "*_";
	for (size_t i = 0; i < (l->has_underlines ? 2 : 1); i++) {
		const cmark_node *block;
		if (!memchr(s->text, signs[i], s->len) ||
		    (block = block_of(s->node)) == l->marked[i])
			continue;
		l->marked[i] = block;
		look_for_runs(l, block, signs[i]);
	}
}
