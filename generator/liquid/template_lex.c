#include "liquid/template_internal.h"

#include "base/text.h"

/* Within a tag: tokens, one at a time. White space between them means nothing. */

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name_part(char c)
{
	return is_name_start(c) || char_is_digit(c) || c == '-';
}

static size_t operator_length(const char *at, const char *end)
{
	static const char *const operators[] = {"==", "!=", "<>", "<=", ">=", "<", ">"};
	for (size_t i = 0; i < COUNT(operators); i++) {
		size_t len = strlen(operators[i]);
		if ((size_t)(end - at) >= len && memcmp(at, operators[i], len) == 0)
			return len;
	}
	size_t len = strlen("contains");
	if ((size_t)(end - at) > len && memcmp(at, "contains", len) == 0 &&
	    char_is_space(at[len]))
		return len;
	return 0;
}

static const char *skip_digits(const char *at, const char *end)
{
	while (at < end && char_is_digit(*at))
		at++;
	return at;
}

static const char *read_number(struct parser *p, const char *at, const char *end)
{
	const char *stop = skip_digits(at + (*at == '-'), end);
	p->token = TOKEN_INT;
	if (end - stop < 2 || *stop != '.' || !char_is_digit(stop[1]))
		return stop;
	p->token = TOKEN_FLOAT;
	return skip_digits(stop + 1, end);
}

static const char *read_string(struct parser *p, const char *at, const char *end)
{
	const char *stop = memchr(at + 1, *at, (size_t)(end - at - 1));
	p->token = stop ? TOKEN_STRING : TOKEN_BAD;
	return stop ? stop + 1 : at + 1;
}

static const char *read_name(struct parser *p, const char *at, const char *end)
{
	p->token = TOKEN_NAME;
	while (at < end && is_name_part(*at))
		at++;
	return at < end && *at == '?' ? at + 1 : at;
}

/* The end of the token that starts at `at`, whose kind is noted. */
static const char *read_token(struct parser *p, const char *at, const char *end)
{
	size_t len = operator_length(at, end);
	bool has_digit = char_is_digit(*at) ||
	                 (*at == '-' && end - at > 1 && char_is_digit(at[1]));
	if (len > 0) {
		p->token = TOKEN_OPERATOR;
		return at + len;
	}
	if (*at == '"' || *at == '\'')
		return read_string(p, at, end);
	if (has_digit)
		return read_number(p, at, end);
	if (is_name_start(*at))
		return read_name(p, at, end);
	if (end - at > 1 && at[0] == '.' && at[1] == '.') {
		p->token = TOKEN_DOTS;
		return at + 2;
	}
	p->token = *at && strchr("|.:,[]()?-=", *at) ? TOKEN_SIGN : TOKEN_BAD;
	const char *stop = at;
	text_next(&stop, end);
	return stop;
}

void parser_advance(struct parser *p)
{
	const char *at = p->next;
	while (at < p->tag_end && char_is_space(*at))
		at++;
	if (at == p->tag_end) {
		p->token = TOKEN_END;
		p->text = (struct slice){at, 0};
		p->next = at;
		return;
	}
	p->next = read_token(p, at, p->tag_end);
	p->text = (struct slice){at, (size_t)(p->next - at)};
}

void parser_open(struct parser *p, struct slice markup)
{
	p->next = markup.at;
	p->tag_end = markup.at + markup.len;
	p->has_failed = false;
	parser_advance(p);
}

bool parser_is_sign(const struct parser *p, char sign)
{
	return p->token == TOKEN_SIGN && *p->text.at == sign;
}

bool parser_is_name(const struct parser *p, const char *name)
{
	return p->token == TOKEN_NAME && slice_is(p->text, name);
}

bool parser_take_sign(struct parser *p, char sign)
{
	bool is_there = parser_is_sign(p, sign);
	if (is_there)
		parser_advance(p);
	return is_there;
}

bool parser_take_name(struct parser *p, const char *name)
{
	bool is_there = parser_is_name(p, name);
	if (is_there)
		parser_advance(p);
	return is_there;
}

bool parser_is_key(const struct parser *p)
{
	if (p->token != TOKEN_NAME)
		return false;
	const char *at = p->next;
	while (at < p->tag_end && char_is_space(*at))
		at++;
	return at < p->tag_end && *at == ':';
}

size_t parser_offset(const struct parser *p)
{
	return (size_t)(p->text.at - p->t->source.at);
}
