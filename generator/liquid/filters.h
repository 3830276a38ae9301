#ifndef LIQUID_FILTERS_H
#define LIQUID_FILTERS_H

/*
 * The filters, by what they work on: filters_text.c, filters_encode.c,
 * filters_list.c, filters_number.c. Their table is filters.c. Each filter
 * gets as many arguments as its row allows; those that were not given are nil.
 */

#include "liquid/template_internal.h"

/* Most filters need only some of their parameters. */
#define UNUSED __attribute__((unused))
#define FILTER(name)                                                                     \
	struct value filter_##name(UNUSED struct render *r, UNUSED struct value input,   \
	                           UNUSED const struct value *args, UNUSED size_t n)

FILTER(abs);
FILTER(append);
FILTER(at_least);
FILTER(at_most);
FILTER(base64_decode);
FILTER(base64_encode);
FILTER(base64_url_safe_decode);
FILTER(base64_url_safe_encode);
FILTER(capitalize);
FILTER(ceil);
FILTER(compact);
FILTER(concat);
FILTER(date);
FILTER(default);
FILTER(divided_by);
FILTER(downcase);
FILTER(escape);
FILTER(escape_once);
FILTER(find);
FILTER(find_index);
FILTER(first);
FILTER(floor);
FILTER(has);
FILTER(html);
FILTER(join);
FILTER(last);
FILTER(lstrip);
FILTER(map);
FILTER(minus);
FILTER(modulo);
FILTER(newline_to_br);
FILTER(plus);
FILTER(prepend);
FILTER(reject);
FILTER(remove);
FILTER(remove_first);
FILTER(remove_last);
FILTER(replace);
FILTER(replace_first);
FILTER(replace_last);
FILTER(reverse);
FILTER(round);
FILTER(rstrip);
FILTER(size);
FILTER(slice);
FILTER(sort);
FILTER(sort_natural);
FILTER(split);
FILTER(squish);
FILTER(strip);
FILTER(strip_html);
FILTER(strip_newlines);
FILTER(sum);
FILTER(times);
FILTER(truncate);
FILTER(truncatewords);
FILTER(uniq);
FILTER(upcase);
FILTER(url_decode);
FILTER(url_encode);
FILTER(where);

/* Whether what the filter makes of text may be HTML: it is, in templates that escape. */
bool filter_makes_html(const struct render *r);

#endif
