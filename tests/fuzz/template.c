/*
 * Templates: the first byte chooses the type of the file, a line "====" starts
 * the partial "p". Rendering gives the same bytes twice; in a page, a text
 * never becomes a tag.
 */

#include "fuzz.h"

#include "data/yaml.h"
#include "liquid/template.h"

static const char data_yaml[] = "texte: 'a <q7> & \"b\" é'\nvide: ''\nnombre: -7\nmots: "
				"[un, deux, '<trois>', un]\n"
				"page: {title: '<b>Titre', list: [{n: 3, t: c}, {n: 1, "
				"t: a}, {n: 2}], on: true, date: 2026-01-31}\n";
static const char *const globals[] = {"texte", "vide", "nombre", "mots", "page"};
static const char *const partials[] = {"p"};
static const char *const paths[] = {"a.html", "a.json", "a.txt"};

struct case_ {
	struct arena arena;
	struct template_source source;
	struct template *partial;
};

static struct template *find(void *context, const char *name)
{
	return strcmp(name, "p") == 0 ? ((struct case_ *)context)->partial : NULL;
}

/* Ways to write a tag that are no fault: in the template itself, or on demand. */
static bool may_write_tags(const char *src)
{
	return strchr(src, '<') || strstr(src, "html") || strstr(src, "newline_to_br");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct case_ c = {.source = {.find = find,
	                                    .partials = partials,
	                                    .n_partials = 1,
	                                    .globals = globals,
	                                    .n_globals = 5}};
	if (size == 0)
		return 0;
	struct diag diag = {.arena = &c.arena};
	const char *path = paths[data[0] % 3];
	char *src = arena_copy(&c.arena, (const char *)data + 1, size - 1);
	char *split = strstr(src, "\n====\n");
	const char *rest = split ? split + 6 : "";
	size_t len = split ? (size_t)(split - src) : size - 1;
	bool is_escaped =
		path == paths[0] && !may_write_tags(src) && !memchr(src, '\0', size - 1);
	if (split)
		*split = '\0';

	c.source.context = &c;
	c.partial = template_new(&c.arena, path, rest, strlen(rest));
	struct template *t = template_new(&c.arena, path, src, len);
	template_parse(c.partial, &c.source, &diag);
	template_parse(t, &c.source, &diag);
	template_check(t, &diag);
	struct value values = yaml_parse(&c.arena, "data.yml", data_yaml,
	                                 sizeof data_yaml - 1, 1, &diag);
	struct buf out = buf_new(&c.arena), again = buf_new(&c.arena);
	bool ok = template_render(t, values, NULL, &c.arena, &out, &diag);
	REQUIRE(template_render(t, values, NULL, &c.arena, &again, &diag) == ok);
	REQUIRE(out.len == again.len &&
	        memcmp(buf_text(&out), buf_text(&again), out.len) == 0);
	REQUIRE(!is_escaped || !memchr(buf_text(&out), '<', out.len));
	arena_reset(&c.arena);
	return 0;
}
