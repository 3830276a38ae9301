#include "site/redirect_files.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "course/site.h"
#include "words/language.h"
#include "words/message_names.h"
#include "words/sentence.h"

static void add_encoded(struct buf *b, const char *path)
{
	for (size_t len; *path; path += len) {
		len = strcspn(path, "/-._~");
		text_add_query(b, path, len);
		if (path[len])
			buf_add_char(b, path[len++]);
	}
}

/* The path of an address of the site, decoded. */
static const char *whole_path(struct arena *a, const struct site *site,
                              const char *address)
{
	const char *base = site->config.base_path;
	return arena_format(a, "%s%s", text_decode_url(a, base, strlen(base)), address);
}

/* What is asked for where the last slash is left out; NULL: there is none. */
static const char *without_slash(struct arena *a, const char *path)
{
	size_t len = strlen(path);
	return len > 1 && path[len - 1] == '/' ? arena_copy(a, path, len - 1) : NULL;
}

static const char *in_small_letters(struct arena *a, const char *path)
{
	char *small = arena_string(a, path);
	for (char *p = small; *p; p++)
		*p = (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
	return small;
}

/* The part of a page that is meant, as an address has it; "" for its top. */
static const char *part(struct arena *a, const char *id)
{
	if (!id)
		return "";
	struct buf b = buf_new(a);
	buf_add_char(&b, '#');
	add_encoded(&b, id);
	return buf_text(&b);
}

/* `to` is encoded. */
static void add_line(struct buf *b, const char *from, const char *to)
{
	if (!from)
		return;
	add_encoded(b, from);
	buf_add_char(b, ' ');
	buf_add_string(b, to);
	buf_add_string(b, " 301\n");
}

/* Where an earlier address leads, encoded. */
static const char *whole_target(struct arena *a, const struct book *book, size_t i)
{
	const struct page *to = book->site->redirects[i].to;
	struct buf b = buf_new(a);
	add_encoded(&b, whole_path(a, book->site, to->address));
	return buf_text(&b);
}

void redirect_files_add_lines(struct buf *b, const struct book *book)
{
	const struct site *site = book->site;
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < site->n_redirects; i++) {
		const struct redirect *r = &site->redirects[i];
		const char *from = whole_path(&scratch, site, r->from);
		const char *to =
			arena_format(&scratch, "%s%s", whole_target(&scratch, book, i),
		                     part(&scratch, book->connected->redirect_ids[i]));
		const char *small = in_small_letters(&scratch, from);
		add_line(b, without_slash(&scratch, from), to);
		add_line(b, from, to);
		if (strcmp(small, from) == 0)
			continue;
		add_line(b, without_slash(&scratch, small), to);
		add_line(b, small, to);
	}
	arena_release(&scratch);
}

/* `"` and `\` are the only bytes that mean something between the quotes of nginx. */
static void add_quoted(struct buf *b, const char *text)
{
	buf_add_char(b, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buf_add_char(b, '\\');
		buf_add_char(b, *text);
	}
	buf_add_char(b, '"');
}

static void add_pair(struct buf *b, const char *from, const char *to)
{
	if (!from)
		return;
	buf_add_char(b, '\t');
	add_quoted(b, from);
	buf_add_format(b, " \"%s\";\n", to);
}

/* nginx keeps a key and some bytes in one bucket, and refuses to start where one is too
 * small. */
static size_t bucket_size(const struct site *site)
{
	size_t longest = 0, size = 128;
	for (size_t i = 0; i < site->n_redirects; i++) {
		size_t len = strlen(site->redirects[i].from);
		longest = len > longest ? len : longest;
	}
	while (size < 2 * (longest + strlen(site->config.base_path) + 32))
		size *= 2;
	return size;
}

/* Pairs with and without the last slash. */
static void add_pairs(struct buf *b, const char *from, const char *to)
{
	struct arena scratch = ARENA_PRIVATE;
	add_pair(b, without_slash(&scratch, from), to);
	add_pair(b, from, to);
	arena_release(&scratch);
}

void redirect_files_add_map(struct buf *b, const struct book *book)
{
	const struct site *site = book->site;
	struct arena scratch = ARENA_PRIVATE;
	enum language lang = site->config.messages;
	buf_add_format(b,
	               "%s#     map_hash_bucket_size %zu; map_hash_max_size %zu;\n"
	               "#     include …/redirections.nginx.conf;\n"
	               "%s#     if ($moved_to) { return 301 "
	               "$moved_to$is_args$args$moved_part; }\n"
	               "map $uri $moved_to {\n\tdefault \"\";\n",
	               sentence_text(SAY_NGINX_HTTP, lang), bucket_size(site),
	               2048 + 4 * site->n_redirects,
	               sentence_text(SAY_NGINX_SERVER, lang));
	for (size_t i = 0; i < site->n_redirects; i++) {
		const char *from = site->redirects[i].from;
		add_pairs(b, whole_path(&scratch, site, from),
		          whole_target(&scratch, book, i));
	}
	buf_add_string(b, "}\nmap $uri $moved_part {\n\tdefault \"\";\n");
	for (size_t i = 0; i < site->n_redirects; i++) {
		const char *id = book->connected->redirect_ids[i];
		if (id)
			add_pairs(b, whole_path(&scratch, site, site->redirects[i].from),
			          part(&scratch, id));
	}
	buf_add_string(b, "}\n");
	arena_release(&scratch);
}
