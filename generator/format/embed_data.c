#include "format/embed_data.h"

#include <string.h>

#include "format/json.h"

/* A text of the map that says something; NULL: there is none. */
static const char *find_text(const struct value *data, const char *key)
{
	const struct value_entry *found = value_map_find(data->map, key, strlen(key));
	bool is_text = found && found->value.kind == VALUE_TEXT && *found->value.text;
	return is_text ? found->value.text : NULL;
}

void embed_data_unfold(struct arena *a, struct tag *tag)
{
	const char *json = attribute_find(tag->attributes, tag->n_attributes, "data");
	if (!json || attribute_find(tag->attributes, tag->n_attributes, "url"))
		return;
	struct diag quiet = {.arena = a};
	struct value data;
	if (!json_parse(a, NULL, json, strlen(json), &data, &quiet) ||
	    data.kind != VALUE_MAP)
		return;
	const char *url = find_text(&data, "url"), *title = find_text(&data, "title");
	if (!url)
		return;
	struct attribute *attributes =
		arena_array(a, tag->n_attributes + 2, sizeof *attributes);
	size_t n = 0;
	attributes[n++] = (struct attribute){"url", url};
	if (title)
		attributes[n++] = (struct attribute){"caption", title};
	memcpy(attributes + n, tag->attributes, tag->n_attributes * sizeof *attributes);
	tag->attributes = attributes;
	tag->n_attributes += n;
}
