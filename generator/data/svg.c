#include "data/svg.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"

/*
 * A reader of XML that knows the elements of still images and refuses the
 * rest: https://www.w3.org/TR/SVG11/eltindex.html. It does not build a tree.
 * What stops a browser's reader stops this one as well, so nothing hides
 * behind a fault.
 *
 * Attributes are judged by their values. Browsers give one that they do not
 * know no meaning, those that run a script all start with "on", and what
 * fetches or leads elsewhere is an address, in href, or in CSS. Elements of
 * drawing programs ("inkscape:grid") are told by their prefix, which must
 * then not stand for anything that browsers know.
 */

struct slice {
	const char *at;
	size_t len;
};

struct judge {
	struct arena *arena;
	const char *start, *at, *end;
	struct svg_fault *fault;
	int depth;        /* of elements that are open */
	int inert_depth;  /* of the one that gave names without prefix to a drawing
	                     program; 0: they are SVG's */
	int style_depth;  /* of the <style> we are in; 0: none */
	struct buf style; /* its text: CSS may be cut by comments */
	const char *style_at;
};

static const char SVG_SPACE[] = "http://www.w3.org/2000/svg";
static const char XLINK_SPACE[] = "http://www.w3.org/1999/xlink";

/* clang-format off */
static const char *const elements[] = {
	"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
	"text", "tspan", "textPath", "tref", "title", "desc", "metadata", "defs", "style", "use",
	"symbol", "image", "a", "switch", "marker", "mask", "clipPath", "pattern", "stop",
	"linearGradient", "radialGradient", "filter", "view",
	"feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
	"feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
	"feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge",
	"feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
	"feSpotLight", "feTile", "feTurbulence",
	"animate", "animateColor", "animateMotion", "animateTransform", "mpath", "set",
	/* no longer, or not yet, read by browsers */
	"font", "font-face", "font-face-src", "font-face-name", "font-face-format", "glyph",
	"missing-glyph", "glyphRef", "altGlyph", "altGlyphDef", "altGlyphItem", "hkern", "vkern",
	"color-profile", "cursor", "flowRoot", "flowRegion", "flowPara", "flowSpan", "flowLine",
	"flowDiv", "mesh", "meshgradient", "meshpatch", "meshrow", "hatch", "hatchpath",
	"solidColor", "solidcolor",
};

/* Whatever the case of its letters and its prefix: some reader may take it for the one. */
static const char *const never[] = {
	"script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "html",
	"stylesheet", "binding",
};

/* Namespaces of the W3C that browsers do nothing for. */
static const char *const inert_spaces[] = {
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#",
	"http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/2001/XMLSchema",
	"http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/2001/XMLSchema-instance",
	"http://www.w3.org/ns/dcat#", "http://www.w3.org/ns/prov#",
};

/* In which `<`, `>` and quotes are bytes that stand for nothing else. */
static const char *const encodings[] = {
	"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252",
};

/* What an image may carry within itself. */
static const char *const image_data[] = {
	"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif",
	"data:image/webp", "data:image/avif", "data:image/bmp",
};
static const char *const font_data[] = {
	"data:font/", "data:application/font", "data:application/x-font",
	"data:application/vnd.ms-fontobject",
};

static const char *const css_rules[] = {
	"font-face", "media", "supports", "charset", "keyframes", "-webkit-keyframes", "page",
	"layer", "container", "property",
};

/* Words of CSS that fetch, or ran once. */
static const char *const css_never[] = {
	"image(", "image-set(", "src(", "cross-fade(", "expression(", "-moz-binding", "behavior:",
};
/* clang-format on */

#define NAMES(list) list, COUNT(list)

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool equals(struct slice s, const char *word)
{
	return s.len == strlen(word) && memcmp(s.at, word, s.len) == 0;
}

static bool starts_alike(struct slice s, const char *word)
{
	size_t len = strlen(word);
	return s.len >= len && strncasecmp(s.at, word, len) == 0;
}

static bool is_one_of(struct slice s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (equals(s, names[i]))
			return true;
	return false;
}

static bool is_alike(struct slice s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s.len == strlen(names[i]) && starts_alike(s, names[i]))
			return true;
	return false;
}

static bool starts_with_one(struct slice s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (starts_alike(s, names[i]))
			return true;
	return false;
}

static bool fail(struct judge *j, enum svg_fault_kind kind, const char *at,
                 struct slice name)
{
	enum { LONGEST_NAME = 60 };
	int line = 1;
	for (const char *p = j->start; p < at && (p = memchr(p, '\n', (size_t)(at - p)));
	     p++)
		line++;
	size_t len = name.len < LONGEST_NAME ? name.len : LONGEST_NAME;
	while (len < name.len && len > 0 && ((unsigned char)name.at[len] & 0xc0) == 0x80)
		len--; /* whole characters */
	const char *text = text_repair(j->arena, name.at, len, &len);
	*j->fault = (struct svg_fault){kind, line,
	                               arena_format(j->arena, "%.*s%s", (int)len, text,
	                                            name.len > LONGEST_NAME ? "…" : "")};
	return false;
}

static bool fail_here(struct judge *j, enum svg_fault_kind kind, const char *at)
{
	size_t len = (size_t)(j->end - at);
	const char *line_end = memchr(at, '\n', len < 20 ? len : 20);
	return fail(j, kind, at,
	            (struct slice){at, line_end   ? (size_t)(line_end - at)
	                               : len < 20 ? len
	                                          : 20});
}

static bool is_next(const struct judge *j, const char *word)
{
	size_t len = strlen(word);
	return (size_t)(j->end - j->at) >= len && memcmp(j->at, word, len) == 0;
}

/* Moves behind the next `word`, and says what was before it; false: there is none. */
static bool take_until(struct judge *j, const char *word, struct slice *out)
{
	size_t len = strlen(word);
	const char *found = memmem(j->at, (size_t)(j->end - j->at), word, len);
	if (!found)
		return false;
	*out = (struct slice){j->at, (size_t)(found - j->at)};
	j->at = found + len;
	return true;
}

static void skip_spaces(struct judge *j)
{
	while (j->at < j->end && is_space(*j->at))
		j->at++;
}

/* A name of XML, of which we know those in ASCII. */
static struct slice take_name(struct judge *j)
{
	struct slice name = {j->at, 0};
	for (; j->at < j->end; j->at++, name.len++) {
		char c = *j->at;
		bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		bool is_further = (c >= '0' && c <= '9') || c == '-' || c == '.';
		if (!is_letter && c != '_' && c != ':' && !(is_further && name.len > 0))
			break;
	}
	return name;
}

/* Splits "xlink:href"; the prefix is empty where there is none. */
static struct slice local_part(struct slice name, struct slice *prefix)
{
	const char *colon = memchr(name.at, ':', name.len);
	*prefix = (struct slice){name.at, colon ? (size_t)(colon - name.at) : 0};
	return colon ? (struct slice){colon + 1, name.len - prefix->len - 1} : name;
}

/* The character that stands at `&` and its length; 0: it is none that we know. */
static size_t read_reference(struct slice s, uint32_t *c)
{
	static const struct {
		const char *name;
		char c;
	} named[] = {{"&lt;", '<'},
	             {"&gt;", '>'},
	             {"&amp;", '&'},
	             {"&quot;", '"'},
	             {"&apos;", '\''}};
	for (size_t i = 0; i < COUNT(named); i++)
		if (s.len >= strlen(named[i].name) &&
		    memcmp(s.at, named[i].name, strlen(named[i].name)) == 0) {
			*c = (unsigned char)named[i].c;
			return strlen(named[i].name);
		}
	if (s.len < 4 || s.at[1] != '#')
		return 0;
	bool is_hex = s.at[2] == 'x';
	size_t i = is_hex ? 3 : 2, first = i;
	uint32_t n = 0;
	for (; i < s.len && n < 0x110000; i++) {
		char d = s.at[i];
		uint32_t digit =
			d >= '0' && d <= '9'             ? (uint32_t)(d - '0')
			: is_hex && d >= 'a' && d <= 'f' ? (uint32_t)(d - 'a' + 10)
			: is_hex && d >= 'A' && d <= 'F' ? (uint32_t)(d - 'A' + 10)
							 : 16;
		if (digit == 16)
			break;
		n = n * (is_hex ? 16 : 10) + digit;
	}
	*c = n;
	bool is_whole = i > first && i < s.len && s.at[i] == ';';
	return is_whole && n > 0 && n < 0x110000 ? i + 1 : 0;
}

/* Adds a text with its references as characters; false: one is not known. */
static bool add_decoded(struct buf *b, struct slice s)
{
	while (s.len > 0) {
		const char *amp = memchr(s.at, '&', s.len);
		size_t plain = amp ? (size_t)(amp - s.at) : s.len;
		uint32_t c;
		buf_add(b, s.at, plain);
		s = (struct slice){s.at + plain, s.len - plain};
		if (s.len == 0)
			break;
		size_t len = read_reference(s, &c);
		if (len == 0)
			return false;
		text_add_utf8(b, c);
		s = (struct slice){s.at + len, s.len - len};
	}
	return true;
}

static struct slice without_spaces_before(struct slice s)
{
	while (s.len > 0 && (unsigned char)*s.at <= ' ')
		s = (struct slice){s.at + 1, s.len - 1};
	return s;
}

/* Without what browsers cut off at both ends of an address. */
static struct slice trimmed(struct slice s)
{
	s = without_spaces_before(s);
	while (s.len > 0 && (unsigned char)s.at[s.len - 1] <= ' ')
		s.len--;
	return s;
}

/* Whether an address stays in the file: "#shape", an image or a font within it. */
static bool stays_inside(struct slice url, bool may_be_font)
{
	url = trimmed(url);
	if (url.len == 0 || *url.at == '#' || starts_with_one(url, NAMES(image_data)))
		return true;
	return may_be_font && starts_with_one(url, NAMES(font_data));
}

/* Whether a link may lead there when a reader follows it, as links of pages may. */
static bool may_lead(struct slice url)
{
	static const char *const schemes[] = {"http://", "https://", "mailto:"};
	url = trimmed(url);
	if (starts_with_one(url, NAMES(schemes)))
		return true;
	for (size_t i = 0; i < url.len; i++) {
		if ((unsigned char)url.at[i] < ' ' || url.at[i] == ':' ||
		    url.at[i] == '\\')
			return false; /* tabs vanish: "java\tscript:" */
		if (strchr("/?#", url.at[i]))
			break;
	}
	return true;
}

/* How what a `url(` of CSS holds starts, from behind the bracket: no more of it is looked
 * at, or a sheet of nothing but brackets would be read once for each. */
static struct slice css_address(struct slice rest)
{
	enum { ENOUGH = 64 };
	rest = without_spaces_before(rest);
	if (rest.len > 0 && (*rest.at == '"' || *rest.at == '\''))
		rest = without_spaces_before((struct slice){rest.at + 1, rest.len - 1});
	rest.len = rest.len < ENOUGH ? rest.len : ENOUGH;
	for (size_t i = 0; i < rest.len; i++)
		if (strchr("\"')", rest.at[i]))
			rest.len = i;
	return rest;
}

/* Whether a word of CSS starts there; escapes are not words, nor is "content-src(". */
static bool is_css_word(struct slice css, size_t at)
{
	char before = at > 0 ? css.at[at - 1] : ' ';
	return !(before >= 'a' && before <= 'z') && !(before >= 'A' && before <= 'Z') &&
	       !(before >= '0' && before <= '9') && before != '-' && before != '_';
}

/* An `@` of CSS: a rule that fetches nothing. */
static bool is_known_rule(struct slice rest)
{
	size_t len = 1;
	while (len < rest.len &&
	       ((rest.at[len] >= 'a' && rest.at[len] <= 'z') ||
	        (rest.at[len] >= 'A' && rest.at[len] <= 'Z') || rest.at[len] == '-'))
		len++;
	return is_alike((struct slice){rest.at + 1, len - 1}, NAMES(css_rules));
}

/* The fault that a byte of CSS starts; false: none. `is_sheet`: rules may stand there. */
static bool find_css_fault(struct slice css, size_t i, bool is_sheet,
                           enum svg_fault_kind *kind)
{
	struct slice rest = {css.at + i, css.len - i};
	char c = *rest.at, next = rest.len > 1 ? rest.at[1] : ' ';
	*kind = SVG_ACTIVE;
	if (c == '\\') /* "\75rl(" is "url(" */
		return next != '\\' && next != '"' && next != '\'' && next != ',' &&
		       next != ' ' && next != '.' && next != '/' && next != ':';
	if (c == '@')
		return is_sheet && !is_known_rule(rest);
	if (!strchr("uUiIsScCeEbB-", c) || !is_css_word(css, i))
		return false;
	if (starts_with_one(rest, NAMES(css_never)))
		return true;
	*kind = SVG_ELSEWHERE;
	return starts_alike(rest, "url(") &&
	       !stays_inside(css_address((struct slice){rest.at + 4, rest.len - 4}),
	                     true);
}

static size_t css_word_length(struct slice css)
{
	size_t len = 1;
	while (len < css.len && !strchr(";{}) \t\r\n", css.at[len]))
		len++;
	return len;
}

/* CSS of a sheet or a style, or any value that browsers may read as CSS. */
static bool judge_css(struct judge *j, struct slice css, bool is_sheet, const char *at)
{
	enum svg_fault_kind kind;
	for (size_t i = 0; i < css.len; i++) {
		char c = css.at[i];
		if (!c || !strchr("\\@uUiIsScCeEbB-", c) ||
		    !find_css_fault(css, i, is_sheet, &kind))
			continue;
		struct slice rest = {css.at + i, css.len - i};
		if (kind == SVG_ELSEWHERE)
			rest = css_address((struct slice){rest.at + 4, rest.len - 4});
		else
			rest.len = css_word_length(rest);
		return fail(j, kind, at, rest);
	}
	return true;
}

/* What a prefix, or no prefix, stands for. */
static bool judge_namespace(struct judge *j, struct slice prefix, struct slice uri,
                            const char *at)
{
	static const char w3c[] = "http://www.w3.org/";
	bool is_default = prefix.len == 0;
	uri = trimmed(uri);
	bool is_svg = equals(uri, SVG_SPACE);
	if (is_svg && (equals(prefix, "svg") || (is_default && !j->inert_depth)))
		return true;
	if (!is_default && equals(uri, XLINK_SPACE))
		return true;
	bool is_foreign = starts_alike(uri, w3c) && !is_one_of(uri, NAMES(inert_spaces));
	if (is_foreign || memmem(uri.at, uri.len, "mozilla", 7) || uri.len == 0)
		return fail(j, SVG_ACTIVE, at,
		            uri.len ? uri : (struct slice){"xmlns", 5});
	if (is_default && !j->inert_depth)
		j->inert_depth = j->depth + 1;
	return true;
}

/* Of which attribute an animation is: none that leads somewhere or runs. */
static bool may_be_animated(struct slice name)
{
	struct slice prefix, local = local_part(trimmed(name), &prefix);
	return !starts_alike(local, "on") && !starts_alike(local, "href") &&
	       !starts_alike(local, "style");
}

/* Whether nobody reads its value: it is a drawing program's, or words. */
static bool is_mere_text(struct slice prefix, struct slice local)
{
	static const char *const starts[] = {"data-", "aria-"};
	static const char *const names[] = {"id",    "class", "content", "title", "name",
	                                    "label", "alt",   "lang",    "space", "desc"};
	return (prefix.len > 0 && !equals(prefix, "xlink")) ||
	       starts_with_one(local, NAMES(starts)) || is_one_of(local, NAMES(names));
}

struct attribute {
	struct slice name, value; /* decoded */
	const char *at;
};

/* Readers follow the href of a link; all other addresses are fetched unasked. */
static bool judge_address(struct judge *j, struct slice element,
                          const struct attribute *x)
{
	struct slice prefix, local = local_part(x->name, &prefix);
	bool is_link = equals(element, "a") && starts_alike(local, "href");
	if (is_link ? may_lead(x->value) : stays_inside(x->value, false))
		return true;
	return fail(j, is_link ? SVG_ACTIVE : SVG_ELSEWHERE, x->at, x->value);
}

/* `element` is a local name; of a drawing program's elements ("") only namespaces and
 * `on…` matter. */
static bool judge_attribute(struct judge *j, struct slice element,
                            const struct attribute *x)
{
	static const char *const addresses[] = {"href", "src", "ping"};
	struct slice prefix, local = local_part(x->name, &prefix);
	if (starts_alike(local, "on") && !equals(prefix, "xmlns"))
		return fail(j, SVG_ACTIVE, x->at, x->name);
	if (equals(prefix, "xmlns"))
		return judge_namespace(j, local, x->value, x->at);
	if (element.len == 0 || equals(x->name, "xmlns"))
		return true; /* that was seen first */
	if (starts_with_one(local, NAMES(addresses)) || equals(x->name, "xml:base"))
		return judge_address(j, element, x);
	if (is_mere_text(prefix, local))
		return true;
	if (equals(local, "attributeName") && !may_be_animated(x->value))
		return fail(j, SVG_ACTIVE, x->at, x->value);
	if (starts_alike(trimmed(x->value), "javascript:"))
		return fail(j, SVG_ACTIVE, x->at, x->value);
	return judge_css(j, x->value, false, x->at);
}

/* The next attribute of a tag; its name is empty at the tag's end. */
static bool take_attribute(struct judge *j, struct attribute *out)
{
	const char *start = j->at;
	skip_spaces(j);
	*out = (struct attribute){.at = j->at};
	if (is_next(j, ">") || is_next(j, "/>"))
		return true;
	if (j->at == start)
		return fail_here(j, SVG_MALFORMED, j->at);
	out->name = take_name(j);
	skip_spaces(j);
	if (out->name.len == 0 || !is_next(j, "="))
		return fail_here(j, SVG_MALFORMED, out->at);
	j->at++;
	skip_spaces(j);
	const char *quote = is_next(j, "\"") ? "\"" : is_next(j, "'") ? "'" : NULL;
	if (!quote)
		return fail_here(j, SVG_MALFORMED, out->at);
	j->at++;
	if (!take_until(j, quote, &out->value) ||
	    memchr(out->value.at, '<', out->value.len))
		return fail_here(j, SVG_MALFORMED, out->at);
	if (!memchr(out->value.at, '&', out->value.len))
		return true;
	struct buf b = buf_new(j->arena);
	if (!add_decoded(&b, out->value))
		return fail_here(j, SVG_MALFORMED, out->at);
	out->value = (struct slice){buf_text(&b), b.len};
	return true;
}

static bool judge_name(struct judge *j, struct slice name, struct slice *element)
{
	struct slice prefix, local = local_part(name, &prefix);
	bool is_svg = prefix.len == 0 ? !j->inert_depth : equals(prefix, "svg");
	*element = is_svg ? local : (struct slice){"", 0};
	if (local.len == 0 || is_alike(local, NAMES(never)) || j->style_depth)
		return fail(j, SVG_ACTIVE, name.at, name);
	if (is_svg && !is_one_of(local, NAMES(elements)))
		return fail(j, SVG_ACTIVE, name.at, name);
	return true;
}

/* What the tag says of names without prefix, which holds for its own name too. */
static bool judge_default_namespace(struct judge *j)
{
	const char *start = j->at;
	struct attribute x;
	bool ok;
	while ((ok = take_attribute(j, &x)) && x.name.len > 0)
		if (equals(x.name, "xmlns") &&
		    !(ok = judge_namespace(j, (struct slice){"", 0}, x.value, x.at)))
			break;
	j->at = start;
	return ok;
}

static bool judge_start_tag(struct judge *j)
{
	struct slice element;
	struct attribute x;
	const char *at = j->at++;
	struct slice name = take_name(j);
	if (name.len == 0)
		return fail_here(j, SVG_MALFORMED, at);
	if (!judge_default_namespace(j) || !judge_name(j, name, &element))
		return false;
	for (;;) {
		if (!take_attribute(j, &x))
			return false;
		if (x.name.len == 0)
			break;
		if (!judge_attribute(j, element, &x))
			return false;
	}
	bool is_empty = *j->at == '/';
	j->at += is_empty ? 2 : 1;
	j->depth++;
	if (equals(element, "style") && !is_empty) {
		j->style_depth = j->depth;
		j->style = buf_new(j->arena);
		j->style_at = at;
	}
	if (is_empty && j->inert_depth == j->depth)
		j->inert_depth = 0;
	j->depth -= is_empty;
	return true;
}

/* All text of a <style>, once it is whole. */
static bool judge_style(struct judge *j)
{
	j->style_depth = 0;
	return judge_css(j, (struct slice){buf_text(&j->style), j->style.len}, true,
	                 j->style_at);
}

static bool judge_end_tag(struct judge *j)
{
	const char *at = j->at;
	j->at += 2;
	struct slice name = take_name(j);
	skip_spaces(j);
	if (name.len == 0 || !is_next(j, ">") || j->depth == 0)
		return fail_here(j, SVG_MALFORMED, at);
	j->at++;
	if (j->style_depth == j->depth && !judge_style(j))
		return false;
	if (j->inert_depth == j->depth)
		j->inert_depth = 0;
	j->depth--;
	return true;
}

/* One that HTML would end sooner is refused: a server may call the file HTML. */
static bool judge_comment(struct judge *j)
{
	const char *at = j->at;
	struct slice text;
	j->at += 4;
	if (!take_until(j, "--", &text) || !is_next(j, ">") || starts_alike(text, ">") ||
	    starts_alike(text, "->"))
		return fail_here(j, SVG_MALFORMED, at);
	j->at++;
	return true;
}

static bool judge_cdata(struct judge *j)
{
	const char *at = j->at;
	struct slice text;
	j->at += strlen("<![CDATA[");
	if (!take_until(j, "]]>", &text))
		return fail_here(j, SVG_MALFORMED, at);
	if (memchr(text.at, '<', text.len))
		return fail_here(j, SVG_ACTIVE, at);
	if (j->style_depth)
		buf_add(&j->style, text.at, text.len);
	return true;
}

/* What stands behind `encoding=`: UTF-8 where nothing does, and where it is said twice
 * something that is no encoding. */
static struct slice declared_encoding(struct slice declaration)
{
	const char *found = memmem(declaration.at, declaration.len, "encoding", 8);
	if (!found)
		return (struct slice){"utf-8", 5};
	const char *end = declaration.at + declaration.len;
	const char *open = found + 8;
	bool is_twice = memmem(open, (size_t)(end - open), "encoding", 8) != NULL;
	while (open < end && *open != '"' && *open != '\'')
		open++;
	const char *close = open < end && !is_twice
	                            ? memchr(open + 1, *open, (size_t)(end - open - 1))
	                            : NULL;
	return close ? (struct slice){open + 1, (size_t)(close - open - 1)}
	             : (struct slice){found, (size_t)(end - found)};
}

/* `<?xml …?>` at the start, and the marks that Adobe's programs put around metadata. */
static bool judge_instruction(struct judge *j)
{
	const char *at = j->at;
	struct slice text;
	j->at += 2;
	struct slice name = take_name(j);
	if (!take_until(j, "?>", &text))
		return fail_here(j, SVG_MALFORMED, at);
	if (equals(name, "xpacket"))
		return true;
	if (!equals(name, "xml") || at != j->start)
		return fail(j, SVG_ACTIVE, at, name.len ? name : (struct slice){"<?", 2});
	struct slice encoding = declared_encoding(text);
	if (!is_alike(encoding, NAMES(encodings)))
		return fail(j, SVG_ENCODING, at, encoding);
	return true;
}

/* `svg`, or `svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "…"`: browsers do not fetch it. A ">"
 * within quotes would leave an odd number of them. */
static bool is_plain_doctype(struct slice text)
{
	static const char name[] = "svg", public[] = "PUBLIC",
			  id[] = "\"-//W3C//DTD SVG ";
	size_t n_quotes = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (strchr("[<'&", text.at[i]))
			return false;
		n_quotes += text.at[i] == '"';
	}
	text = trimmed(text);
	if (!starts_alike(text, name) || n_quotes % 2 != 0)
		return false;
	text = trimmed((struct slice){text.at + 3, text.len - 3});
	if (text.len == 0 || !starts_alike(text, public))
		return text.len == 0;
	text = trimmed((struct slice){text.at + 6, text.len - 6});
	return starts_alike(text, id);
}

static bool judge_doctype(struct judge *j)
{
	const char *at = j->at;
	struct slice text;
	j->at += strlen("<!DOCTYPE");
	if (!take_until(j, ">", &text))
		return fail_here(j, SVG_MALFORMED, at);
	if (j->depth > 0 || !is_plain_doctype(text))
		return fail(j, SVG_ACTIVE, at, (struct slice){"<!DOCTYPE", 9});
	return true;
}

static bool judge_text(struct judge *j)
{
	const char *at = j->at;
	const char *next = memchr(at, '<', (size_t)(j->end - at));
	j->at = next ? next : j->end;
	if (j->style_depth &&
	    !add_decoded(&j->style, (struct slice){at, (size_t)(j->at - at)}))
		return fail_here(j, SVG_MALFORMED, at);
	return true;
}

static bool judge_next(struct judge *j)
{
	/* clang-format off */
	static const struct { const char *start; bool (*judge)(struct judge *); } kinds[] = {
		{"<!--", judge_comment}, {"<![CDATA[", judge_cdata}, {"<!DOCTYPE", judge_doctype},
		{"<?", judge_instruction}, {"</", judge_end_tag},
	};
	/* clang-format on */
	if (*j->at != '<')
		return judge_text(j);
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (is_next(j, kinds[i].start))
			return kinds[i].judge(j);
	return is_next(j, "<!") ? fail_here(j, SVG_ACTIVE, j->at) : judge_start_tag(j);
}

/* Other encodings have a NUL in each character of ASCII, or are told by their mark. */
static bool judge_encoding(struct judge *j)
{
	static const char latin[] = "iso-8859";
	size_t len = (size_t)(j->end - j->start);
	const char *nul = memchr(j->start, '\0', len);
	if (nul)
		return fail(j, SVG_ENCODING, nul, (struct slice){"UTF-16", 6});
	size_t head = len < 200 ? len : 200, good = text_check(j->start, len);
	const char *end = memmem(j->start, head, "?>", 2);
	struct slice declaration = {j->start, end ? (size_t)(end - j->start) : 0};
	struct slice encoding = declared_encoding(declaration);
	if (good == len || starts_alike(encoding, latin) ||
	    starts_alike(encoding, "windows-1252"))
		return true;
	return fail(j, SVG_ENCODING, j->start + good, (struct slice){"UTF-8", 5});
}

bool svg_is_still(struct arena *a, const char *data, size_t len, struct svg_fault *out)
{
	struct judge j = {
		.arena = a, .start = data, .at = data, .end = data + len, .fault = out};
	if (len > LARGEST_SVG)
		return fail(&j, SVG_TOO_LARGE, data, (struct slice){"", 0});
	if (len >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0)
		j.start = j.at = data + 3;
	if (!judge_encoding(&j))
		return false;
	while (j.at < j.end)
		if (!judge_next(&j))
			return false;
	return !j.style_depth || judge_style(&j);
}
