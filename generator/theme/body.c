#include "theme/body.h"

#include "base/buf.h"
#include "base/text.h"
#include "course/composed.h"

enum { DEEPEST_HEADING = 6 };

struct body_writer {
	struct buf out;
	const struct edition *edition;
	const struct body_range *range;
	struct edition_page shown;
	const struct composed *composed;
	const struct connected_page *connected;
	size_t ref, part; /* the next ones: both stand in their order */
	bool is_mute;     /* within the tag of a link that leads nowhere */
};

/* Where a link leads; NULL: nowhere, it is plain text. */
static const struct heading *target_of(const struct body_writer *w, size_t link)
{
	struct edition_page shown = edition_page(
		w->edition,
		&w->edition->book->site->pages[w->composed->links[link].target]);
	if (shown.is_outside && !w->edition->outside)
		return NULL;
	return w->connected->leads_to[link];
}

static void write_link(struct body_writer *w, const struct ref *ref)
{
	const struct link *link = &w->composed->links[ref->number];
	const struct page *page = &w->edition->book->site->pages[link->target];
	const struct heading *to = target_of(w, ref->number);
	const struct heading *named = w->connected->leads_to[ref->number];
	const char *text = named && *named->text ? named->text : page->title;
	switch ((enum ref_kind)ref->kind) {
	case REF_LINK_OPEN: w->is_mute = !to; break;
	case REF_LINK_ADDRESS:
		if (to)
			edition_add_address(
				w->edition, &w->out,
				(struct edition_target){page, *to->id ? to->id : NULL},
				w->range->root);
		break;
	case REF_LINK_TEXT: text_add_html(&w->out, text, strlen(text)); break;
	case REF_LINK_CLOSE: buf_add_string(&w->out, to ? "</a>" : ""); break;
	default: w->is_mute = false;
	}
}

/* Deeper headings than HTML has say their level. */
static void write_heading(struct body_writer *w, const struct ref *ref)
{
	int level = (int)ref->number + w->shown.shift;
	bool opens = ref->kind == REF_HEADING_OPEN;
	if (level > DEEPEST_HEADING && opens) {
		buf_add_format(&w->out, "<div role=\"heading\" aria-level=\"%d\"", level);
	} else if (level > DEEPEST_HEADING) {
		buf_add_string(&w->out, "</div>");
	} else {
		buf_add_string(&w->out, opens ? "<h" : "</h");
		buf_add_char(&w->out, (char)('0' + level));
		buf_add_string(&w->out, opens ? "" : ">");
	}
}

static void write_ref(struct body_writer *w, const struct ref *ref)
{
	const struct site *site = w->edition->book->site;
	switch ((enum ref_kind)ref->kind) {
	case REF_ASSET:
		buf_add_string(&w->out, w->range->root);
		text_add_url(&w->out, site->assets[ref->number].output,
		             strlen(site->assets[ref->number].output));
		break;
	case REF_BLOCK: break; /* for who asks where it comes from */
	case REF_ROOT: buf_add_string(&w->out, w->range->root); break;
	case REF_ID: buf_add_string(&w->out, w->shown.prefix); break;
	case REF_TITLE_ID:
		if (w->edition->pages)
			buf_add_format(&w->out, "%s%s", w->shown.prefix,
			               composed_title_id);
		break;
	case REF_HEADING_OPEN:
	case REF_HEADING_CLOSE: write_heading(w, ref); break;
	case REF_FOOTNOTE:
		buf_add_number(&w->out, ref->number + w->shown.first_footnote);
		break;
	case REF_TABLE:
		buf_add_number(&w->out, ref->number + w->shown.first_table);
		break;
	case REF_CODE: buf_add_number(&w->out, ref->number + w->shown.first_code); break;
	default: write_link(w, ref);
	}
}

/* The next byte before which a part begins that is left out. */
static size_t next_part(struct body_writer *w, size_t at)
{
	const struct body *body = &w->composed->body;
	const struct part *parts = body->parts;
	unsigned left_out = w->range->left_out;
	while (w->part < body->n_parts &&
	       (parts[w->part].from < at || !(left_out & 1u << parts[w->part].kind)))
		w->part++;
	return left_out && w->part < body->n_parts && parts[w->part].from < w->range->to
	               ? parts[w->part].from
	               : w->range->to;
}

/* Most references are to ids: in the site they are what they are. */
static inline bool writes_nothing(const struct body_writer *w, const struct ref *ref)
{
	return !w->edition->pages && (ref->kind == REF_ID || ref->kind == REF_TITLE_ID ||
	                              ref->kind == REF_BLOCK);
}

/* Bytes without a part that is left out, and the references among them. */
static void write_range(struct body_writer *w, size_t at, size_t to)
{
	const struct body *body = &w->composed->body;
	while (w->ref < body->n_refs && body->refs[w->ref].at < at)
		w->ref++;
	for (; w->ref < body->n_refs && body->refs[w->ref].at < to; w->ref++) {
		const struct ref *ref = &body->refs[w->ref];
		if (writes_nothing(w, ref))
			continue;
		if (!w->is_mute)
			buf_add(&w->out, body->bytes + at, ref->at - at);
		at = ref->at;
		write_ref(w, ref);
	}
	buf_add(&w->out, body->bytes + at, to - at);
}

/* The number of the first reference that is not before `at`. */
static size_t first_ref(const struct body *body, size_t at)
{
	size_t low = 0, high = body->n_refs;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (body->refs[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct body_range body_whole(const struct book *book, const struct page *page,
                             const char *root)
{
	size_t len = book->composed[page->number]->body.len;
	return (struct body_range){.page = page, .root = root, .to = len};
}

struct bytes body_write(const struct edition *e, const struct body_range *range,
                        struct arena *a)
{
	size_t number = range->page->number;
	struct body_writer w = {.out = buf_new(a),
	                        .edition = e,
	                        .range = range,
	                        .shown = edition_page(e, range->page),
	                        .composed = e->book->composed[number],
	                        .connected = &e->book->connected->pages[number]};
	const struct body *body = &w.composed->body;
	if (body->n_refs == 0 && body->n_parts == 0)
		return (struct bytes){body->bytes, body->len};
	w.ref = first_ref(body, range->from);
	buf_reserve(&w.out,
	            range->to - range->from + (first_ref(body, range->to) - w.ref) * 16);
	for (size_t at = range->from; at < range->to;) {
		size_t to = next_part(&w, at);
		write_range(&w, at, to);
		at = to < range->to ? body->parts[w.part++].to : to;
	}
	return (struct bytes){buf_text(&w.out), w.out.len};
}
