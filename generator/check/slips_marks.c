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
enum { LONGEST_NAME = 60, MOST_RUNS = 24, MOST_DEFINITIONS = 64, SHOWN = 16 };

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

static bool is_word(uint32_t c)
{
	return text_is_letter(c) || (c >= '0' && c <= '9');
}

static bool is_sign(uint32_t c)
{
	return !is_blank(c) && !is_word(c);
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* Signs before which a blank may be written; no apostrophe, no point of "agent·e". */
static bool opens_aside(uint32_t c)
{
	return c == '(' || c == '[' || c == '"' || c == 0xab || c == 0x201c;
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

/* Signs behind which a blank may be written; no hyphen, no stroke. */
static bool closes_words(uint32_t c)
{
	static const char signs[] = ":;,.!?)]\"";
	return (c < 0x80 && strchr(signs, (int)c)) || c == 0xbb || c == 0x201d ||
	       c == 0x2026;
}

/* What stands between two runs, without the blanks at both ends. */
static struct stretch words_between(const struct run *open, const struct run *close)
{
	const char *start = open->at + open->len, *to = close->at, *end = to;
	for (const char *p = start; p < to && is_blank(text_next(&p, to));)
		start = p;
	for (const char *p = end; end > start && is_blank(last_character(start, end));
	     end = p)
		for (p = end - 1; ((unsigned char)*p & 0xc0) == 0x80;)
			p--;
	return (struct stretch){open->in.node, start, (size_t)(end - start)};
}

/* Whether a sign behind "**" keeps it from opening, as a word stands before it. */
static bool is_tight_before(const struct run *open)
{
	return is_sign(open->after) && is_word(open->before);
}

/* Both stand in one text, whose words are to be bold: what to write. "l**'eau**" has its
 * apostrophe outside; what else is no word would have to be guessed: NULL. */
static const char *mended(struct slips *l, const struct run *open,
                          const struct run *close)
{
	if (open->in.node != close->in.node || close->after >= 0x2e80)
		return NULL; /* between ideographs there are no blanks */
	struct stretch words = words_between(open, close);
	const char *start = words.text, *end = start + words.len, *rest = start;
	if (start == end)
		return NULL;
	bool is_tight =
		end == close->at && is_sign(close->before) && is_word(close->after);
	bool is_moved = is_tight_before(open) && is_apostrophe(text_next(&rest, end));
	if (is_tight_before(open) && !is_moved && !opens_aside(open->after))
		return NULL;
	if (is_tight && !closes_words(close->before))
		return NULL;
	bool is_ended = end < close->at || is_tight;
	bool wants_before = (start > open->at + open->len && !is_blank(open->before)) ||
	                    (is_tight_before(open) && !is_moved);
	bool wants_behind = is_ended && is_word(close->after);
	rest = is_moved ? rest : start;
	return arena_format(l->doc->arena, "%s%.*s%.*s%.*s%.*s%s",
	                    wants_before ? " " : "", (int)(rest - start), start,
	                    (int)open->len, open->at, (int)(end - rest), rest,
	                    (int)close->len, close->at, wants_behind ? " " : "");
}

/* Bytes from the start of the word before a run; 0 when it is long. */
static size_t start_of_word(const struct run *open)
{
	size_t n = 0;
	while (open->at - n > open->in.text && open->at[-(long)n - 1] != ' ' &&
	       n < LONGEST_NAME)
		n++;
	return n < LONGEST_NAME ? n : 0;
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
	size_t before = fresh && *fresh == ' ' ? start_of_word(open) : 0;
	const char *shown =
		fresh ? arena_format(a, "%.*s%s%.*s", (int)before, open->at - before,
	                             fresh + (*fresh == ' ' && !before), (int)rest,
	                             close->at + close->len)
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

/* "*mot *suite"; "_mot _ suite" is meant so, "*" between blanks is not: it has to stand
 * at both ends of its line. */
static bool is_single_meant(const struct run *open, const struct run *close)
{
	bool is_line = open->at == open->in.text &&
	               close->at + 1 == close->in.text + close->in.len;
	if (!is_blank(open->before) || !text_is_letter(open->after) ||
	    !is_blank(close->before))
		return false;
	return *open->at == '_' ? !is_word(close->after)
	                        : text_is_letter(close->after) ||
	                                  (is_line && is_blank(close->after));
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
	if (open->len == 1 && !is_single_meant(open, close))
		return false;
	bool is_tight = (is_sign(close->before) && is_word(close->after)) ||
	                is_tight_before(open);
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
		if (runs[i].len <= 3 && (sign != '~' || runs[i].len == 2))
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
		const char *close = slips_find_near(at, end, ']', LONGEST_NAME);
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
		const char *close = slips_find_near(at + 2, end, ']', LONGEST_NAME);
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
	if (!open || end - open > LONGEST_NAME)
		return;
	const char *id = open + 1 + (open[1] == ':');
	while (*id == ' ')
		id++;
	if (open[1] != ':' && !strchr("#.-", *id))
		return;
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

/* "{.rouge}", "{: #id}", "{width=50%}": what Pandoc and others read as attributes; as
 * many bytes, 0: it is none. */
static size_t attributes_length(const char *at, const char *end)
{
	const char *close = slips_find_near(at, end, '}', LONGEST_NAME);
	size_t len = close ? (size_t)(close + 1 - at) : 0;
	if (len < 4 || *at != '{' || strchr("%{", at[1]))
		return 0;
	const char *first = at + 1 + (at[1] == ':');
	while (*first == ' ')
		first++;
	const char *sign = memchr(first, '=', (size_t)(close - first));
	bool is_named = strchr(".#", *first) && isalpha((unsigned char)first[1]);
	bool is_set = sign && sign > first && sign + 1 < close;
	for (const char *p = first; is_set && p < sign; p++)
		is_set = isalpha((unsigned char)*p) || *p == '-';
	return is_named || is_set ? len : 0;
}

static void report_braces(struct slips *l, const struct stretch *s, const char *at,
                          size_t len)
{
	const cmark_node *before = at == s->text ? s->node->prev : NULL;
	bool is_image = before && before->type == CMARK_NODE_IMAGE;
	struct place place = slips_place(l, s, at, len);
	if (!place.path)
		return;
	const char *old = arena_copy(l->doc->arena, at, len);
	diag_report(l->diag, is_image ? MSG_ATTRIBUTES_IMAGE : MSG_ATTRIBUTES, place, old,
	            NULL);
	if (!is_image && before)
		slips_cure(l, place, 0, (struct slip_change){old, ""});
}

void slips_look_at_braces(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len, *at = s->text;
	const cmark_node *prev = s->node->prev;
	bool is_behind =
		prev && (prev->type == CMARK_NODE_IMAGE ||
	                 prev->type == CMARK_NODE_LINK || prev->type == CMARK_NODE_CODE);
	bool is_line = !prev && !s->node->next && *at == '{' &&
	               s->node->parent->type == CMARK_NODE_PARAGRAPH;
	if (tidy_is_in_code(s->node))
		return;
	size_t len = is_behind || is_line ? attributes_length(at, end) : 0;
	if (len && (is_behind || len == s->len))
		report_braces(l, s, at, len);
	for (; (at = memmem(at, (size_t)(end - at), "]{", 2)); at += 2) {
		len = at > s->text ? attributes_length(at + 1, end) : 0;
		if (len && memrchr(s->text, '[', (size_t)(at - s->text)))
			report_braces(l, s, at + 1, len);
	}
}

/* Both lines lose their blank: where the note is called, and where it is written. */
void slips_look_at_spaced_call(struct slips *l, const struct stretch *s)
{
	struct arena *a = l->doc->arena;
	size_t blank = slips_blank_length(s->text + 1, s->len - 1);
	const char *name = arena_copy(a, s->text + 1 + blank, s->len - 1 - blank);
	const char *call = arena_format(a, "[%.*s]", (int)s->len, s->text);
	struct place place = {0};
	if (blank && s->len < LONGEST_NAME && !s->node->prev && !s->node->next)
		place = slips_place(l, s, call, strlen(call));
	if (!place.path)
		return;
	const char *label = arena_format(a, "\n%s:", call);
	const char *written = memmem(l->doc->text, l->doc->len, label, strlen(label));
	if (!written)
		return;
	diag_report(l->diag, MSG_NOTE_SPACE, place, name, NULL);
	struct slip_change change = {call, arena_format(a, "[^%s]", name)};
	slips_cure(l, place, 0, change);
	slips_cure(l,
	           place_of_byte(l->doc->path, l->doc->text,
	                         (size_t)(written + 1 - l->doc->text),
	                         l->doc->first_line),
	           0, change);
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

/* What a text ends, or starts, with: enough of it to be found in its line. */
static struct stretch tail_of(const cmark_node *text)
{
	struct stretch s = slips_stretch(text);
	size_t n = s.len < SHOWN ? s.len : SHOWN;
	const char *at = s.text + s.len - n;
	while (n && ((unsigned char)*at & 0xc0) == 0x80)
		at++, n--;
	return (struct stretch){text, at, n};
}

static size_t head_length(const struct stretch *s)
{
	size_t n = 0;
	while (n < s->len && n < SHOWN && s->text[n] != ' ')
		n++;
	while (n < s->len && ((unsigned char)s->text[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* "**Note :**un **mot**": what was to close the bold opens another within it. `inner` is
 * the second one. */
void slips_look_at_nested(struct slips *l, const cmark_node *inner)
{
	struct arena *a = l->doc->arena;
	bool is_strong = inner->type == CMARK_NODE_STRONG;
	struct stretch before = tail_of(inner->prev),
		       after = slips_stretch(inner->first_child);
	if (inner->parent->type != inner->type || !before.len || !after.len)
		return;
	uint32_t c = last_character(before.text, before.text + before.len);
	const char *start = after.text;
	if (is_word(c) || !is_word(text_next(&start, after.text + after.len)))
		return;
	const char *marks = is_strong ? "**" : "*";
	const char *old = arena_format(a, "%.*s%s%.*s", (int)before.len, before.text,
	                               marks, (int)head_length(&after), after.text);
	struct place place = slips_place(l, &before, old, strlen(old));
	if (!place.path)
		return;
	size_t kept = before.len;
	while (kept > 0 && before.text[kept - 1] == ' ')
		kept--;
	const char *fresh = arena_format(a, "%.*s%s %.*s", (int)kept, before.text, marks,
	                                 (int)head_length(&after), after.text);
	place.column += text_length(before.text, before.len);
	diag_report(l->diag, MSG_MARK_NESTED, place, marks, fresh, NULL);
	place.column -= text_length(before.text, before.len);
	slips_cure(l, place, 0, (struct slip_change){old, fresh});
}

void slips_look_at_marks(struct slips *l, const struct stretch *s)
{
	static const char signs[N_MARKS] = {'*', '_', '~'};
	for (size_t i = 0; i < N_MARKS; i++) {
		const cmark_node *block;
		if (!l->has_mark[i] || !memchr(s->text, signs[i], s->len) ||
		    (block = block_of(s->node)) == l->marked[i])
			continue;
		l->marked[i] = block;
		look_for_runs(l, block, signs[i]);
	}
}
