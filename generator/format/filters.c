#include "format/filters.h"

#include "base/text.h"

/* The filters by name. Adding one is adding a row, and a function. */

/* clang-format off */
static const struct filter filters[] = {
	/* name, function, arguments: least, most, what it does with HTML */
	{"abs",                    filter_abs,                    0, 0, HTML_AS_TEXT, false},
	{"append",                 filter_append,                 1, 1, HTML_MIXED,   false},
	{"at_least",               filter_at_least,               1, 1, HTML_AS_TEXT, false},
	{"at_most",                filter_at_most,                1, 1, HTML_AS_TEXT, false},
	{"base64_decode",          filter_base64_decode,          0, 0, HTML_AS_TEXT, false},
	{"base64_encode",          filter_base64_encode,          0, 0, HTML_AS_TEXT, false},
	{"base64_url_safe_decode", filter_base64_url_safe_decode, 0, 0, HTML_AS_TEXT, false},
	{"base64_url_safe_encode", filter_base64_url_safe_encode, 0, 0, HTML_AS_TEXT, false},
	{"capitalize",             filter_capitalize,             0, 0, HTML_REFUSED, false},
	{"ceil",                   filter_ceil,                   0, 0, HTML_AS_TEXT, false},
	{"compact",                filter_compact,                0, 1, HTML_AS_TEXT, false},
	{"concat",                 filter_concat,                 1, 1, HTML_AS_TEXT, false},
	{"date",                   filter_date,                   1, 1, HTML_REFUSED, false},
	{"default",                filter_default,                0, 1, HTML_AS_TEXT, true},
	{"divided_by",             filter_divided_by,             1, 1, HTML_AS_TEXT, false},
	{"downcase",               filter_downcase,               0, 0, HTML_REFUSED, false},
	{"escape",                 filter_escape,                 0, 0, HTML_AS_TEXT, false},
	{"escape_once",            filter_escape_once,            0, 0, HTML_AS_TEXT, false},
	{"find",                   filter_find,                   1, 2, HTML_AS_TEXT, false},
	{"find_index",             filter_find_index,             1, 2, HTML_AS_TEXT, false},
	{"first",                  filter_first,                  0, 0, HTML_AS_TEXT, false},
	{"floor",                  filter_floor,                  0, 0, HTML_AS_TEXT, false},
	{"h",                      filter_escape,                 0, 0, HTML_AS_TEXT, false},
	{"has",                    filter_has,                    1, 2, HTML_AS_TEXT, false},
	{"html",                   filter_html,                   0, 0, HTML_AS_TEXT, false},
	{"join",                   filter_join,                   0, 1, HTML_AS_TEXT, false},
	{"last",                   filter_last,                   0, 0, HTML_AS_TEXT, false},
	{"lstrip",                 filter_lstrip,                 0, 0, HTML_MIXED,   false},
	{"map",                    filter_map,                    1, 1, HTML_AS_TEXT, false},
	{"minus",                  filter_minus,                  1, 1, HTML_AS_TEXT, false},
	{"modulo",                 filter_modulo,                 1, 1, HTML_AS_TEXT, false},
	{"newline_to_br",          filter_newline_to_br,          0, 0, HTML_AS_TEXT, false},
	{"plus",                   filter_plus,                   1, 1, HTML_AS_TEXT, false},
	{"prepend",                filter_prepend,                1, 1, HTML_MIXED,   false},
	{"reject",                 filter_reject,                 1, 2, HTML_AS_TEXT, false},
	{"remove",                 filter_remove,                 1, 1, HTML_MIXED,   false},
	{"remove_first",           filter_remove_first,           1, 1, HTML_MIXED,   false},
	{"remove_last",            filter_remove_last,            1, 1, HTML_MIXED,   false},
	{"replace",                filter_replace,                1, 2, HTML_MIXED,   false},
	{"replace_first",          filter_replace_first,          1, 2, HTML_MIXED,   false},
	{"replace_last",           filter_replace_last,           2, 2, HTML_MIXED,   false},
	{"reverse",                filter_reverse,                0, 0, HTML_AS_TEXT, false},
	{"round",                  filter_round,                  0, 1, HTML_AS_TEXT, false},
	{"rstrip",                 filter_rstrip,                 0, 0, HTML_MIXED,   false},
	{"size",                   filter_size,                   0, 0, HTML_AS_TEXT, false},
	{"slice",                  filter_slice,                  1, 2, HTML_REFUSED, false},
	{"sort",                   filter_sort,                   0, 1, HTML_AS_TEXT, false},
	{"sort_natural",           filter_sort_natural,           0, 1, HTML_AS_TEXT, false},
	{"split",                  filter_split,                  1, 1, HTML_REFUSED, false},
	{"strip",                  filter_strip,                  0, 0, HTML_MIXED,   false},
	{"strip_html",             filter_strip_html,             0, 0, HTML_AS_TEXT, false},
	{"strip_newlines",         filter_strip_newlines,         0, 0, HTML_MIXED,   false},
	{"sum",                    filter_sum,                    0, 1, HTML_AS_TEXT, false},
	{"times",                  filter_times,                  1, 1, HTML_AS_TEXT, false},
	{"truncate",               filter_truncate,               0, 2, HTML_REFUSED, false},
	{"truncatewords",          filter_truncatewords,          0, 2, HTML_REFUSED, false},
	{"uniq",                   filter_uniq,                   0, 1, HTML_AS_TEXT, false},
	{"upcase",                 filter_upcase,                 0, 0, HTML_REFUSED, false},
	{"url_decode",             filter_url_decode,             0, 0, HTML_REFUSED, false},
	{"url_encode",             filter_url_encode,             0, 0, HTML_REFUSED, false},
	{"where",                  filter_where,                  1, 2, HTML_AS_TEXT, false},
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
