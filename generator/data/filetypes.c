#include "data/filetypes.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/*
 * What is not in the table is unknown, so a type that somebody invents
 * tomorrow is not published before it has a row. A type is passive when what
 * servers usually call it is shown by browsers without running anything, or
 * only downloaded. Types that end in +xml are not: browsers make documents of
 * them, and XHTML within a document runs.
 */

enum role {
	ROLE_PASSIVE,
	ROLE_DRAWING,
	ROLE_PACKED, /* passive, unless what is packed is not: "a.html.gz" is unpacked */
	ROLE_DOCUMENT, /* browsers run it, or make a document of it */
	ROLE_PROGRAM,  /* servers run it, some of them wherever it stands in a name */
};

/* clang-format off */
static const struct {
	enum role role;
	const char *extensions; /* a blank before and behind each */
} types[] = {
	/* images */
	{ROLE_PASSIVE, " png apng jpg jpeg jpe jfif gif webp avif bmp ico tif tiff heic heif jxl "},
	{ROLE_DRAWING, " svg "},
	/* sound and film, and their subtitles */
	{ROLE_PASSIVE, " mp3 m4a aac ogg oga opus wav flac wma aif aiff mid midi "},
	{ROLE_PASSIVE, " mp4 m4v mov webm ogv avi mkv mpg mpeg wmv 3gp srt vtt "},
	/* documents to read, and of offices */
	{ROLE_PASSIVE, " pdf epub mobi azw3 ps eps djvu "},
	{ROLE_PASSIVE, " doc docx docm dot dotx odt ott rtf pages wpd "},
	{ROLE_PASSIVE, " xls xlsx xlsm xlsb xlt xltx ods ots numbers "},
	{ROLE_PASSIVE, " ppt pptx pptm pot potx pps ppsx odp otp key "},
	{ROLE_PASSIVE, " odg otg odf odb vsd vsdx pub mpp xmind "},
	/* what designers hand on */
	{ROLE_PASSIVE, " psd ai indd sketch fig xd xcf kra "},
	/* text and data */
	{ROLE_PASSIVE, " txt markdown csv tsv json jsonl ndjson geojson ipynb yml yaml toml tex bib log "},
	{ROLE_PASSIVE, " ics vcf apkg h5p sqlite parquet "},
	/* fonts */
	{ROLE_PASSIVE, " ttf otf woff woff2 "},
	/* archives; what packs one file is told to browsers as a way of sending it */
	{ROLE_PASSIVE, " zip 7z tar tgz tbz2 txz rar "},
	{ROLE_PACKED,  " gz bz2 xz zst br "},

	{ROLE_DOCUMENT, " html htm xhtml xht xml xsl xslt xsd dtd svgz mathml mml rss atom rdf "},
	{ROLE_DOCUMENT, " mht mhtml hta htc xul xbl gpx kml ttml xspf eml "},
	{ROLE_DOCUMENT, " js mjs cjs jse vbs wsf wasm swf css "},
	{ROLE_PROGRAM,  " php php3 php4 php5 php7 php8 phtml phar phps pht inc "},
	{ROLE_PROGRAM,  " shtml shtm stm cgi fcgi pl py rb sh lua "},
	{ROLE_PROGRAM,  " asp aspx ashx asmx ascx asa cer cshtml jsp jspx jspf cfm "},
	{ROLE_PROGRAM,  " htaccess htpasswd config ini exe com bat cmd ps1 msi scr "},
};
/* clang-format on */

enum { LONGEST = 8 }; /* letters of an extension: "htaccess" */

/* Whether a list holds an extension, given without its dot. */
static bool lists(const char *extensions, const char *extension, size_t len)
{
	for (const char *at = extensions; at[1]; at += strcspn(at + 1, " ") + 1)
		if (strcspn(at + 1, " ") == len &&
		    strncasecmp(at + 1, extension, len) == 0)
			return true;
	return false;
}

/* The row of an extension; false: none. */
static bool find_role(const char *extension, size_t len, enum role *role)
{
	if (len == 0 || len > LONGEST)
		return false;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (lists(types[i].extensions, extension, len)) {
			*role = types[i].role;
			return true;
		}
	return false;
}

/*
 * A part within the name decides where servers look at all of them: Apache
 * gives "a.php.txt" to PHP and unpacks "a.svg.gz" in the reader's browser.
 * Other documents within a name are words: "node.js.pdf".
 */
static const char *find_active_part(const char *name, const char *last, enum role packing)
{
	enum role role;
	for (const char *at = strchr(name, '.'); at && at < last;
	     at = strchr(at + 1, '.')) {
		if (!find_role(at + 1, strcspn(at + 1, "."), &role))
			continue;
		if (role == ROLE_PROGRAM ||
		    (packing == ROLE_PACKED &&
		     (role == ROLE_DOCUMENT || role == ROLE_DRAWING)))
			return at;
	}
	return NULL;
}

enum file_type file_type_of(const char *name, const char **decisive)
{
	static const enum file_type of_role[] = {
		[ROLE_PASSIVE] = FILE_PASSIVE, [ROLE_DRAWING] = FILE_DRAWING,
		[ROLE_PACKED] = FILE_PASSIVE,  [ROLE_DOCUMENT] = FILE_ACTIVE,
		[ROLE_PROGRAM] = FILE_ACTIVE,
	};
	enum role role = ROLE_PASSIVE;
	const char *slash = strrchr(name, '/');
	name = slash ? slash + 1 : name;
	const char *last = strrchr(name, '.');
	*decisive = last && last[1] ? last : "";
	bool is_known = last && find_role(last + 1, strlen(last + 1), &role);
	const char *active = last ? find_active_part(name, last, role) : NULL;
	if (active) {
		*decisive = active;
		return FILE_ACTIVE;
	}
	return is_known ? of_role[role] : FILE_UNKNOWN;
}
