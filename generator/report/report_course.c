#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "course/site.h"
#include "report/report_gitbook.h"
#include "report/report_markdown.h"
#include "words/diag.h"
#include "words/message_names.h"

/* What a report says of the course as a whole: addresses, hidden pages, what differs from
 * GitBook. */

/* The address that a page's file would give. */
static const char *place_of_file(struct markdown *m, const struct page *page)
{
	const char *path = page->path;
	size_t len = strlen(path) - strlen(".md");
	bool is_readme = strcmp(path_name(path), "README.md") == 0;
	if (is_readme)
		return path_folder(&m->arena, path);
	bool is_files = m->r->site->config.addresses == ADDRESSES_FILES;
	return arena_format(&m->arena, "%.*s%s", (int)len, path,
	                    is_files ? ".html" : "/");
}

static void add_pair(struct markdown *m, const char *from, const char *to)
{
	fputs("- ", m->out);
	markdown_code(m, from);
	fputs(" → ", m->out);
	markdown_code(m, *to ? to : "/");
	fputc('\n', m->out);
}

void markdown_addresses(struct markdown *m)
{
	const struct site *site = m->r->site;
	size_t n = 0;
	for (size_t i = 0; i < site->n_listed; i++)
		n += strcmp(place_of_file(m, &site->pages[i]), site->pages[i].address) !=
		     0;
	markdown_heading(m, 2, markdown_say(m, SAY_REPORT_ADDRESSES));
	m->is_below_heading = false;
	markdown_counts(m, SAY_REPORT_ADDRESSES_COUNTS, (size_t[]){site->n_listed - n, n},
	                2);
	m->is_below_heading = n == 0; /* a blank line was left */
	bool is_folded =
		markdown_open_list(m, n, markdown_say(m, SAY_REPORT_ADDRESSES_OTHER));
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (strcmp(place_of_file(m, page), page->address) != 0)
			add_pair(m, page->path, page->address);
	}
	markdown_close_list(m, is_folded);
}

void markdown_redirects(struct markdown *m)
{
	const struct site *site = m->r->site;
	size_t n = 0, n_dead = 0;
	for (size_t i = 0; i < site->n_redirects; i++)
		n += !site->redirects[i].is_of_file;
	for (size_t i = 0; i < m->n; i++)
		n_dead += strcmp(message_code(m->items[i].finding->message),
		                 "redirection-morte") == 0;
	if (n + n_dead == 0)
		return;
	markdown_heading(m, 2, markdown_say(m, SAY_REPORT_REDIRECTS));
	m->is_below_heading = false;
	markdown_counts(m, SAY_REPORT_REDIRECTS_COUNTS, (size_t[]){n, n_dead}, 2);
	m->is_below_heading = n == 0;
	bool is_folded =
		markdown_open_list(m, n, markdown_say(m, SAY_REPORT_REDIRECTS_LIVING));
	for (size_t i = 0; i < site->n_redirects; i++)
		if (!site->redirects[i].is_of_file)
			add_pair(m, site->redirects[i].from,
			         site->redirects[i].to->address);
	markdown_close_list(m, is_folded);
}

size_t markdown_count_hidden(const struct site *site)
{
	size_t n = 0;
	for (size_t i = 0; i < site->n_listed; i++)
		n += site->pages[i].state == STATE_HIDDEN;
	return n;
}

void markdown_hidden(struct markdown *m)
{
	const struct site *site = m->r->site;
	size_t n = markdown_count_hidden(site);
	if (!n)
		return;
	markdown_heading(m, 3, markdown_say(m, SAY_REPORT_HIDDEN));
	m->is_below_heading = false;
	fputs(markdown_say(m, SAY_REPORT_HIDDEN_WHY), m->out);
	bool is_folded = markdown_open_list(m, n, markdown_say(m, SAY_REPORT_HIDDEN));
	for (size_t i = 0; i < site->n_listed; i++)
		if (site->pages[i].state == STATE_HIDDEN)
			add_pair(m, site->pages[i].shown_path, site->pages[i].address);
	markdown_close_list(m, is_folded);
}

void markdown_differences(struct markdown *m)
{
	struct difference found[N_DIFFERENCES];
	bool is_first = true;
	m->is_below_heading = false;
	report_differences(m->r->site, &m->arena, found);
	for (size_t i = 0; i < N_DIFFERENCES; i++) {
		const struct page_list *pages = &found[i].pages;
		if (!pages->n)
			continue;
		if (is_first)
			markdown_heading(m, 2, markdown_say(m, SAY_REPORT_DIFFERENCES));
		is_first = false;
		fprintf(m->out, "%s\n\n", markdown_say(m, found[i].text));
		bool is_folded = markdown_open_list(
			m, pages->n, markdown_say(m, SAY_REPORT_DIFFERENCES_PAGES));
		for (size_t k = 0; k < pages->n; k++) {
			fputs("- ", m->out);
			markdown_code(m, pages->items[k]->shown_path);
			fputc('\n', m->out);
		}
		markdown_close_list(m, is_folded);
		fputc('\n', m->out);
	}
}
