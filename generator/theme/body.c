#include "theme/body.h"

#include "base/buf.h"
#include "base/text.h"

struct body_writer {
	struct buf out;
	const struct site *site;
	const struct composed *composed;
	const struct connected_page *connected;
	const char *root;
};

static void open_link(struct body_writer *w, const struct link *link,
                      const struct heading *to)
{
	buf_add_string(&w->out, "<a href=\"");
	buf_add_string(&w->out, w->root);
	buf_add_string(&w->out, w->site->pages[link->target].href);
	if (*to->id) {
		buf_add_char(&w->out, '#');
		text_add_fragment(&w->out, to->id, strlen(to->id));
	}
	buf_add_string(&w->out, "\">");
}

/* A link that leads to no heading of its page is plain text. */
static void write_ref(struct body_writer *w, const struct ref *ref)
{
	const struct link *link = &w->composed->links[ref->number];
	const struct heading *to = w->connected->leads_to[ref->number];
	const char *text =
		to && *to->text ? to->text : w->site->pages[link->target].title;
	switch ((enum ref_kind)ref->kind) {
	case REF_LINK_OPEN:
		if (to)
			open_link(w, link, to);
		break;
	case REF_LINK_TEXT: text_add_html(&w->out, text, strlen(text)); break;
	case REF_LINK_CLOSE: buf_add_string(&w->out, to ? "</a>" : ""); break;
	}
}

struct bytes body_write(const struct book *book, const struct page *page,
                        const char *root, struct arena *a)
{
	const struct composed *composed = book->composed[page->number];
	const struct body *body = &composed->body;
	struct body_writer w = {.out = buf_new(a),
	                        .site = book->site,
	                        .composed = composed,
	                        .connected = &book->connected->pages[page->number],
	                        .root = root};
	if (body->n_refs == 0)
		return (struct bytes){body->bytes, body->len};
	size_t at = 0;
	buf_reserve(&w.out, body->len + body->n_refs * 64);
	for (size_t i = 0; i < body->n_refs; i++) {
		buf_add(&w.out, body->bytes + at, body->refs[i].at - at);
		at = body->refs[i].at;
		write_ref(&w, &body->refs[i]);
	}
	buf_add(&w.out, body->bytes + at, body->len - at);
	return (struct bytes){buf_text(&w.out), w.out.len};
}
