#include "check/page_file.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "course/front.h"
#include "words/diag.h"
#include "words/message_names.h"

enum { FIRST_BYTES = 64 };
/* Spoilt signs in code that are passed over: each is looked for from the top. */
enum { MOST_IN_CODE = 20 };

/* One page's file being looked at. */
struct looking {
	struct site *site;
	const struct page *page;
	const char *text, *end; /* of the whole file, behind a byte order mark */
	struct arena scratch;
};

static size_t line_length(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));
	return (size_t)((newline ? newline + 1 : end) - at);
}

/* Whether a line is "key: …", a key of front matter. */
static bool is_key_line(struct arena *scratch, const char *line, size_t len)
{
	size_t name = 0;
	while (name < len &&
	       (line[name] == '-' || (line[name] >= 'a' && line[name] <= 'z')))
		name++;
	bool has_value = name > 0 && name + 1 < len && line[name] == ':' &&
	                 strchr(" \r\n", line[name + 1]);
	return has_value && front_has_key(arena_copy(scratch, line, name));
}

/* Whether a line is made of dashes, those that programs make of "---" too. */
static bool is_dashes(const char *line, size_t len)
{
	size_t n = 0;
	while (n < len &&
	       (line[n] == '-' || (len - n > 2 && (memcmp(line + n, "\u2013", 3) == 0 ||
	                                           memcmp(line + n, "\u2014", 3) == 0))))
		n += line[n] == '-' ? 1 : 3;
	size_t dashes = n;
	while (n < len && strchr(" \r\n", line[n]))
		n++;
	return dashes > 1 && n == len;
}

/* A line of the file. */
struct line {
	const char *at;
	size_t len;
	int number; /* from 1 */
};

static struct line line_at(const struct looking *l, const char *at, int number)
{
	return (struct line){at, at < l->end ? line_length(at, l->end) : 0, number};
}

static struct line line_below(const struct looking *l, const struct line *line)
{
	return line_at(l, line->at + line->len, line->number + 1);
}

/* The first line from here on that is not blank. */
static struct line skip_blank(const struct looking *l, struct line line)
{
	while (line.len > 0) {
		size_t n = 0;
		while (n < line.len && strchr(" \t\r\n", line.at[n]))
			n++;
		if (n < line.len)
			break;
		line = line_below(l, &line);
	}
	return line;
}

static bool is_key(struct looking *l, const struct line *line)
{
	return is_key_line(&l->scratch, line->at, line->len);
}

/* Whether front matter starts at this line: dashes, and a key below them. */
static bool opens_header(struct looking *l, const struct line *line)
{
	struct line below = line_below(l, line);
	return is_dashes(line->at, line->len) && is_key(l, &below);
}

/* Whether a key line has the dashes that close front matter below it. */
static bool lacks_dashes(struct looking *l, const struct line *line)
{
	enum { MOST_LINES = 40 };
	if (!is_key(l, line))
		return false;
	struct line below = line_below(l, line);
	for (int i = 0; i < MOST_LINES && below.len > 0; i++) {
		if (is_dashes(below.at, below.len))
			return true;
		below = line_below(l, &below);
	}
	return false;
}

/* How many signs of a fence a line starts with: "```markdown" has three. */
static size_t fence_length(const struct line *line)
{
	size_t n = 0;
	while (n < line->len && line->at[n] == line->at[0])
		n++;
	return n > 2 && strchr("`~", line->at[0]) ? n : 0;
}

/* The number of the last line that is a fence and nothing else; NULL: there is none. */
static const char *last_fence(struct looking *l, struct line line)
{
	int number = 0;
	for (line = line_below(l, &line); line.len > 0; line = line_below(l, &line)) {
		size_t n = fence_length(&line);
		while (n > 0 && n < line.len && strchr(" \r\n", line.at[n]))
			n++;
		if (n == line.len)
			number = line.number;
	}
	return number ? arena_format(&l->scratch, "%d", number) : NULL;
}

/* Reports front matter that its first line does not open: it would be read as text. */
static bool check_header(struct looking *l)
{
	struct line first = skip_blank(l, line_at(l, l->text, 1));
	if (first.len == 0)
		return false;
	struct line below = skip_blank(l, line_below(l, &first));
	struct place at = {l->page->shown_path, first.number, 1};
	struct diag *d = l->site->diag;
	if (fence_length(&first) && opens_header(l, &below)) {
		diag_report(d, MSG_FRONT_MATTER_FENCED, at, last_fence(l, first), NULL);
		return true;
	}
	if (first.at[0] == '#' && opens_header(l, &below)) {
		at.line = below.number;
		diag_report(d, MSG_FRONT_MATTER_BELOW, at, NULL);
		return true;
	}
	/* One that three dashes open is another matter: see yaml_split. */
	bool is_opened = first.number == 1 && first.len > 3 &&
	                 memcmp(first.at, "---", 3) == 0 && first.at[3] != '-';
	bool is_late = (!is_opened && opens_header(l, &first)) || lacks_dashes(l, &first);
	if (is_late)
		diag_report(d, MSG_FRONT_MATTER_LATE, at, NULL);
	return is_late;
}

/* A second front matter below the first, as when one is pasted over a page. */
static bool check_second_header(struct looking *l, const struct front_matter *f)
{
	struct line line = skip_blank(l, line_at(l, f->body, f->body_line));
	struct line below = line_below(l, &line);
	bool is_there = line.len > 0 && opens_header(l, &line) && lacks_dashes(l, &below);
	if (is_there)
		diag_report(l->site->diag, MSG_FRONT_MATTER_TWICE,
		            (struct place){l->page->shown_path, line.number, 1}, NULL);
	return is_there;
}

/* Ends of lines of old: one carriage return each, in the whole file. */
static bool check_line_ends(struct looking *l)
{
	size_t len = (size_t)(l->end - l->text);
	if (memchr(l->text, '\n', len) || !memchr(l->text, '\r', len))
		return false;
	diag_report(l->site->diag, MSG_LINE_ENDS,
	            (struct place){l->page->shown_path, 0, 0}, NULL);
	return true;
}

/* Where a letter was read as two: "Ã©" for é, "â€™" for ’. The second byte is rare. */
static const char *find_spoilt(const char *text, const char *end, size_t *len)
{
	for (const char *p = text; p < end && (p = memchr(p, 0x83, (size_t)(end - p)));
	     p++)
		if (p > text && end - p > 2 && p[-1] == '\xc3' && p[1] == '\xc2') {
			*len = 4;
			return p - 1;
		}
	for (const char *p = text; p < end && (p = memchr(p, 0x82, (size_t)(end - p)));
	     p++)
		if (p - text > 2 && end - p > 4 && p[1] == '\xac' &&
		    memcmp(p - 3, "\xc3\xa2\xe2", 3) == 0) {
			const char *stop = p + 2;
			text_next(&stop, end);
			*len = (size_t)(stop - p) + 3;
			return p - 3;
		}
	return NULL;
}

/* Whether a byte stands in code, which may show such signs on purpose. */
static bool is_in_code(struct looking *l, const char *at)
{
	bool is_fenced = false;
	struct line line = line_at(l, l->text, 1);
	while (line.len > 0 && line.at + line.len <= at) {
		is_fenced ^= fence_length(&line) > 0;
		line = line_below(l, &line);
	}
	size_t n_ticks = 0, before = (size_t)(at - line.at);
	for (size_t i = 0; i < before; i++)
		n_ticks += line.at[i] == '`';
	bool is_indented = before >= 4 && memcmp(line.at, "    ", 4) == 0;
	return is_fenced || is_indented || n_ticks % 2 == 1 ||
	       memmem(line.at, before, "<code>", 6);
}

static void check_accents(struct looking *l)
{
	size_t len = 0;
	const char *at = find_spoilt(l->text, l->end, &len);
	for (int i = 0; at && i < MOST_IN_CODE && is_in_code(l, at); i++)
		at = find_spoilt(at + len, l->end, &len);
	if (at)
		diag_report(l->site->diag, MSG_SPOILT_ACCENTS,
		            place_of_byte(l->page->shown_path, l->text,
		                          (size_t)(at - l->text), 1),
		            arena_copy(&l->scratch, at, len), NULL);
}

/* A line of front matter taken apart: "  - value", "key: value". */
static const char *value_start(const struct line *line, size_t *indent)
{
	const char *at = line->at, *end = at + line->len;
	while (at < end && *at == ' ')
		at++;
	*indent = (size_t)(at - line->at);
	if (end - at > 1 && at[0] == '-' && at[1] == ' ')
		return at + 2;
	const char *colon = memmem(at, (size_t)(end - at), ": ", 2);
	return colon ? colon + 2 : NULL;
}

/* What stands behind a blank and "#" in a value without quotes, which YAML takes for a
 * remark; NULL: nothing. */
static const char *find_lost(const char *value, const char *end)
{
	while (value < end && *value == ' ')
		value++;
	if (value == end || strchr("\"'|>[{#&*", *value))
		return NULL;
	const char *hash = memmem(value, (size_t)(end - value), " #", 2);
	return hash ? hash + 1 : NULL;
}

static void report_lost(struct looking *l, const struct line *line, const char *lost)
{
	size_t len = (size_t)(line->at + line->len - lost);
	while (len > 0 && strchr(" \r\n", lost[len - 1]))
		len--;
	struct place at = place_of_byte(l->page->shown_path, line->at,
	                                (size_t)(lost - line->at), line->number);
	diag_report(l->site->diag, MSG_YAML_LOST, at, arena_copy(&l->scratch, lost, len),
	            NULL);
}

/* Reports values that are cut off at a "#"; those of several lines ("|") have none. */
static void check_values(struct looking *l, const struct front_matter *f)
{
	if (!f->yaml || !memmem(f->yaml, f->yaml_len, " #", 2))
		return;
	size_t block = SIZE_MAX; /* the indentation that such a value must exceed */
	const char *end = f->yaml + f->yaml_len;
	for (struct line line = line_at(l, f->yaml, 2); line.at < end;
	     line = line_below(l, &line)) {
		size_t indent;
		const char *value = value_start(&line, &indent);
		if (block != SIZE_MAX && indent > block)
			continue;
		block = SIZE_MAX;
		if (!value)
			continue;
		if (strchr("|>", *value))
			block = indent;
		const char *lost = find_lost(value, line.at + line.len);
		if (lost)
			report_lost(l, &line, lost);
	}
}

bool page_file_check(struct site *site, const struct page *page, struct bytes bytes,
                     const struct front_matter *f)
{
	struct looking l = {.site = site, .page = page, .scratch = ARENA_PRIVATE};
	bool has_mark = bytes.len >= 3 && memcmp(bytes.data, "\xef\xbb\xbf", 3) == 0;
	l.text = (const char *)bytes.data + (has_mark ? 3 : 0);
	l.end = (const char *)bytes.data + bytes.len;
	/* Letters of two bytes each: composing the page will say so. */
	bool is_wide =
		memchr(l.text, '\0',
	               bytes.len < FIRST_BYTES ? (size_t)(l.end - l.text) : FIRST_BYTES);
	bool is_lost = check_line_ends(&l) || (!f->yaml && check_header(&l)) || is_wide;
	check_accents(&l);
	check_values(&l, f);
	is_lost |= f->yaml && check_second_header(&l, f);
	arena_release(&l.scratch);
	return is_lost;
}
