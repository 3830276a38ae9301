#include "data/image.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

/*
 * Each kind is a row of a table: its first bytes, and the function that finds
 * the size. Nothing here trusts a length: readers ask has() before they look.
 */

enum { LARGEST_SIDE = 100000 }; /* beyond it, a size is a fault or an attack */

struct head {
	const unsigned char *data;
	size_t len;
};

static bool has(const struct head *h, size_t at, size_t n)
{
	return at <= h->len && n <= h->len - at;
}

static bool starts(const struct head *h, size_t at, const char *word)
{
	size_t n = strlen(word);
	return n == 0 || (has(h, at, n) && memcmp(h->data + at, word, n) == 0);
}

static uint32_t be16(const struct head *h, size_t at)
{
	return (uint32_t)h->data[at] << 8 | h->data[at + 1];
}

static uint32_t be32(const struct head *h, size_t at)
{
	return be16(h, at) << 16 | be16(h, at + 2);
}

static uint32_t le16(const struct head *h, size_t at)
{
	return h->data[at] | (uint32_t)h->data[at + 1] << 8;
}

static uint32_t le24(const struct head *h, size_t at)
{
	return le16(h, at) | (uint32_t)h->data[at + 2] << 16;
}

static bool set_size(struct image_size *out, uint32_t width, uint32_t height)
{
	if (width < 1 || width > LARGEST_SIDE || height < 1 || height > LARGEST_SIDE)
		return false;
	*out = (struct image_size){(int)width, (int)height};
	return true;
}

/* https://www.w3.org/TR/png-3/#11IHDR: the first chunk. */
static bool measure_png(const struct head *h, struct image_size *out)
{
	if (!starts(h, 12, "IHDR") || !has(h, 16, 8))
		return false;
	return set_size(out, be32(h, 16), be32(h, 20));
}

static bool measure_gif(const struct head *h, struct image_size *out)
{
	return has(h, 6, 4) && set_size(out, le16(h, 6), le16(h, 8));
}

static bool is_frame_header(unsigned marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
	       marker != 0xcc;
}

static bool has_no_length(unsigned marker)
{
	return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/* ITU T.81, annex B: segments up to the first frame header. */
static bool measure_jpeg(const struct head *h, struct image_size *out)
{
	size_t at = 2;
	while (has(h, at, 4) && h->data[at] == 0xff) {
		unsigned marker = h->data[at + 1];
		if (marker == 0xff) { /* a fill byte */
			at++;
			continue;
		}
		if (has_no_length(marker)) {
			at += 2;
			continue;
		}
		if (is_frame_header(marker))
			return has(h, at, 9) &&
			       set_size(out, be16(h, at + 7), be16(h, at + 5));
		if (marker == 0xd9 || marker == 0xda || be16(h, at + 2) < 2)
			return false; /* the end, or the pixels: no size will follow */
		at += 2 + be16(h, at + 2);
	}
	return false;
}

/* https://developers.google.com/speed/webp/docs/riff_container; VP8: RFC 6386, 9.1. */
static bool measure_webp(const struct head *h, struct image_size *out)
{
	if (!starts(h, 8, "WEBP") || !has(h, 20, 10))
		return false;
	if (starts(h, 12, "VP8X"))
		return set_size(out, le24(h, 24) + 1, le24(h, 27) + 1);
	if (starts(h, 12, "VP8L") && h->data[20] == 0x2f) {
		uint32_t bits = le24(h, 21) | (uint32_t)h->data[24] << 24;
		return set_size(out, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
	}
	if (starts(h, 12, "VP8 ") && (h->data[20] & 1) == 0 &&
	    starts(h, 23, "\x9d\x01\x2a"))
		return set_size(out, le16(h, 26) & 0x3fff, le16(h, 28) & 0x3fff);
	return false;
}

static bool is_xml_space(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_spaces(const struct head *h, size_t at)
{
	while (at < h->len && is_xml_space(h->data[at]))
		at++;
	return at;
}

/* Behind the next `word`, or the end. */
static size_t skip_past(const struct head *h, size_t at, const char *word)
{
	if (at >= h->len)
		return h->len;
	const char *found = memmem(h->data + at, h->len - at, word, strlen(word));
	return found ? (size_t)((const unsigned char *)found - h->data) + strlen(word)
	             : h->len;
}

/* Behind `<!DOCTYPE … [ … ] >`, whose entities may hold ">" in quotes or brackets. */
static size_t skip_doctype(const struct head *h, size_t at)
{
	int depth = 0;
	for (; at < h->len; at++) {
		unsigned char c = h->data[at];
		if (c == '"' || c == '\'') {
			const unsigned char *end =
				memchr(h->data + at + 1, c, h->len - at - 1);
			if (!end)
				return h->len;
			at = (size_t)(end - h->data);
		}
		depth += (c == '[') - (c == ']');
		if (c == '>' && depth <= 0)
			return at + 1;
	}
	return at;
}

/* Where the root element's "<" is, or the end. */
static size_t find_root(const struct head *h)
{
	size_t at = starts(h, 0, "\xef\xbb\xbf") ? 3 : 0;
	for (;;) {
		at = skip_spaces(h, at);
		if (starts(h, at, "<!--"))
			at = skip_past(h, at + 4, "-->");
		else if (starts(h, at, "<?"))
			at = skip_past(h, at + 2, "?>");
		else if (starts(h, at, "<!"))
			at = skip_doctype(h, at + 2);
		else
			return at;
	}
}

static bool is_digit(const struct head *h, size_t at)
{
	return at < h->len && h->data[at] >= '0' && h->data[at] <= '9';
}

/* Digits at *at as a number, scaled by 10 for each; huge ones stay huge. */
static double read_digits(const struct head *h, size_t *at, double *scale)
{
	double n = 0;
	for (; is_digit(h, *at); (*at)++) {
		n = n < 1e15 ? n * 10 + (h->data[*at] - '0') : 1e15;
		*scale *= 10;
	}
	return n;
}

/* `e3`, `E-2`: what the number before it is multiplied by; 1 where there is none. */
static double read_exponent(const struct head *h, size_t *at)
{
	if (!starts(h, *at, "e") && !starts(h, *at, "E"))
		return 1;
	bool is_small = starts(h, *at + 1, "-");
	size_t digits = *at + (is_small || starts(h, *at + 1, "+") ? 2 : 1);
	if (!is_digit(h, digits)) /* `2em` */
		return 1;
	double scale = 1, factor = 1;
	double exponent = read_digits(h, &digits, &scale);
	for (int i = 0; i < 30 && i < exponent; i++)
		factor *= 10;
	*at = digits;
	return is_small ? 1 / factor : factor;
}

/* https://www.w3.org/TR/SVG2/types.html#DataTypeNumber */
static bool read_number(const struct head *h, size_t *at, double *out)
{
	bool is_negative = starts(h, *at, "-");
	double scale = 1, ignored = 1;
	*at += is_negative || starts(h, *at, "+");
	if (!is_digit(h, *at) && !(starts(h, *at, ".") && is_digit(h, *at + 1)))
		return false;
	double n = read_digits(h, at, &ignored);
	if (starts(h, *at, ".") && is_digit(h, *at + 1)) {
		(*at)++;
		double digits = read_digits(h, at, &scale);
		n += digits / scale;
	}
	n *= read_exponent(h, at);
	*out = is_negative ? -n : n;
	return true;
}

/* `24`, ` 24px `: pixels. `100%`, `2em`, `10mm` say nothing we may use: 0. */
static double length_of(struct head value)
{
	double n;
	size_t at = skip_spaces(&value, 0);
	if (!read_number(&value, &at, &n))
		return 0;
	if (starts(&value, at, "px"))
		at += 2;
	return skip_spaces(&value, at) == value.len ? n : 0;
}

/* `min-x min-y width height`, by spaces or commas. */
static void read_view_box(struct head value, double *width, double *height)
{
	double n[4];
	size_t at = 0;
	for (int i = 0; i < 4; i++) {
		at = skip_spaces(&value, at);
		if (i > 0 && starts(&value, at, ","))
			at = skip_spaces(&value, at + 1);
		if (!read_number(&value, &at, &n[i]))
			return;
	}
	*width = n[2];
	*height = n[3];
}

/* The next `name="value"` of a tag; false at the tag's end. */
static bool read_attribute(const struct head *h, size_t *at, struct head *name,
                           struct head *value)
{
	*at = skip_spaces(h, *at);
	size_t start = *at;
	while (*at < h->len && !is_xml_space(h->data[*at]) &&
	       !memchr("=>/\"'", h->data[*at], 5))
		(*at)++;
	*name = (struct head){h->data + start, *at - start};
	*at = skip_spaces(h, *at);
	if (name->len == 0 || !starts(h, *at, "="))
		return false;
	*at = skip_spaces(h, *at + 1);
	if (!starts(h, *at, "\"") && !starts(h, *at, "'"))
		return false;
	unsigned char quote = h->data[(*at)++];
	const unsigned char *end = memchr(h->data + *at, quote, h->len - *at);
	if (!end)
		return false;
	*value = (struct head){h->data + *at, (size_t)(end - h->data) - *at};
	*at += value->len + 1;
	return true;
}

static bool is_named(struct head name, const char *word)
{
	return name.len == strlen(word) && memcmp(name.data, word, name.len) == 0;
}

static uint32_t whole_pixels(double n)
{
	return n > 0 && n <= LARGEST_SIDE ? (uint32_t)(n + 0.5) : 0;
}

struct svg_size {
	double width, height, view_width, view_height;
};

/* A side that is not said follows from the other by the proportions of viewBox. */
static void complete(struct svg_size *s)
{
	bool has_view = s->view_width > 0 && s->view_height > 0;
	if (s->width <= 0 && s->height <= 0) {
		s->width = s->view_width;
		s->height = s->view_height;
	} else if (has_view && s->width <= 0) {
		s->width = s->height * s->view_width / s->view_height;
	} else if (has_view && s->height <= 0) {
		s->height = s->width * s->view_height / s->view_width;
	}
}

static bool measure_svg(const struct head *h, struct image_size *out)
{
	struct svg_size s = {0};
	struct head name, value;
	size_t at = find_root(h);
	if (!starts(h, at, "<svg") || !has(h, at + 4, 1) ||
	    !is_xml_space(h->data[at + 4]))
		return false;
	at += 4;
	while (read_attribute(h, &at, &name, &value)) {
		if (is_named(name, "width"))
			s.width = length_of(value);
		else if (is_named(name, "height"))
			s.height = length_of(value);
		else if (is_named(name, "viewBox"))
			read_view_box(value, &s.view_width, &s.view_height);
	}
	complete(&s);
	return set_size(out, whole_pixels(s.width), whole_pixels(s.height));
}

/* clang-format off */
static const struct {
	const char *start;
	bool (*measure)(const struct head *h, struct image_size *out);
} kinds[] = {
	{"\x89PNG\r\n\x1a\n", measure_png},
	{"\xff\xd8\xff",      measure_jpeg},
	{"GIF87a",            measure_gif},
	{"GIF89a",            measure_gif},
	{"RIFF",              measure_webp},
	{"",                  measure_svg},
};
/* clang-format on */

bool image_measure(const void *data, size_t len, struct image_size *out)
{
	struct head h = {data, len};
	*out = (struct image_size){0};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (starts(&h, 0, kinds[i].start))
			return kinds[i].measure(&h, out);
	return false;
}

/* Whether a name ends so, whatever the case of its letters. */
static bool ends_in(const char *name, const char *extension)
{
	size_t len = strlen(name), n = strlen(extension);
	return len > n && strcasecmp(name + len - n, extension) == 0;
}

bool image_is_shown(const char *name, const void *data, size_t len)
{
	static const char *const extensions[] = {".png", ".jpg", ".jpeg", ".gif",
	                                         ".webp"};
	struct head h = {data, len};
	bool is_known = false;
	if (len == 0)
		return false;
	if (ends_in(name, ".svg"))
		return memmem(data, len, "<svg", 4) || memmem(data, len, ":svg", 4);
	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
		is_known = is_known || ends_in(name, extensions[i]);
	if (!is_known)
		return true;
	for (size_t i = 0; i + 1 < sizeof kinds / sizeof *kinds; i++)
		if (starts(&h, 0, kinds[i].start))
			return true;
	return starts(&h, 4, "ftypavi"); /* AVIF, which browsers tell by its bytes */
}

enum image_kind image_kind_of(const char *name)
{
	static const struct {
		const char *extension;
		enum image_kind kind;
	} known[] = {
		{".heic", IMAGE_FOREIGN},  {".heif", IMAGE_FOREIGN},
		{".tif", IMAGE_FOREIGN},   {".tiff", IMAGE_FOREIGN},
		{".psd", IMAGE_FOREIGN},   {".xcf", IMAGE_FOREIGN},
		{".eps", IMAGE_FOREIGN},   {".ai", IMAGE_FOREIGN},
		{".emf", IMAGE_FOREIGN},   {".wmf", IMAGE_FOREIGN},
		{".raw", IMAGE_FOREIGN},   {".dng", IMAGE_FOREIGN},
		{".pdf", IMAGE_DOCUMENT},  {".doc", IMAGE_DOCUMENT},
		{".docx", IMAGE_DOCUMENT}, {".odt", IMAGE_DOCUMENT},
		{".xls", IMAGE_DOCUMENT},  {".xlsx", IMAGE_DOCUMENT},
		{".ods", IMAGE_DOCUMENT},  {".csv", IMAGE_DOCUMENT},
		{".ppt", IMAGE_DOCUMENT},  {".pptx", IMAGE_DOCUMENT},
		{".odp", IMAGE_DOCUMENT},  {".zip", IMAGE_DOCUMENT},
		{".mp4", IMAGE_DOCUMENT},  {".webm", IMAGE_DOCUMENT},
		{".mov", IMAGE_DOCUMENT},  {".mp3", IMAGE_DOCUMENT},
		{".txt", IMAGE_DOCUMENT},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (ends_in(name, known[i].extension))
			return known[i].kind;
	return IMAGE_SHOWN;
}
