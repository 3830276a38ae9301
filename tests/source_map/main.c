/*
 * build/tests/source_map FOLDER: whether what a page says of its sources is true.
 *
 * Behind the reference that each block leaves in the body, its first word is read as
 * readers see it, and looked for on the lines that the block names; the bytes of each
 * destination are read as an address, and must lead to its target. Prints what is wrong
 * and how much was looked at; status 1: something was wrong, or too little was found.
 */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "course/find.h"
#include "markup/rawhtml.h"
#include "settle/destinations.h"
#include "site/stages.h"

struct checking {
	struct arena a;
	struct stages *s;
	const struct page *page;
	const struct composed *c;
	struct bytes *files;
	size_t n_words, n_blocks, n_targets, n_destinations, n_lost, n_wrong;
};

static struct bytes read_file(struct checking *x, const char *path)
{
	struct bytes bytes = {"", 0};
	const struct source_file *file = source_find(&x->s->site.source, path);
	if (file)
		source_read(&x->s->site.source, &x->a, file, LARGEST_PAGE, &bytes);
	return bytes;
}

static const char *next_line(const char *at, const char *end)
{
	const char *stop = text_line_end(at, end);
	return stop ? stop + 1 : end;
}

/* The lines of a block, folded. */
static const char *block_lines(struct checking *x, const struct block *b)
{
	const struct bytes *file = &x->files[b->file];
	const char *at = file->data, *end = file->data + file->len;
	for (int line = 1; line < b->first && at < end; line++)
		at = next_line(at, end);
	const char *from = at;
	for (int line = b->first; line <= b->last && at < end; line++)
		at = next_line(at, end);
	size_t len;
	const char *text = html_decode(&x->a, from, (size_t)(at - from), &len);
	return text_fold(&x->a, text);
}

/* The first word that the block's text starts with, folded; "": it starts otherwise. */
static const char *first_word(struct checking *x, size_t at)
{
	const struct body *body = &x->c->body;
	const char *text = body->bytes + at, *end = body->bytes + body->len;
	const char *close = memchr(text, '>', (size_t)(end - text));
	if (!close)
		return "";
	for (text = close + 1; text < end && text_is_blank_byte(*text); text++)
		;
	const char *stop = text;
	while (stop < end && (unsigned char)*stop < 0x80 &&
	       (text_is_letter((unsigned char)*stop) ||
	        text_is_digit((unsigned char)*stop)))
		stop++;
	if (stop < end && *stop == '=') /* of a heading's tag, which a reference opens */
		return "";
	return text_fold(&x->a, arena_copy(&x->a, text, (size_t)(stop - text)));
}

/* Words that the generator adds, or takes from elsewhere, are not looked for. */
static bool says_own_words(const struct block *b)
{
	static const bool kinds[N_BLOCK_KINDS] = {[BLOCK_PARAGRAPH] = true,
	                                          [BLOCK_HEADING] = true,
	                                          [BLOCK_ITEM] = true,
	                                          [BLOCK_QUOTE] = true,
	                                          [BLOCK_HTML] = true};
	return kinds[b->kind];
}

static void check_block(struct checking *x, const struct ref *ref)
{
	const struct block *b = &x->c->blocks[ref->number];
	const char *word = says_own_words(b) ? first_word(x, ref->at) : "";
	x->n_blocks++;
	if (!*word)
		return;
	x->n_words++;
	if (strstr(block_lines(x, b), word))
		return;
	x->n_wrong++;
	printf("%s: a block of lines %d to %d of %s does not say \"%s\"\n", x->page->path,
	       b->first, b->last, x->c->files[b->file], word);
}

/* What an author would read there: escapes and entities, then percents. */
static const char *address_at(struct checking *x, const struct destination *d)
{
	const char *at = x->files[d->file].data + d->start;
	size_t len = d->end - d->start, n = 0;
	char *text = arena_copy(&x->a, at, len);
	for (size_t i = 0; d->kind != DESTINATION_HTML && i < len; i++) {
		i += text[i] == '\\' && i + 1 < len &&
		     strchr("_()[]\\*&#.-!~`", text[i + 1]);
		text[n++] = text[i];
	}
	n = d->kind == DESTINATION_HTML ? len : n;
	const char *decoded = html_decode(&x->a, text, n, &len);
	len = strcspn(decoded, "?#");
	const char *path = text_decode_url(&x->a, decoded, len);
	return path + strspn(path, " ");
}

static void check_destination(struct checking *x, const struct destination *d)
{
	const struct site *site = &x->s->site;
	x->n_destinations++;
	if (d->target == NO_TARGET)
		return;
	const char *written = address_at(x, d), *from = x->c->files[d->file];
	if (strstr(written, "://") || text_starts(written, "//") || !*written)
		return;
	x->n_targets++;
	const char *path = path_resolve(&x->a, from, written);
	const struct source_file *target = &site->source.files[d->target];
	const struct source_file *found = path ? site_find_file(site, path) : NULL;
	/* What climbs out of the space names a file of its .gitbook/assets all the same.
	 */
	const char *asset = strstr(written, ".gitbook/assets/");
	bool is_asset = asset && strcmp(asset, target->path) == 0;
	if (found == target || d->kind == DESTINATION_INCLUDE || is_asset ||
	    (path && text_same(path, target->path)))
		return;
	x->n_wrong++;
	printf("%s: bytes %u to %u of %s do not lead to %s: \"%s\"\n", x->page->path,
	       d->start, d->end, from, target->path, written);
}

static void check_page(struct checking *x, const struct page *page)
{
	const struct composed *c = x->s->composed[page->number];
	arena_reset(&x->a);
	x->page = page;
	x->c = c;
	x->files = arena_array(&x->a, c->n_files + 1, sizeof *x->files);
	for (size_t i = 0; i < c->n_files; i++)
		x->files[i] = read_file(x, c->files[i]);
	for (size_t i = 0; i < c->body.n_refs; i++)
		if (c->body.refs[i].kind == REF_BLOCK)
			check_block(x, &c->body.refs[i]);
	for (size_t i = 0; i < c->n_destinations; i++)
		check_destination(x, &c->destinations[i]);
	x->n_lost += c->n_lost_destinations;
}

int main(int argc, char **argv)
{
	struct options options = {.root = argc > 1 ? argv[1] : ".",
	                          .out = "build/site",
	                          .jobs = 0,
	                          .page_seconds = 60,
	                          .wants_sections = true,
	                          .wants_source_map = true};
	struct stages s;
	stages_open(&s, &options);
	stages_load(&s); /* without a theme, too */
	if (s.site.n_pages == 0 || !stages_compose(&s)) {
		puts("no course");
		stages_close(&s);
		return 2;
	}
	struct checking x = {.s = &s};
	for (size_t i = 0; i < s.site.n_pages; i++)
		if (s.site.pages[i].path)
			check_page(&x, &s.site.pages[i]);
	bool is_found = x.n_lost * 100 <= x.n_destinations + x.n_lost;
	printf("%zu blocks, %zu of them by a word; %zu destinations, %zu of them by "
	       "their target; %zu not found\n",
	       x.n_blocks, x.n_words, x.n_destinations, x.n_targets, x.n_lost);
	arena_release(&x.a);
	stages_close(&s);
	return x.n_wrong || !is_found;
}
