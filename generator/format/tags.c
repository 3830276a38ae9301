#include "format/tags.h"

#include <string.h>

#include "base/text.h"

/* clang-format off */
static const struct tag_kind kinds[N_TAGS] = {
	[TAG_UNKNOWN]     = {TAG_UNKNOWN,     "",            TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	[TAG_HINT]        = {TAG_HINT,        "hint",        TAG_HAS_BODY,      TAG_UNKNOWN},
	[TAG_TABS]        = {TAG_TABS,        "tabs",        TAG_HAS_BODY,      TAG_UNKNOWN},
	[TAG_TAB]         = {TAG_TAB,         "tab",         TAG_HAS_BODY,      TAG_TABS},
	[TAG_CONTENT_REF] = {TAG_CONTENT_REF, "content-ref", TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	[TAG_PAGE_REF]    = {TAG_PAGE_REF,    "page-ref",    TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	[TAG_EMBED]       = {TAG_EMBED,       "embed",       TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	[TAG_FILE]        = {TAG_FILE,        "file",        TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	[TAG_CODE]        = {TAG_CODE,        "code",        TAG_HAS_BODY,      TAG_UNKNOWN},
	[TAG_STEPPER]     = {TAG_STEPPER,     "stepper",     TAG_HAS_BODY,      TAG_UNKNOWN},
	[TAG_STEP]        = {TAG_STEP,        "step",        TAG_HAS_BODY,      TAG_STEPPER},
	[TAG_COLUMNS]     = {TAG_COLUMNS,     "columns",     TAG_HAS_BODY,      TAG_UNKNOWN},
	[TAG_COLUMN]      = {TAG_COLUMN,      "column",      TAG_HAS_BODY,      TAG_COLUMNS},
};
/* clang-format on */

const struct tag_kind *tag_kind_find(const char *name, size_t len)
{
	for (size_t i = 1; i < N_TAGS; i++)
		if (strlen(kinds[i].name) == len && memcmp(kinds[i].name, name, len) == 0)
			return &kinds[i];
	return &kinds[TAG_UNKNOWN];
}

const char *tag_kind_nearest(const char *name)
{
	const char *names[N_TAGS - 1];
	for (size_t i = 1; i < N_TAGS; i++)
		names[i - 1] = kinds[i].name;
	return text_nearest(name, names, COUNT(names));
}

const char *attribute_find(const struct attribute *attributes, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(attributes[i].name, name) == 0)
			return attributes[i].value ? attributes[i].value : "";
	return NULL;
}

struct scanner {
	struct arena *arena;
	const char *src, *at, *end;
	struct place place;
	struct diag *diag;
};

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '@' || c == '/' ||
	       c == '.' || (unsigned char)c >= 0x80;
}

static void skip_spaces(struct scanner *s)
{
	while (s->at < s->end && (*s->at == ' ' || *s->at == '\t'))
		s->at++;
}

static bool is_closing(const struct scanner *s)
{
	return s->end - s->at >= 2 && s->at[0] == '%' && s->at[1] == '}';
}

/* Where "%}" stands from here on, or NULL. */
static const char *find_closing(const char *at, const char *end)
{
	for (; end - at >= 2; at++)
		if (at[0] == '%' && at[1] == '}')
			return at;
	return NULL;
}

/*
 * Whether the quote at `at` ends its value: the tag's end follows, or another
 * attribute. Else it belongs to the value: `title="le mot "impact" ici"`.
 */
static bool ends_value(const struct scanner *s, const char *at)
{
	struct scanner rest = *s;
	rest.at = at + 1;
	skip_spaces(&rest);
	const char *name = rest.at;
	if (name == at + 1 && name < s->end && *name == *at)
		return false;
	if (name == s->end || is_closing(&rest) || !is_name_byte(*name))
		return true;
	while (rest.at < s->end && is_name_byte(*rest.at))
		rest.at++;
	return rest.at == s->end || *rest.at != *at;
}

/* A value stands as it is, entities too (GitBook writes `title="&&"`), but for a
 * backslash before its quote or a sign that Markdown lets one escape (`cafe\_dinum`). */
static const char *read_quoted(struct scanner *s)
{
	char quote = *s->at++;
	struct buf b = buf_new(s->arena);
	const char *start = s->at;
	while (s->at < s->end && (*s->at != quote || !ends_value(s, s->at))) {
		if (s->at[0] == '\\' && s->end - s->at > 1 && s->at[1] != '\0' &&
		    strchr("\"'\\_*[](){}<>#+-.!`~&|", s->at[1]))
			s->at++;
		buf_add_char(&b, *s->at++);
	}
	if (s->at < s->end) {
		s->at++;
		return buf_text(&b);
	}
	/* Never closed: it ends before the tag does. */
	struct place at = s->place;
	at.column += text_length(s->src, (size_t)(start - 1 - s->src));
	diag_report(s->diag, MSG_TAG_QUOTE, at, NULL);
	const char *closing = find_closing(
		start, s->end); /* none: an earlier value holds the only one */
	s->at = closing ? closing : s->end;
	const char *stop = s->at;
	while (stop > start && (stop[-1] == ' ' || stop[-1] == '\t'))
		stop--;
	return arena_copy(s->arena, start, (size_t)(stop - start));
}

/* Quotes that word processors write: « » “ ” „ ‘ ’. */
static bool is_curly_quote(const char *at, const char *end)
{
	return (end - at > 1 &&
	        (memcmp(at, "\u00ab", 2) == 0 || memcmp(at, "\u00bb", 2) == 0)) ||
	       (end - at > 2 && memcmp(at, "\u201c", 2) == 0 &&
	        (unsigned char)at[2] >= 0x98 && (unsigned char)at[2] <= 0x9e);
}

static const char *read_bare(struct scanner *s)
{
	const char *start = s->at;
	if (is_curly_quote(start, s->end)) {
		struct place at = s->place;
		at.column += text_length(s->src, (size_t)(start - s->src));
		diag_report(s->diag, MSG_TAG_CURLY, at, NULL);
		s->at = find_closing(start, s->end);
		return NULL;
	}
	while (s->at < s->end && *s->at != ' ' && *s->at != '\t' && !is_closing(s))
		s->at++;
	return arena_copy(s->arena, start, (size_t)(s->at - start));
}

static void read_attribute(struct scanner *s, struct tag *tag, size_t *cap)
{
	struct attribute attribute = {0};
	const char *start = s->at;
	while (s->at < s->end && is_name_byte(*s->at))
		s->at++;
	if (s->at == start) { /* a stray character */
		s->at++;
		return;
	}
	attribute.name = arena_copy(s->arena, start, (size_t)(s->at - start));
	skip_spaces(s);
	if (s->at < s->end && *s->at == '=') {
		s->at++;
		skip_spaces(s);
		bool is_quoted = s->at < s->end && (*s->at == '"' || *s->at == '\'');
		attribute.value = is_quoted ? read_quoted(s) : read_bare(s);
	}
	ARRAY_ADD(s->arena, tag->attributes, tag->n_attributes, *cap, attribute);
}

static void name_tag(struct scanner *s, struct tag *tag, const char *name, size_t len)
{
	if (len > 3 && memcmp(name, "end", 3) == 0) {
		tag->is_end = true;
		name += 3;
		len -= 3;
	}
	tag->name = arena_copy(s->arena, name, len);
	tag->kind = tag_kind_find(name, len);
}

size_t tag_parse(struct arena *a, const char *src, size_t len, struct tag *out,
                 struct place at, struct diag *d)
{
	struct scanner s = {a, src, src + 2, src + len, at, d};
	*out = (struct tag){0};
	if (len < 4 || !find_closing(src + 2, src + len))
		return 0;
	skip_spaces(&s);
	const char *name = s.at;
	while (s.at < s.end && is_name_byte(*s.at))
		s.at++;
	if (s.at == name)
		return 0;
	name_tag(&s, out, name, (size_t)(s.at - name));
	size_t cap = 0;
	for (skip_spaces(&s); s.at < s.end && !is_closing(&s); skip_spaces(&s))
		read_attribute(&s, out, &cap);
	return s.at < s.end ? (size_t)(s.at + 2 - src) : 0;
}
