#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "course/front.h"
#include "course/site.h"
#include "report/report_markdown.h"
#include "words/message_names.h"

/* The pages whose facts are to be looked at again, in the order of their dates. A report
 * says the same on any day: which dates have passed is for its reader to see. */

static int compare_dates(const void *pa, const void *pb)
{
	const struct page *const *a = pa, *const *b = pb;
	int order = strcmp((*a)->front->review, (*b)->front->review);
	return order ? order : strcmp((*a)->shown_path, (*b)->shown_path);
}

static struct page_list pages_to_review(struct markdown *m)
{
	const struct site *site = m->r->site;
	struct page_list list = {0};
	for (size_t i = 0; i < site->n_listed; i++)
		if (site->pages[i].front->review)
			ARRAY_ADD(&m->arena, list.items, list.n, list.cap,
			          &site->pages[i]);
	if (list.n)
		qsort(list.items, list.n, sizeof *list.items, compare_dates);
	return list;
}

static void add_page(struct markdown *m, const struct page *page)
{
	fprintf(m->out, "- %s, ", page->front->review);
	markdown_code(m, page->shown_path);
	if (page->front->responsible) {
		fputs(" (", m->out);
		markdown_text(m, page->front->responsible);
		fputc(')', m->out);
	}
	fputc('\n', m->out);
}

void markdown_reviews(struct markdown *m)
{
	struct page_list list = pages_to_review(m);
	if (!list.n)
		return;
	markdown_heading(m, 2, markdown_say(m, SAY_REPORT_REVIEWS));
	bool is_folded = markdown_open_list(m, list.n, markdown_say(m, SAY_REPORT_PAGES));
	for (size_t i = 0; i < list.n; i++)
		add_page(m, list.items[i]);
	markdown_close_list(m, is_folded);
}
