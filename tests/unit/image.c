#include "data/image.h"

#include <stdlib.h>

#include "../tap.h"

/* Bytes of a literal, NULs included; expected size, 0 x 0 when none may be read. */
#define BYTES(literal) literal, sizeof literal - 1
#define SVG(rest)      BYTES("<svg " rest)
#define COUNT(array)   (sizeof(array) / sizeof *(array))

#define PNG_HEAD                                                                         \
	"\x89PNG\r\n\x1a\n\0\0\0\x0d"                                                    \
	"IHDR"
#define JPEG_APP0                                                                        \
	"\xff\xd8\xff\xe0\0\x10"                                                         \
	"JFIF\0\1\1\0\0\1\0\1\0\0"
#define SOF(n)     "\xff" n "\0\x11\x08\0\x20\0\x10\3"
#define WEBP(kind) "RIFF\x20\0\0\0WEBP" kind "\x10\0\0\0"

/* clang-format off */
static const struct {
	const char *name;
	const char *data;
	size_t len;
	int width, height;
} cases[] = {
	{"nothing",                 BYTES(""), 0, 0},
	{"one byte",                BYTES("\x89"), 0, 0},
	{"text",                    BYTES("Bonjour"), 0, 0},
	{"a page, not an SVG",      BYTES("<html width=\"3\" height=\"4\">"), 0, 0},

	{"png",                     BYTES(PNG_HEAD "\0\0\1\0\0\0\0\x80\x08\6\0\0\0"), 256, 128},
	{"png cut in its height",   BYTES(PNG_HEAD "\0\0\1\0\0\0\0"), 0, 0},
	{"png cut after its name",  BYTES("\x89PNG\r\n\x1a\n"), 0, 0},
	{"png of no width",         BYTES(PNG_HEAD "\0\0\0\0\0\0\0\x80"), 0, 0},
	{"png too wide",            BYTES(PNG_HEAD "\0\1\x86\xa1\0\0\0\1"), 0, 0},
	{"png at the limit",        BYTES(PNG_HEAD "\0\1\x86\xa0\0\0\0\1"), 100000, 1},
	{"png of a negative width", BYTES(PNG_HEAD "\xff\xff\xff\xff\0\0\0\1"), 0, 0},
	{"png without IHDR",        BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0d" "tEXt\0\0\0\1\0\0\0\1"), 0, 0},

	{"gif 87a",                 BYTES("GIF87a\x40\1\xf0\0"), 320, 240},
	{"gif 89a",                 BYTES("GIF89a\1\0\2\0\x80"), 1, 2},
	{"gif cut",                 BYTES("GIF89a\1\0\2"), 0, 0},
	{"gif of another year",     BYTES("GIF88a\1\0\2\0"), 0, 0},

	{"jpeg baseline",           BYTES(JPEG_APP0 SOF("\xc0")), 16, 32},
	{"jpeg progressive",        BYTES(JPEG_APP0 SOF("\xc2")), 16, 32},
	{"jpeg lossless",           BYTES(JPEG_APP0 SOF("\xc3")), 16, 32},
	{"jpeg arithmetic",         BYTES(JPEG_APP0 SOF("\xc9")), 16, 32},
	{"jpeg hierarchical",       BYTES(JPEG_APP0 SOF("\xcf")), 16, 32},
	{"jpeg: DHT, DAC, JPG are no frames", BYTES("\xff\xd8\xff\xc4\0\x05" "abc" "\xff\xcc\0\x03" "a" "\xff\xc8\0\x02" SOF("\xc1")), 16, 32},
	{"jpeg: fill bytes, markers without length", BYTES("\xff\xd8\xff\xff\xff\xfe\0\2\xff\x01\xff\xd0\xff\xff" SOF("\xc0")), 16, 32},
	{"jpeg: a thumbnail inside EXIF is skipped", BYTES("\xff\xd8\xff\xe1\0\x0c" "\xff\xd8\xff\xc0\0\x11\x08\0\1\0" SOF("\xc0")), 16, 32},
	{"jpeg cut in its frame",   BYTES(JPEG_APP0 "\xff\xc0\0\x11\x08\0\x20\0"), 0, 0},
	{"jpeg cut in a segment",   BYTES("\xff\xd8\xff\xe0\xff\xff" "JFIF"), 0, 0},
	{"jpeg: a segment of length 0", BYTES("\xff\xd8\xff\xe0\0\0" SOF("\xc0")), 0, 0},
	{"jpeg: pixels before a frame", BYTES("\xff\xd8\xff\xda\0\2" SOF("\xc0")), 0, 0},
	{"jpeg: the end before a frame", BYTES("\xff\xd8\xff\xd9\0\2" SOF("\xc0")), 0, 0},
	{"jpeg: height said later (DNL)", BYTES("\xff\xd8\xff\xc0\0\x11\x08\0\0\0\x10\3"), 0, 0},
	{"jpeg: not a marker",      BYTES("\xff\xd8\xff\xe0\0\2" "abcdefghij"), 0, 0},
	{"jpeg: fill bytes to the end", BYTES("\xff\xd8\xff\xff\xff\xff\xff\xff\xff"), 0, 0},

	{"webp lossy",              BYTES(WEBP("VP8 ") "\x30\1\0\x9d\x01\x2a\x40\x41\xf0\0"), 320, 240},
	{"webp lossy, not a key frame", BYTES(WEBP("VP8 ") "\x31\1\0\x9d\x01\x2a\x40\x01\xf0\0"), 0, 0},
	{"webp lossy, bad start code", BYTES(WEBP("VP8 ") "\x30\1\0\x9d\x01\x2b\x40\x01\xf0\0"), 0, 0},
	{"webp lossless",           BYTES(WEBP("VP8L") "\x2f\x3f\xc1\x3b\0\0\0\0\0\0"), 320, 240},
	{"webp lossless, bad signature", BYTES(WEBP("VP8L") "\x2e\x3f\xc1\x3b\0\0\0\0\0\0"), 0, 0},
	{"webp extended",           BYTES(WEBP("VP8X") "\x10\0\0\0\x3f\1\0\xef\0\0"), 320, 240},
	{"webp extended, too large", BYTES(WEBP("VP8X") "\x10\0\0\0\xff\xff\xff\xef\0\0"), 0, 0},
	{"webp cut",                BYTES(WEBP("VP8X") "\x10\0\0\0\x3f\1\0\xef\0"), 0, 0},
	{"webp of an unknown kind", BYTES(WEBP("ALPH") "\x10\0\0\0\x3f\1\0\xef\0\0"), 0, 0},
	{"riff, a sound",           BYTES("RIFF\x20\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0"), 0, 0},

	{"svg in pixels",           SVG("width=\"24px\" height='16px'>"), 24, 16},
	{"svg without units",       SVG("width=\"24\" height=\"16\" viewBox=\"0 0 1 1\">"), 24, 16},
	{"svg rounded",             SVG("width=\"23.5\" height=\"16.4\">"), 24, 16},
	{"svg: spaces in numbers",  SVG("width = \" 24 \"\n height\t=\t' +16px '>"), 24, 16},
	{"svg: exponents",          SVG("width=\"2.4e1\" height=\"160E-1\">"), 24, 16},
	{"svg: viewBox",            SVG("viewBox=\"0 0 300 150\">"), 300, 150},
	{"svg: viewBox by commas",  SVG("viewBox='-5,-5, 30.2 ,.15e2'>"), 30, 15},
	{"svg: percents are ignored", SVG("width=\"100%\" height=\"100%\" viewBox=\"0 0 24 12\">"), 24, 12},
	{"svg: other units are ignored", SVG("width=\"210mm\" height=\"2em\" viewBox=\"0 0 24 12\">"), 24, 12},
	{"svg: height from width",  SVG("width=\"48\" viewBox=\"0 0 24 12\">"), 48, 24},
	{"svg: width from height",  SVG("height=\"48\" width=\"100%\" viewBox=\"0 0 24 12\">"), 96, 48},
	{"svg: width alone",        SVG("width=\"48\">"), 0, 0},
	{"svg without a size",      SVG("xmlns=\"http://www.w3.org/2000/svg\">"), 0, 0},
	{"svg: names that end alike", SVG("stroke-width=\"3\" line-height=\"4\" viewBox=\"0 0 5 6\">"), 5, 6},
	{"svg: prolog, comment, doctype", BYTES("\xef\xbb\xbf<?xml version=\"1.0\"?>\r\n<!-- <svg width=\"1\" height=\"1\"> -->\n"
	                                  "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"a>b\" [<!ENTITY e \"]>\"> ]>\n"
	                                  "<svg width=\"24\" height=\"16\"/>"), 24, 16},
	{"svg: attributes of a child do not count", SVG("><rect width=\"3\" height=\"4\"/>"), 0, 0},
	{"svg cut in a value",      SVG("width=\"24\" height=\"16"), 0, 0},
	{"svg cut in a comment",    BYTES("<!-- <svg width=\"1\" height=\"1\">"), 0, 0},
	{"svg cut in a doctype",    BYTES("<!DOCTYPE svg [ <!ENTITY a \""), 0, 0},
	{"svg cut after its name",  BYTES("<svg"), 0, 0},
	{"svg: an element like it", BYTES("<svgs width=\"1\" height=\"1\">"), 0, 0},
	{"svg: negative",           SVG("width=\"-24\" height=\"16\">"), 0, 0},
	{"svg: huge",               SVG("width=\"1e99\" height=\"99999999999999999999999999\">"), 0, 0},
	{"svg: not numbers",        SVG("width=\"inf\" height=\"nan\" viewBox=\"0 0 a b\">"), 0, 0},
	{"svg: viewBox of three",   SVG("viewBox=\"0 0 24\">"), 0, 0},
	{"svg: viewBox of nothing", SVG("viewBox=\"0 0 0 12\">"), 0, 0},
};
/* clang-format on */

/* Every shorter head of a file must be read without looking behind its end. */
static void measure_heads(const char *data, size_t len)
{
	struct image_size size;
	for (size_t n = 0; n < len; n++) {
		char *copy = malloc(n + 1);
		memcpy(copy, data, n);
		image_measure(copy, n, &size);
		free(copy);
	}
}

/* clang-format off */
static const struct {
	const char *name;
	const char *data;
	size_t len;
	bool is_shown;
} shown[] = {
	{"vide.png",   BYTES(""), false},
	{"vide.avif",  BYTES(""), false},
	{"p.png",      BYTES("\x89PNG\r\n\x1a\n"), true},
	{"P.PNG",      BYTES("Bonjour"), false},
	{"p.png",      BYTES(JPEG_APP0), true},
	{"p.jpg",      BYTES("\0\0\0\x18" "ftypheic"), false},
	{"p.jpeg",     BYTES("\0\0\0\x18" "ftypavif"), true},
	{"p.png",      BYTES("<svg>"), false},
	{"p.svg",      BYTES("<?xml version=\"1.0\"?><svg>"), true},
	{"p.svg",      BYTES("<html>"), false},
	{"p.avif",     BYTES("Bonjour"), true},
};
/* clang-format on */

static void test_shown(void)
{
	for (size_t i = 0; i < COUNT(shown); i++)
		ok(image_is_shown(shown[i].name, shown[i].data, shown[i].len) ==
		           shown[i].is_shown,
		   "%s is shown: %d", shown[i].name, shown[i].is_shown);
}

int main(void)
{
	plan(COUNT(cases) + COUNT(shown) + 1);
	test_shown();
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct image_size size = {-1, -1};
		bool found = image_measure(cases[i].data, cases[i].len, &size);
		bool right = found == (cases[i].width > 0) &&
		             size.width == cases[i].width &&
		             size.height == cases[i].height;
		if (!ok(right, "%s", cases[i].name))
			diag("got %d x %d", size.width, size.height);
		measure_heads(cases[i].data, cases[i].len);
	}
	struct image_size size;
	ok(!image_measure(NULL, 0, &size), "no bytes at all");
	return finish();
}
