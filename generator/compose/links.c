#include "compose/links.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "address/addresses.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/nearest.h"
#include "base/text.h"
#include "compose/links_internal.h"
#include "compose/publishable.h"
#include "course/find.h"
#include "course/misnamed.h"
#include "course/suggest.h"
#include "data/image.h"
#include "data/url.h"
#include "french/anchors.h"
#include "markup/rawhtml.h"

struct local_link {
	struct link_note *note;
	const char *anchor;
	struct place at;
};

enum {
	LARGEST_IMAGE = 64 << 20,
	HEAVY_FILE = 10 << 20,
	HEAVY_IMAGE = 1 << 20, /* bytes: a second and more on a train */
	FEW_HEADINGS = 64,     /* looked through without an index */
	SHORTEST_ID = 16,      /* of GitBook's files: they have 20 characters, or so */
};

struct address link_take_apart(struct arena *a, const char *url)
{
	size_t path = strcspn(url, "?#"), query = strcspn(url + path, "#");
	struct address result = {.path = text_decode_url(a, url, path),
	                         .query = arena_copy(a, url + path, query)};
	const char *fragment = url + path + query;
	if (*fragment == '#')
		result.anchor = text_decode_url(a, fragment + 1, strlen(fragment + 1));
	return result;
}

/* Where the address that is looked at stands; NULL: it is not known. */
static const struct written *find_written(const struct link_context *c)
{
	bool is_own = c->written && c->doc->file && strcmp(c->from, c->page->path) == 0;
	for (size_t i = 0; is_own && c->looked_at && i < c->written->n; i++) {
		const struct written *w = &c->written->items[i];
		bool is_asked = w->node == c->looked_at || w->element == c->looked_at;
		if (is_asked && w->kind != DESTINATION_AUTOLINK)
			return w;
	}
	return NULL;
}

void link_cure(struct link_context *c, const char *path)
{
	const struct written *w = diag_wants_changes(c->diag) ? find_written(c) : NULL;
	if (!w)
		return;
	struct arena *a = c->doc->arena;
	const char *start = c->doc->text + w->start;
	size_t len = 0;
	while (len < w->end - w->start && !strchr("?#", start[len]))
		len++;
	struct buf b = buf_new(a);
	const char *fresh = path_relative(a, c->from, path);
	bool is_in_angles =
		w->start > 0 && start[-1] == '<' && !strpbrk(fresh, "<>\\%#?&");
	if (is_in_angles)
		buf_add_string(&b, fresh);
	else
		text_add_destination(&b, fresh);
	diag_cure(c->diag,
	          (struct change){.at = place_of_byte(c->doc->path, c->doc->text,
	                                              w->start, c->doc->first_line),
	                          .old = arena_copy(a, start, len),
	                          .fresh = buf_text(&b)});
}

void link_cure_address(struct link_context *c, const char *fresh)
{
	const struct written *w = diag_wants_changes(c->diag) ? find_written(c) : NULL;
	if (!w)
		return;
	const char *text = c->doc->text;
	diag_cure(c->diag,
	          (struct change){.at = place_of_byte(c->doc->path, text, w->start,
	                                              c->doc->first_line),
	                          .old = arena_copy(c->doc->arena, text + w->start,
	                                            w->end - w->start),
	                          .fresh = fresh});
}

struct link_note *link_new_note(struct link_context *c, enum link_kind kind)
{
	struct link_note *note = arena_alloc(c->doc->arena, sizeof *note);
	note->kind = kind;
	return note;
}

static bool has_scheme(const char *url)
{
	size_t n = 0;
	while ((url[n] >= 'a' && url[n] <= 'z') || (url[n] >= 'A' && url[n] <= 'Z') ||
	       (n > 0 && (strchr("+-.", url[n]) || (url[n] >= '0' && url[n] <= '9')) &&
	        url[n]))
		n++;
	return n > 1 && url[n] == ':';
}

static bool is_path_of_a_computer(const char *url)
{
	bool is_drive =
		((url[0] >= 'a' && url[0] <= 'z') || (url[0] >= 'A' && url[0] <= 'Z')) &&
		url[1] == ':' && (url[2] == '\\' || url[2] == '/');
	return is_drive || strncmp(url, "file:", 5) == 0;
}

static bool is_broken_reference(const char *url)
{
	return !has_scheme(url) &&
	       (strcmp(url, "broken-reference") == 0 ||
	        strcmp(url, "broken-reference/") == 0 || strstr(url, "broken/pages/") ||
	        strstr(url, "broken/spaces/"));
}

static void record_page(struct link_context *c, const struct page *target)
{
	uint32_t number = (uint32_t)target->number;
	for (size_t i = 0; i < c->n_linked; i++)
		if (c->linked[i] == number)
			return;
	ARRAY_ADD(c->doc->arena, c->linked, c->n_linked, c->cap_linked, number);
}

static void record_asset(struct link_context *c, const struct asset *asset)
{
	uint32_t number = (uint32_t)(asset - c->site->assets);
	for (size_t i = 0; i < c->n_assets; i++)
		if (c->assets[i] == number)
			return;
	ARRAY_ADD(c->doc->arena, c->assets, c->n_assets, c->cap_assets, number);
}

static struct link_note *local_link(struct link_context *c, const char *anchor,
                                    struct place at)
{
	struct link_note *note = link_new_note(c, LINK_LOCAL);
	note->href = anchor;
	struct local_link local = {note, anchor, at};
	if (*anchor)
		ARRAY_ADD(c->doc->arena, c->locals, c->n_locals, c->cap_locals, local);
	return note;
}

/* A link to a page that readers see. */
static struct link_note *published_link(struct link_context *c, const struct page *target,
                                        const struct address *address, struct place at)
{
	record_page(c, target);
	bool has_anchor = address->anchor && *address->anchor;
	if (target == c->page)
		return local_link(c, has_anchor ? address->anchor : "", at);
	struct link_note *note = link_new_note(c, LINK_PAGE);
	note->number = c->n_links;
	note->has_section = has_anchor;
	struct link link = {.target = target->number,
	                    .anchor = has_anchor ? address->anchor : NULL,
	                    .at = at};
	ARRAY_ADD(c->doc->arena, c->links, c->n_links, c->cap_links, link);
	return note;
}

struct link_note *link_to_page(struct link_context *c, const struct page *target,
                               const struct address *address, struct place at)
{
	struct link_note *note;
	bool is_misread = map_find_string(&c->site->misread, target->path);
	if (!is_misread && page_is_published(c->site, target)) {
		note = published_link(c, target, address, at);
	} else {
		note = link_new_note(c, LINK_DROPPED);
		bool is_told = is_misread || (c->page->is_awaited && target->is_awaited);
		if (!is_told) /* of the line of the table, or of that to be added */
			diag_report(c->diag,
			            target->state == STATE_DRAFT ? MSG_PAGE_DRAFT
			                                         : MSG_PAGE_UNPUBLISHED,
			            at, target->path, NULL);
	}
	note->page = target;
	return note;
}

struct link_note *link_to_asset(struct link_context *c, const struct source_file *file,
                                const struct address *address, struct place at)
{
	const struct asset *asset = map_find_string(&c->site->asset_by_path, file->path);
	if (asset && !publishable_check(&c->publishing, asset, at))
		return link_new_note(c, LINK_DROPPED);
	struct link_note *note = link_new_note(c, asset ? LINK_ASSET : LINK_DROPPED);
	note->file = file;
	if (asset) {
		bool has_anchor = address->anchor && *address->anchor;
		note->href = asset->output;
		note->anchor = has_anchor ? address->anchor : NULL;
		note->number = (size_t)(asset - c->site->assets);
		record_asset(c, asset);
	} else {
		diag_report(c->diag, MSG_FILE_UNPUBLISHED, at, file->path, NULL);
	}
	return note;
}

/* "www.a.fr/x" and "moi@a.fr" as addresses of the web and of mail; NULL when it looks
 * like neither. */
static const char *address_meant(struct arena *a, const char *written)
{
	static const char *const ends[] = {".fr", ".com", ".org", ".eu", ".net"};
	size_t host = strcspn(written, "/");
	if (memchr(written, '@', host))
		return arena_format(a, "mailto:%s", written);
	const char *meant = link_web_meant(a, written);
	if (meant)
		return meant;
	bool is_web = strncmp(written, "www.", 4) == 0;
	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t len = strlen(ends[i]);
		is_web |= host > len && memcmp(written + host - len, ends[i], len) == 0;
	}
	return is_web ? arena_format(a, "https://%s", written) : NULL;
}

enum target { TARGET_ANY, TARGET_IMAGE };

/* "/files/4BmnAZ09xxqsdLkeRtyU": what GitBook calls a file that its export left out. */
static bool is_gitbook_file(const char *written)
{
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	static const char folder[] = "/files/";
	if (strncmp(written, folder, sizeof folder - 1) != 0)
		return false;
	const char *id = written + sizeof folder - 1;
	size_t len = strspn(id, CAPITALS "abcdefghijklmnopqrstuvwxyz0123456789-_");
	return !id[len] && len >= SHORTEST_ID && strcspn(id, CAPITALS) < len;
#undef CAPITALS
}

/* Whether a path is the one of the file it means, and not only understood as such. */
static bool is_exact(const struct link_context *c, const char *path,
                     const struct source_file *file)
{
	const char *readme = c->site->config.readme;
	return path_names_file(path, file->path) ||
	       (!*path && readme && strcmp(file->path, readme) == 0);
}

/* How a path differs from that of the file it means, but for letter case. */
static void report_inexact(struct link_context *c, const char *written,
                           const struct source_file *file, struct place at)
{
	struct arena *a = c->doc->arena;
	const char *path = path_resolve(a, c->from, written);
	if (path_names_file(text_nfc(a, path), file->nfc))
		diag_report(c->diag, MSG_PATH_UNICODE, at, written, NULL);
	else
		diag_report(c->diag, MSG_PATH_INEXACT, at, written,
		            path_relative(a, c->from, file->path), NULL);
	link_cure(c, file->path);
}

/* The file of the page that an earlier address of this path leads to; NULL: none. */
static const char *moved_page(struct link_context *c, const char *path)
{
	size_t len = strlen(path);
	bool is_file = len > 3 && strcmp(path + len - 3, ".md") == 0;
	const struct page *page = site_find_address(
		c->site, arena_copy(c->doc->arena, path, is_file ? len - 3 : len));
	return page ? page->path : NULL;
}

/* The page or file that a path means once enough "../" are taken away for it to stay in
 * the course; NULL: none. It may have named the content's folder, too. */
static const char *find_lower(struct link_context *c, const char *written)
{
	struct arena *a = c->doc->arena;
	const char *path = NULL, *content = c->site->config.content;
	while (!path && strncmp(written, "../", 3) == 0) {
		written += 3;
		path = path_resolve(a, c->from, written);
	}
	const struct source_file *file = path ? site_find_file(c->site, path) : NULL;
	size_t len = strlen(content);
	if (!file && path && len > 0 && strncmp(path, content, len) == 0 &&
	    path[len] == '/')
		file = site_find_file(c->site, path + len + 1);
	return file ? path_relative(a, c->from, file->path) : NULL;
}

/* GitBook's files of the course where a path leaves it: in a repository of several spaces
 * its exports climb one folder too many. NULL: there is none of that name. */
static const struct source_file *find_exported(struct link_context *c,
                                               const char *written)
{
	static const char folder[] = ".gitbook/assets/";
	size_t up = strspn(written, "./");
	while (up > 0 && written[up - 1] != '/') /* the dot of ".gitbook" */
		up--;
	return strncmp(written + up, folder, sizeof folder - 1) == 0
	               ? site_find_file(c->site, written + up)
	               : NULL;
}

/* A path as it may be copied between the brackets of a link. */
static const char *as_destination(struct arena *a, const char *path)
{
	struct buf b = buf_new(a);
	text_add_destination(&b, path);
	return buf_text(&b);
}

/* A path that leaves the course: the file it means all the same, or NULL. */
static const struct source_file *find_outside(struct link_context *c, const char *written,
                                              struct place at)
{
	struct arena *a = c->doc->arena;
	const struct source_file *exported = find_exported(c, written);
	const char *meant = exported ? path_relative(a, c->from, exported->path)
	                             : find_lower(c, written);
	diag_report(c->diag,
	            exported ? MSG_LINK_EXPORTED
	            : meant  ? MSG_LINK_TOO_HIGH
	                     : MSG_LINK_ABOVE,
	            at, written, meant, meant ? as_destination(a, meant) : NULL, NULL);
	if (meant)
		link_cure(c, path_resolve(a, c->from, meant));
	return exported;
}

/* Finds the file that a path means, and says how it differs from what was written. */
static const struct source_file *find_target(struct link_context *c, const char *written,
                                             enum target target, struct place at)
{
	const struct site *site = c->site;
	const char *path = path_resolve(c->doc->arena, c->from, written);
	if (!path)
		return find_outside(c, written, at);
	const struct source_file *file = site_find_file(site, path);
	if (file) {
		if (!is_exact(c, path, file))
			report_inexact(c, written, file, at);
		return file;
	}
	file = site_find_alike(site, path);
	if (file && strcmp(path_extension(path), ".md") == 0 &&
	    strcmp(path_extension(file->path), ".md") != 0)
		file = NULL; /* "x.MD" is no page: it should be named like one */
	if (file) {
		diag_report(c->diag, MSG_WRONG_CASE, at, written,
		            path_relative(c->doc->arena, c->from, file->path), NULL);
		link_cure(c, file->path);
		return file;
	}
	if (is_gitbook_file(written)) {
		diag_report(c->diag, MSG_GITBOOK_FILE, at, written, NULL);
		return NULL;
	}
	size_t len = strlen(path);
	const char *extension = path_extension(path);
	bool is_page =
		target != TARGET_IMAGE && (len == 0 || path[len - 1] == '/' ||
	                                   !*extension || strcmp(extension, ".md") == 0);
	const char *nearest = is_page ? moved_page(c, path) : NULL;
	struct misnamed misnamed = {0};
	if (is_page && !nearest && c->n_searches < MOST_SEARCHES)
		misnamed = misnamed_find(site, c->doc->arena, path);
	if (misnamed.found) {
		diag_report(c->diag, MSG_DEAD_MISNAMED, at, path, misnamed.found,
		            misnamed.wanted, NULL);
		misnamed_cure(c->diag, &misnamed);
		return NULL;
	}
	if (!nearest && c->n_searches++ < MOST_SEARCHES)
		nearest = is_page ? suggest_page(site, path) : suggest_asset(site, path);
	const char *suggestion =
		nearest ? as_destination(c->doc->arena,
	                                 path_relative(c->doc->arena, c->from, nearest))
			: address_meant(c->doc->arena, written);
	diag_report(c->diag, is_page ? MSG_DEAD_PAGE : MSG_DEAD_FILE, at,
	            *path ? path : written, suggestion, NULL);
	if (is_page && nearest &&
	    moved_page(c, path)) /* an earlier address: it is sure */
		link_cure(c, nearest);
	return NULL;
}

/* Whether what looks like an unknown scheme is a file of the course: "note: tri.md". */
static bool is_file_with_colon(struct link_context *c, const char *url)
{
	const char *written = link_take_apart(c->doc->arena, url).path;
	const char *path = path_resolve(c->doc->arena, c->from, written);
	return path && *path && site_find_file(c->site, path);
}

/* A path of one computer: the file may be in the course by now. */
static void report_computer(struct link_context *c, const char *url, struct place at)
{
	struct arena *a = c->doc->arena;
	const char *name = url + strlen(url);
	while (name > url && name[-1] != '/' && name[-1] != '\\')
		name--;
	name = text_decode_url(a, name, strlen(name));
	bool is_page = strcmp(path_extension(name), ".md") == 0;
	const char *there = !*name    ? NULL
	                    : is_page ? suggest_page(c->site, name)
	                              : suggest_asset(c->site, name);
	diag_report(c->diag, MSG_LINK_ABSOLUTE, at, url_told(a, url),
	            there ? as_destination(a, path_relative(a, c->from, there)) : NULL,
	            NULL);
}

/* Whether an address of the web has a slip, which is told. */
static bool report_slip(struct link_context *c, const char *url, struct place at)
{
	const char *meant = strchr(url, ':') || strchr(url, ';')
	                            ? link_web_meant(c->doc->arena, url)
	                            : NULL;
	if (!meant || is_file_with_colon(c, url))
		return false;
	diag_report(c->diag, MSG_LINK_SLIP, at, url_told(c->doc->arena, url), meant,
	            NULL);
	link_cure_address(c, meant);
	return true;
}

/* An address that needs no file: returns NULL when it does. */
static struct link_note *resolve_without_file(struct link_context *c, const char *url,
                                              struct place at)
{
	if (is_broken_reference(url))
		diag_report(c->diag, MSG_BROKEN_REFERENCE, at, url, NULL);
	else if (is_path_of_a_computer(url))
		report_computer(c, url, at);
	else if (report_slip(c, url, at))
		return link_new_note(c, LINK_DROPPED);
	else if (!url_is_safe(url)) {
		if (is_file_with_colon(c, url))
			return NULL;
		diag_report(c->diag,
		            url_is_image(url) ? MSG_IMAGE_PASTED : MSG_UNSAFE_LINK, at,
		            url_told(c->doc->arena, url), NULL);
	} else if (has_scheme(url) || strncmp(url, "//", 2) == 0) {
		struct link_note *note = link_absolute(c, url, at);
		if (note)
			return note;
		note = link_new_note(c, LINK_DIRECT);
		note->href = url;
		return note;
	} else {
		return NULL;
	}
	return link_new_note(c, LINK_DROPPED);
}

/* An address pasted with a space before it, encoded or unbreakable perhaps. */
static const char *without_blanks(const char *url)
{
	static const char *const blanks[] = {" ", "%20", NBSP, NNBSP};
	for (size_t i = 0; i < COUNT(blanks);)
		if (strncmp(url, blanks[i], strlen(blanks[i])) == 0) {
			url += strlen(blanks[i]);
			i = 0;
		} else {
			i++;
		}
	return url;
}

/* What has no address leads nowhere: not even to the top of its page. */
static struct link_note *empty_link(struct link_context *c, enum message message,
                                    const char *words, struct place at)
{
	diag_report(c->diag, message, at, words, NULL);
	return link_new_note(c, LINK_DROPPED);
}

/* A file to be downloaded that is large for a repository. */
static void report_heavy(struct link_context *c, const struct source_file *file,
                         struct place at)
{
	size_t size;
	if (source_size(&c->site->source, file, &size) && size > HEAVY_FILE)
		diag_report(c->diag, MSG_FILE_HEAVY, at, path_name(file->path),
		            arena_format(c->doc->arena, "%zu", size >> 20), NULL);
}

struct link_note *link_resolve(struct link_context *c, const char *url, const char *words,
                               struct place at)
{
	url = without_blanks(url);
	if (!*url)
		return empty_link(c, *words ? MSG_LINK_EMPTY : MSG_LINK_EMPTY_UNNAMED,
		                  *words ? words : NULL, at);
	struct link_note *note = resolve_without_file(c, url, at);
	if (note && note->kind == LINK_DIRECT && link_is_private(url) && *words &&
	    !strstr(url, words)) /* they say more than the address */
		diag_report(c->diag, MSG_LINK_PRIVATE, at, url_told(c->doc->arena, url),
		            NULL);
	if (note)
		return note;
	if (strncmp(words, "^ ", 2) == 0) /* "[^ 1]": see check/slips_marks.c */
		return link_new_note(c, LINK_DROPPED);
	struct address address = link_take_apart(c->doc->arena, url);
	if (!*address.path) {
		note = local_link(c, address.anchor ? address.anchor : "", at);
		note->page = *url == '#' ? c->page : NULL;
		return note;
	}
	const struct source_file *file = find_target(c, address.path, TARGET_ANY, at);
	if (!file)
		return link_new_note(c, LINK_DROPPED);
	const struct page *page = site_page_of(c->site, file);
	if (page)
		return link_to_page(c, page, &address, at);
	report_heavy(c, file, at);
	return link_to_asset(c, file, &address, at);
}

const char *link_file_name(struct arena *a, const char *url)
{
	return path_name(link_take_apart(a, url).path);
}

/* JPEG would keep its first picture only. */
static bool is_animation(const char *name)
{
	return strcasecmp(path_extension(name), ".gif") == 0;
}

/* Whether its bytes are an image; what is heavy is said as well. */
static bool check_image(struct link_context *c, const struct source_file *file,
                        const struct bytes *bytes, struct place at)
{
	bool is_shown = image_is_shown(file->path, bytes->data, bytes->len);
	const char *name = path_name(file->path);
	if (!is_shown)
		diag_report(c->diag, MSG_IMAGE_UNREADABLE, at, name, NULL);
	else if (bytes->len > HEAVY_IMAGE)
		diag_report(c->diag, MSG_IMAGE_HEAVY, at, name,
		            arena_format(c->doc->arena, "%zu", bytes->len >> 20),
		            is_animation(name) ? name : NULL, NULL);
	return is_shown;
}

static void measure(struct link_context *c, const struct source_file *file,
                    struct link_note *note, struct place at)
{
	struct bytes bytes;
	struct image_size size;
	note->width = file->width;
	note->height = file->height;
	if (file->width || (c->site->source.tree && !file->text.data))
		return;
	struct arena scratch = ARENA_PRIVATE;
	bool is_read =
		source_read(&c->site->source, &scratch, file, LARGEST_IMAGE, &bytes);
	if (!is_read && errno != EFBIG)
		diag_report_unread(
			c->diag, MSG_MACHINE_READ,
			path_join(&scratch, c->site->config.content, file->path), errno);
	if (is_read && check_image(c, file, &bytes, at) &&
	    image_measure(bytes.data, bytes.len, &size)) {
		note->width = size.width;
		note->height = size.height;
	}
	arena_release(&scratch);
}

/* An image by an address with a scheme: `note` says where a link would lead. */
static struct link_note *absolute_image(struct link_context *c, struct link_note *note,
                                        const char *url, struct place at)
{
	bool is_elsewhere = note->kind == LINK_DIRECT && note->href == url;
	if (is_elsewhere && link_is_private(url)) {
		diag_report(c->diag, MSG_PRIVATE_IMAGE, at, url, NULL);
		return link_new_note(c, LINK_DROPPED);
	}
	if (is_elsewhere) {
		diag_report(c->diag, MSG_REMOTE_IMAGE, at, url, NULL);
		note->is_remote_image = true;
	}
	if (!note->page)
		return note;
	diag_report(c->diag, MSG_NOT_IMAGE, at, url, NULL);
	return link_new_note(c, LINK_DROPPED);
}

/* Whether a browser may show the file, which its name tells; what it cannot is said. */
static bool is_image_by_name(struct link_context *c, const struct source_file *file,
                             struct place at)
{
	enum image_kind kind = image_kind_of(file->path);
	const char *name = path_name(file->path), *extension = path_extension(name);
	if (kind == IMAGE_SHOWN)
		return true;
	diag_report(c->diag,
	            kind == IMAGE_FOREIGN ? MSG_IMAGE_FOREIGN : MSG_IMAGE_DOCUMENT, at,
	            name, extension + 1, NULL);
	return false;
}

struct link_note *image_resolve(struct link_context *c, const char *url, struct place at)
{
	url = without_blanks(url);
	if (!*url)
		return empty_link(c, MSG_IMAGE_EMPTY, NULL, at);
	struct link_note *note = resolve_without_file(c, url, at);
	if (note)
		return absolute_image(c, note, url, at);
	struct address address = link_take_apart(c->doc->arena, url);
	const struct source_file *file =
		*address.path ? find_target(c, address.path, TARGET_IMAGE, at) : NULL;
	if (file && site_page_of(c->site, file)) {
		diag_report(c->diag, MSG_NOT_IMAGE, at, address.path, NULL);
		file = NULL;
	}
	if (!file)
		return link_new_note(c, LINK_DROPPED);
	note = link_to_asset(c, file, &address, at);
	if (note->kind == LINK_ASSET && is_image_by_name(c, file, at))
		measure(c, file, note, at);
	return note;
}

static bool heading_has(const struct heading *h, const char *anchor)
{
	if (strcmp(h->id, anchor) == 0)
		return true;
	for (size_t i = 0; i < h->n_aliases; i++)
		if (strcmp(h->aliases[i], anchor) == 0)
			return true;
	return false;
}

static const struct heading *find_exact(struct anchors *x, const char *anchor)
{
	for (size_t i = 0; x->n <= FEW_HEADINGS && i < x->n; i++)
		if (heading_has(&x->headings[i], anchor))
			return &x->headings[i];
	for (size_t i = x->n; x->n > FEW_HEADINGS && !x->exact.n && i > 0;
	     i--) { /* the first one stays */
		const struct heading *h = &x->headings[i - 1];
		for (size_t k = 0; k < h->n_aliases; k++)
			map_put_string(&x->exact, h->aliases[k], (void *)(uintptr_t)h);
		map_put_string(&x->exact, h->id, (void *)(uintptr_t)h);
	}
	return map_find_string(&x->exact, anchor);
}

static void index_loose(struct anchors *x)
{
	x->is_loose = true;
	for (size_t i = x->n; i > 0; i--) {
		const struct heading *h = &x->headings[i - 1];
		void *value = (void *)(uintptr_t)h;
		if (h->level > 0)
			map_put_string(&x->computed, anchor_gitbook(x->arena, h->text),
			               value);
		map_put_string(&x->bare, anchor_bare(x->arena, h->text), value);
		map_put_string(&x->bare, anchor_bare(x->arena, h->id), value);
	}
}

struct anchors anchors_of(const struct heading *headings, size_t n, struct arena *a)
{
	return (struct anchors){.headings = headings,
	                        .n = n,
	                        .arena = a,
	                        .exact = map_new(a),
	                        .computed = map_new(a),
	                        .bare = map_new(a)};
}

const struct heading *anchor_find(struct anchors *x, const char *anchor)
{
	const struct heading *found = find_exact(x, anchor);
	if (found)
		return found;
	if (!x->is_loose)
		index_loose(x);
	struct arena scratch = ARENA_PRIVATE;
	const char *id = text_id(&scratch, anchor), *bare = anchor_bare(&scratch, anchor);
	found = id == anchor ? NULL : find_exact(x, id);
	if (!found)
		found = map_find_string(&x->computed, anchor);
	if (!found && *bare)
		found = map_find_string(&x->bare, bare);
	arena_release(&scratch);
	return found;
}

const char *anchor_nearest(struct anchors *x, const char *anchor)
{
	if (!x->near) {
		x->near = nearest_new(x->arena);
		for (size_t i = 0; i < x->n; i++)
			nearest_add(x->near, x->headings[i].id);
	}
	return nearest_find(x->near, anchor);
}

void links_check_locals(struct link_context *c, const struct heading *headings, size_t n)
{
	struct anchors anchors = anchors_of(headings, n, c->doc->arena);
	for (size_t i = 0; i < c->n_locals; i++) {
		struct local_link *local = &c->locals[i];
		const struct heading *h = anchor_find(&anchors, local->anchor);
		if (h) {
			local->note->href = h->id;
			if (local->note->text && *h->text)
				local->note->text = h->text;
			continue;
		}
		local->note->kind = LINK_DROPPED;
		const char *nearest = c->n_searches++ < MOST_SEARCHES
		                              ? anchor_nearest(&anchors, local->anchor)
		                              : NULL;
		diag_report(c->diag, MSG_DEAD_ANCHOR, local->at, path_name(c->page->path),
		            local->anchor, nearest, NULL);
	}
}
