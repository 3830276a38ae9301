#ifndef THEME_VIEW_INTERNAL_H
#define THEME_VIEW_INTERNAL_H

/* What the files of the view share; nothing here is for others. */

#include "course/composed.h"
#include "theme/view.h"

extern const struct value_type view_page_type, view_nav_type, view_site_type,
	view_theme_type, view_term_type;

/* What was found out about a page. */
static inline const struct composed *view_composed(const struct view *view,
                                                   const struct page *page)
{
	return view->book->composed[page->number];
}

static inline const struct connected_page *view_connected(const struct view *view,
                                                          const struct page *page)
{
	return &view->book->connected->pages[page->number];
}

struct value view_page_list(const struct page_list *pages, struct view *view);
/* The terms that a page mentions. */
struct value view_terms(const struct page *page, struct view *view);
/* The address of a page as seen from the one being laid out. */
struct value view_address(const struct view *view, const struct page *page);
struct value view_contact_url(const struct view *view, const char *subject);

/* Ancestors, children, at most 40 siblings around the page. */
struct value view_near_navigation(struct view *view, const struct page *page);
struct value view_whole_navigation(struct view *view);
/* The way to a page: the home, then groups and pages above it. */
struct value view_ancestors(struct view *view, const struct page *page);

#endif
