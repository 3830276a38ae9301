#include "liquid/filters.h"

#include "base/mem.h"
#include "base/text.h"

/* The filters by name. Adding one is adding a row, and a function. */

#define ROW(name) #name, filter_##name

/* clang-format off */
static const struct filter filters[] = {
	/* name and function, least and most arguments, what it does with HTML, takes allow_false: */
	{ROW(abs),                      0, 0, HTML_AS_TEXT, false},
	{ROW(append),                   1, 1, HTML_MIXED,   false},
	{ROW(at_least),                 1, 1, HTML_AS_TEXT, false},
	{ROW(at_most),                  1, 1, HTML_AS_TEXT, false},
	{ROW(base64_decode),            0, 0, HTML_AS_TEXT, false},
	{ROW(base64_encode),            0, 0, HTML_AS_TEXT, false},
	{ROW(base64_url_safe_decode),   0, 0, HTML_AS_TEXT, false},
	{ROW(base64_url_safe_encode),   0, 0, HTML_AS_TEXT, false},
	{ROW(capitalize),               0, 0, HTML_REFUSED, false},
	{ROW(ceil),                     0, 0, HTML_AS_TEXT, false},
	{ROW(compact),                  0, 1, HTML_AS_TEXT, false},
	{ROW(concat),                   1, 1, HTML_AS_TEXT, false},
	{ROW(date),                     1, 1, HTML_REFUSED, false},
	{ROW(default),                  0, 1, HTML_AS_TEXT, true},
	{ROW(divided_by),               1, 1, HTML_AS_TEXT, false},
	{ROW(downcase),                 0, 0, HTML_REFUSED, false},
	{ROW(escape),                   0, 0, HTML_AS_TEXT, false},
	{ROW(escape_once),              0, 0, HTML_AS_TEXT, false},
	{ROW(find),                     1, 2, HTML_AS_TEXT, false},
	{ROW(find_index),               1, 2, HTML_AS_TEXT, false},
	{ROW(first),                    0, 0, HTML_AS_TEXT, false},
	{ROW(floor),                    0, 0, HTML_AS_TEXT, false},
	{"h", filter_escape,            0, 0, HTML_AS_TEXT, false},
	{ROW(has),                      1, 2, HTML_AS_TEXT, false},
	{ROW(html),                     0, 0, HTML_AS_TEXT, false},
	{ROW(join),                     0, 1, HTML_AS_TEXT, false},
	{ROW(last),                     0, 0, HTML_AS_TEXT, false},
	{ROW(lstrip),                   0, 0, HTML_MIXED,   false},
	{ROW(map),                      1, 1, HTML_AS_TEXT, false},
	{ROW(minus),                    1, 1, HTML_AS_TEXT, false},
	{ROW(modulo),                   1, 1, HTML_AS_TEXT, false},
	{ROW(newline_to_br),            0, 0, HTML_AS_TEXT, false},
	{ROW(plus),                     1, 1, HTML_AS_TEXT, false},
	{ROW(prepend),                  1, 1, HTML_MIXED,   false},
	{ROW(reject),                   1, 2, HTML_AS_TEXT, false},
	{ROW(remove),                   1, 1, HTML_MIXED,   false},
	{ROW(remove_first),             1, 1, HTML_MIXED,   false},
	{ROW(remove_last),              1, 1, HTML_MIXED,   false},
	{ROW(replace),                  1, 2, HTML_MIXED,   false},
	{ROW(replace_first),            1, 2, HTML_MIXED,   false},
	{ROW(replace_last),             2, 2, HTML_MIXED,   false},
	{ROW(reverse),                  0, 0, HTML_AS_TEXT, false},
	{ROW(round),                    0, 1, HTML_AS_TEXT, false},
	{ROW(rstrip),                   0, 0, HTML_MIXED,   false},
	{ROW(size),                     0, 0, HTML_AS_TEXT, false},
	{ROW(slice),                    1, 2, HTML_REFUSED, false},
	{ROW(sort),                     0, 1, HTML_AS_TEXT, false},
	{ROW(sort_natural),             0, 1, HTML_AS_TEXT, false},
	{ROW(split),                    1, 1, HTML_REFUSED, false},
	{ROW(squish),                   0, 0, HTML_REFUSED, false},
	{ROW(strip),                    0, 0, HTML_MIXED,   false},
	{ROW(strip_html),               0, 0, HTML_AS_TEXT, false},
	{ROW(strip_newlines),           0, 0, HTML_MIXED,   false},
	{ROW(sum),                      0, 1, HTML_AS_TEXT, false},
	{ROW(times),                    1, 1, HTML_AS_TEXT, false},
	{ROW(truncate),                 0, 2, HTML_REFUSED, false},
	{ROW(truncatewords),            0, 2, HTML_REFUSED, false},
	{ROW(uniq),                     0, 1, HTML_AS_TEXT, false},
	{ROW(upcase),                   0, 0, HTML_REFUSED, false},
	{ROW(url_decode),               0, 0, HTML_REFUSED, false},
	{ROW(url_encode),               0, 0, HTML_REFUSED, false},
	{ROW(where),                    1, 2, HTML_AS_TEXT, false},
};
/* clang-format on */

const struct filter *filter_find_row(struct slice name)
{
	for (size_t i = 0; i < COUNT(filters); i++)
		if (slice_is(name, filters[i].name))
			return &filters[i];
	return NULL;
}

const char *filter_nearest(const char *name)
{
	const char *names[COUNT(filters)];
	for (size_t i = 0; i < COUNT(filters); i++)
		names[i] = filters[i].name;
	return text_nearest(name, names, COUNT(filters));
}

bool filter_makes_html(const struct render *r)
{
	return r->here.template->escaping == ESCAPE_HTML;
}
