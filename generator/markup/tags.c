#include "markup/tags.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "markup/embed_data.h"

/* clang-format off */
static const struct tag_kind kinds[] = {
	{TAG_UNKNOWN,     "",            TAG_MAY_HAVE_BODY, TAG_UNKNOWN}, /* first */
	{TAG_HINT,        "hint",        TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_TABS,        "tabs",        TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_TAB,         "tab",         TAG_HAS_BODY,      TAG_TABS},
	{TAG_TABS,        "code-tabs",      TAG_HAS_BODY,   TAG_UNKNOWN}, /* until 2020 */
	{TAG_TAB,         "code-tabs-item", TAG_HAS_BODY,   TAG_TABS},
	{TAG_CONTENT_REF, "content-ref", TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_PAGE_REF,    "page-ref",    TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_EMBED,       "embed",       TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_FILE,        "file",        TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_CODE,        "code",        TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_STEPPER,     "stepper",     TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_STEP,        "step",        TAG_HAS_BODY,      TAG_STEPPER},
	{TAG_COLUMNS,     "columns",     TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_COLUMN,      "column",      TAG_HAS_BODY,      TAG_COLUMNS},
	{TAG_INCLUDE,     "include",     TAG_IS_LEAF,       TAG_UNKNOWN},
	{TAG_UPDATES,     "updates",     TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_UPDATE,      "update",      TAG_HAS_BODY,      TAG_UPDATES},
	{TAG_PROMPT,      "prompt",      TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_IF,          "if",          TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_API,         "openapi",           TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_API,         "openapi-operation", TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_API,         "openapi-schemas",   TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_API,         "openapi-webhook",   TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_API,         "swagger",             TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "swagger-description", TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_API_FIELD,   "swagger-parameter",   TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_API_ANSWER,  "swagger-response",    TAG_HAS_BODY,      TAG_UNKNOWN},
	{TAG_API,         "api-method",                 TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-summary",         TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-description",     TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-spec",            TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-request",         TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-path-parameters", TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-query-parameters",     TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-body-parameters",      TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-form-data-parameters", TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-headers",         TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_FIELD,   "api-method-parameter",       TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-response",        TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_ANSWER,  "api-method-response-example",             TAG_HAS_BODY, TAG_UNKNOWN},
	{TAG_API_PART,    "api-method-response-example-description", TAG_HAS_BODY, TAG_UNKNOWN},
};
static const struct tag_kind integration = {TAG_INTEGRATION, "@", TAG_MAY_HAVE_BODY, TAG_UNKNOWN};
/* clang-format on */

const struct tag_kind *tag_kind_find(const char *name, size_t len)
{
	if (len > 1 && name[0] == '@')
		return &integration;
	for (size_t i = 1; i < COUNT(kinds); i++)
		if (strlen(kinds[i].name) == len && memcmp(kinds[i].name, name, len) == 0)
			return &kinds[i];
	return &kinds[0];
}

const char *tag_parent_name(const struct tag_kind *kind)
{
	size_t i = 0;
	while (i + 1 < COUNT(kinds) && kinds[i].id != kind->parent)
		i++;
	return kinds[i].name;
}

const char *tag_kind_nearest(const char *name)
{
	const char *names[COUNT(kinds) - 1];
	for (size_t i = 1; i < COUNT(kinds); i++)
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
	bool has_loose_quotes; /* of an integration: its source may hold quotes */
};

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '@' || c == '/' ||
	       c == '.' || (unsigned char)c >= 0x80;
}

static void skip_spaces(struct scanner *s)
{
	while (s->at < s->end && text_is_blank_byte(*s->at))
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

/* The same for diagrams, which hold quotes beside any sign. */
static bool ends_diagram(const struct scanner *s, const char *at)
{
	struct scanner rest = *s;
	rest.at = at + 1;
	skip_spaces(&rest);
	const char *name = rest.at;
	if (name == s->end || is_closing(&rest))
		return true;
	while (rest.at < s->end && is_name_byte(*rest.at))
		rest.at++;
	return name > at + 1 && rest.at > name && rest.at < s->end && *rest.at == '=';
}

/* Moves on behind a name; true when a value follows it. Without a blank before the name,
 * that value must be in quotes. */
static bool read_name(struct scanner *s, bool is_glued)
{
	const char *name = s->at;
	while (s->at < s->end && is_name_byte(*s->at))
		s->at++;
	struct scanner rest = *s;
	skip_spaces(&rest);
	if (s->at == name || rest.at == s->end || *rest.at != '=')
		return false;
	char next = s->end - rest.at > 1 ? rest.at[1] : '\0';
	return !is_glued || next == '"' || next == '\'';
}

/*
 * Whether the quote at `at` ends its value: what comes next is the tag's end or another
 * attribute, and no quote. Else it belongs to the value: `title="le mot "impact" ici"`,
 * `description="{ "status" : 401 }"`.
 */
static bool ends_value(const struct scanner *s, const char *at)
{
	if (s->has_loose_quotes)
		return ends_diagram(s, at);
	struct scanner rest = *s;
	rest.at = at + 1;
	while (rest.at < s->end && *rest.at != *at) {
		bool is_glued = rest.at == at + 1, is_tag = *rest.at == '{';
		if (is_closing(&rest))
			return true;
		if (is_tag && s->end - rest.at > 1 && rest.at[1] == '%')
			return false;
		if ((is_glued || text_is_blank_byte(rest.at[-1])) &&
		    is_name_byte(*rest.at)) {
			if (read_name(&rest, is_glued))
				return true;
		} else {
			rest.at++;
		}
	}
	return rest.at == s->end;
}

/*
 * The name that ends at the quote `at`, when it is the next attribute's: then the value
 * that starts at `start` was never closed (`path="/f baseUrl="https://a.fr" in="x"`).
 */
static const char *find_next_name(const struct scanner *s, const char *start,
                                  const char *at)
{
	if (s->has_loose_quotes || at - start < 3 || at[-1] != '=')
		return NULL;
	const char *name = at - 1;
	while (name > start && is_name_byte(name[-1]))
		name--;
	const char *quote = memchr(at + 1, *at, (size_t)(s->end - at - 1));
	bool is_name = name < at - 1 && name > start && text_is_blank_byte(name[-1]);
	return is_name && quote && ends_value(s, quote) ? name : NULL;
}

/* A value that starts at `start` and was never closed: it ends before `stop`, where
 * another attribute starts, or else before the tag does. */
static const char *read_unclosed(struct scanner *s, const char *start, const char *stop)
{
	struct place at = s->place;
	at.column += text_length(s->src, (size_t)(start - 1 - s->src));
	const char *next = NULL;
	if (stop)
		next = arena_copy(s->arena, stop, strcspn(stop, "="));
	else /* no closing: an earlier value holds the only one */
		stop = find_closing(start, s->end);
	diag_report(s->diag, MSG_TAG_QUOTE, at, next, NULL);
	s->at = stop = stop ? stop : s->end;
	while (stop > start && text_is_blank_byte(stop[-1]))
		stop--;
	return arena_copy(s->arena, start, (size_t)(stop - start));
}

/* A value stands as it is, entities too (GitBook writes `title="&&"`), but for a
 * backslash before its quote or a sign that Markdown lets one escape (`cafe\_dinum`). */
static const char *read_quoted(struct scanner *s)
{
	char quote = *s->at++;
	struct buf b = buf_new(s->arena);
	const char *start = s->at;
	while (s->at < s->end && (*s->at != quote || !ends_value(s, s->at))) {
		const char *next =
			*s->at == quote ? find_next_name(s, start, s->at) : NULL;
		if (next)
			return read_unclosed(s, start, next);
		if (s->at[0] == '\\' && s->end - s->at > 1 && s->at[1] != '\0' &&
		    strchr("\"'\\_*[](){}<>#+-.!`~&|", s->at[1]))
			s->at++;
		buf_add_char(&b, *s->at++);
	}
	if (s->at == s->end)
		return read_unclosed(s, start, NULL);
	s->at++;
	return buf_text(&b);
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
	while (s->at < s->end && !text_is_blank_byte(*s->at) && !is_closing(s))
		s->at++;
	return arena_copy(s->arena, start, (size_t)(s->at - start));
}

static void read_attribute(struct scanner *s, struct tag *tag, size_t *cap)
{
	struct attribute attribute = {.name = ""};
	const char *start = s->at;
	if (*s->at == '"' || *s->at == '\'') {
		attribute.value = read_quoted(s);
		ARRAY_ADD(s->arena, tag->attributes, tag->n_attributes, *cap, attribute);
		return;
	}
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

/* The name at `src`, behind "{%" and blanks: its length, 0 when there is none. */
static size_t find_name(const char *src, size_t len, const char **name)
{
	const char *at = src + 2, *end = src + len;
	while (at < end && text_is_blank_byte(*at))
		at++;
	*name = at;
	while (at < end && is_name_byte(*at))
		at++;
	bool is_ended =
		at == end || text_is_blank_byte(*at) || (end - at > 1 && at[0] == '%');
	return is_ended ? (size_t)(at - *name) : 0;
}

static bool is_end_name(const char *name, size_t len)
{
	return len > 3 && memcmp(name, "end", 3) == 0;
}

bool tag_is_known_at(const char *src, size_t len)
{
	const char *name;
	size_t n = len > 2 ? find_name(src, len, &name) : 0;
	if (n == 0)
		return false;
	size_t skip = is_end_name(name, n) ? 3 : 0;
	return tag_kind_find(name + skip, n - skip)->id != TAG_UNKNOWN;
}

static void name_tag(struct scanner *s, struct tag *tag, const char *name, size_t len)
{
	if (is_end_name(name, len)) {
		tag->is_end = true;
		name += 3;
		len -= 3;
	}
	tag->name = arena_copy(s->arena, name, len);
	tag->kind = tag_kind_find(name, len);
}

/* Gives an embed that was written before 2020 the attributes that it would have today,
 * ahead of its own, unless it has an address. */
static void unfold_embed(struct arena *a, struct tag *tag)
{
	const char *json = attribute_find(tag->attributes, tag->n_attributes, "data");
	if (!json || attribute_find(tag->attributes, tag->n_attributes, "url"))
		return;
	struct embed_data data = embed_data_read(a, json);
	if (!data.url)
		return;
	struct attribute *attributes =
		arena_array(a, tag->n_attributes + 2, sizeof *attributes);
	size_t n = 0;
	attributes[n++] = (struct attribute){"url", data.url};
	if (data.title)
		attributes[n++] = (struct attribute){"caption", data.title};
	memcpy(attributes + n, tag->attributes, tag->n_attributes * sizeof *attributes);
	tag->attributes = attributes;
	tag->n_attributes += n;
}

size_t tag_parse(struct arena *a, const char *src, size_t len, struct tag *out,
                 struct place at, struct diag *d)
{
	struct scanner s = {
		.arena = a, .src = src, .end = src + len, .place = at, .diag = d};
	*out = (struct tag){0};
	if (len < 4 || !find_closing(src + 2, src + len))
		return 0;
	const char *name;
	size_t name_len = find_name(src, len, &name);
	if (name_len == 0)
		return 0;
	s.at = name + name_len;
	s.has_loose_quotes = *name == '@';
	name_tag(&s, out, name, name_len);
	size_t cap = 0;
	for (skip_spaces(&s); s.at < s.end && !is_closing(&s); skip_spaces(&s))
		read_attribute(&s, out, &cap);
	if (out->kind->id == TAG_EMBED)
		unfold_embed(a, out);
	return s.at < s.end ? (size_t)(s.at + 2 - src) : 0;
}
