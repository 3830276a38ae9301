/*
 * Runs Liquid test cases: liquid FILE.json…, TAP on the output.
 *
 * The files are of golden-liquid's form: {"tests": [{"name", "template",
 * "data", "templates", "result" or "results" or "invalid"}]}. A case runs in
 * lax mode, as other engines run it. "escaping": "html", "json" or "none"
 * asks for our own mode instead: strict names, escaping by type; what the data
 * holds under "html:name" is then HTML called `name`. "said" is all that must
 * be reported then, a line a message ("3:4: …", in French).
 *
 * --print writes what a case renders to, as JSON, for oracle.rb.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

#include "liquid/template.h"

enum { LARGEST_FILE = 16 << 20 };

struct run {
	struct arena arena;
	struct diag diag;
	struct template_source source;
	const struct value_map *test;
	struct map partials; /* name -> struct template */
};

static struct value get(const struct value_map *map, const char *key)
{
	const struct value_entry *entry = value_map_find(map, key, strlen(key));
	return entry ? entry->value : VALUE_NONE;
}

static const char *text_of(struct value v)
{
	return v.kind == VALUE_TEXT ? v.text : NULL;
}

/* --- the case as templates ------------------------------------------------------- */

static bool is_strict(const struct run *run)
{
	return get(run->test, "escaping").kind == VALUE_TEXT;
}

/* Partials have the type of the template that renders them. */
static const char *path_of(struct run *run, const char *name)
{
	const char *escaping = text_of(get(run->test, "escaping"));
	return arena_format(&run->arena, "%s.%s", name, escaping ? escaping : "txt");
}

static struct template *find_partial(void *context, const char *name)
{
	struct run *run = context;
	struct template *t = map_find_string(&run->partials, name);
	struct value templates = get(run->test, "templates");
	if (t || templates.kind != VALUE_MAP)
		return t;
	struct value src = get(templates.map, name);
	if (src.kind != VALUE_TEXT)
		return NULL;
	t = template_new(&run->arena, path_of(run, name), src.text, src.len);
	map_put_string(&run->partials, arena_string(&run->arena, name), t);
	template_parse(t, &run->source, &run->diag);
	return t;
}

/* The data, with HTML where a key asks for it. */
static struct value globals_of(struct run *run)
{
	struct value data = get(run->test, "data");
	if (data.kind != VALUE_MAP || !is_strict(run))
		return data;
	struct value_map *globals = arena_alloc(&run->arena, sizeof *globals);
	for (size_t i = 0; i < data.map->n; i++) {
		struct value_entry e = data.map->entries[i];
		if (strncmp(e.key, "html:", 5) == 0 && e.value.kind == VALUE_TEXT)
			value_map_add(&run->arena, globals, e.key + 5,
			              value_html(e.value.text, e.value.len));
		else
			value_map_add(&run->arena, globals, e.key, e.value);
	}
	return value_of_map(globals);
}

static const char **keys_of(struct run *run, struct value map, size_t *n)
{
	*n = map.kind == VALUE_MAP ? map.map->n : 0;
	const char **keys = arena_array(&run->arena, *n, sizeof *keys);
	for (size_t i = 0; i < *n; i++)
		keys[i] = map.map->entries[i].key;
	return keys;
}

static void check_partials(struct run *run)
{
	struct value templates = get(run->test, "templates");
	for (size_t i = 0; templates.kind == VALUE_MAP && i < templates.map->n; i++) {
		struct template *t =
			map_find_string(&run->partials, templates.map->entries[i].key);
		if (t)
			template_check(t, &run->diag);
	}
}

static struct buf render(struct run *run)
{
	struct value src = get(run->test, "template"), globals = globals_of(run);
	struct buf out = buf_new(&run->arena);
	run->source = (struct template_source){
		.find = find_partial,
		.context = run,
		.is_lax = !is_strict(run),
	};
	run->source.globals = keys_of(run, globals, &run->source.n_globals);
	run->source.partials =
		keys_of(run, get(run->test, "templates"), &run->source.n_partials);
	if (src.kind != VALUE_TEXT)
		src = value_text("");
	struct template *t =
		template_new(&run->arena, path_of(run, "test"), src.text, src.len);
	template_parse(t, &run->source, &run->diag);
	template_check(t, &run->diag);
	check_partials(run);
	template_render(t, globals, NULL, &run->arena, &out, &run->diag);
	return out;
}

/* --- what was expected ----------------------------------------------------------- */

static const char *findings_of(struct run *run)
{
	struct buf b = buf_new(&run->arena);
	diag_sort(&run->diag);
	for (size_t i = 0; i < run->diag.n; i++) {
		const struct finding *f = &run->diag.findings[i];
		const char *help = finding_help(&run->arena, f, LANGUAGE_FR);
		if (strncmp(f->at.path, "test.", 5) != 0)
			buf_add_format(&b, "%s:", f->at.path);
		buf_add_format(&b, "%d:%d: %s%s%s\n", f->at.line, f->at.column,
		               finding_text(&run->arena, f, LANGUAGE_FR),
		               help ? " — " : "", help ? help : "");
	}
	return buf_text(&b);
}

static bool is_expected(const struct run *run, const struct buf *out)
{
	struct value result = get(run->test, "result"),
		     results = get(run->test, "results");
	if (result.kind == VALUE_TEXT)
		return result.len == out->len &&
		       memcmp(result.text, buf_text(out), out->len) == 0;
	for (size_t i = 0; results.kind == VALUE_LIST && i < results.list->n; i++) {
		const struct value *v = &results.list->items[i];
		if (v->len == out->len && memcmp(v->text, buf_text(out), out->len) == 0)
			return true;
	}
	return false;
}

static bool passes(struct run *run, const struct buf *out, const char *said)
{
	const char *wanted = text_of(get(run->test, "said"));
	if (wanted && strcmp(wanted, said) != 0)
		return false;
	struct value result = get(run->test, "result");
	if (wanted && result.kind != VALUE_TEXT)
		return true;
	if (get(run->test, "invalid").boolean)
		return *said;
	return is_expected(run, out) && (wanted || !*said);
}

/* --- reports --------------------------------------------------------------------- */

static void print_lines(const char *what, const char *text)
{
	printf("# %s:\n", what);
	for (const char *end; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		printf("#   %.*s\n", (int)(end - text), text);
	}
}

static void explain(struct run *run, const struct buf *out, const char *said)
{
	struct value wanted = get(run->test, "result");
	const char *wanted_said = text_of(get(run->test, "said"));
	print_lines("template", text_of(get(run->test, "template")));
	print_lines("rendered", buf_text(out));
	print_lines("wanted", wanted.kind == VALUE_TEXT ? wanted.text : "(see the case)");
	print_lines("said", said);
	if (wanted_said)
		print_lines("wanted to be said", wanted_said);
}

static void print_case(struct run *run, const struct buf *out, const char *said)
{
	struct buf b = buf_new(&run->arena);
	text_add_json(&b, buf_text(out), out->len);
	printf("{\"is_strict\": %s, \"is_invalid\": %s, \"rendered\": \"%s\"}\n",
	       is_strict(run) ? "true" : "false", *said ? "true" : "false", buf_text(&b));
}

static bool run_case(const struct value_map *test, int number, bool is_printed)
{
	struct run run = {.arena = ARENA_PRIVATE, .test = test};
	run.diag.arena = &run.arena;
	run.partials = map_new(&run.arena);
	struct buf out = render(&run);
	const char *said = findings_of(&run), *name = text_of(get(test, "name"));
	bool ok = passes(&run, &out, said);
	if (is_printed) {
		print_case(&run, &out, said);
	} else {
		printf("%sok %d - %s\n", ok ? "" : "not ", number, name ? name : "");
		if (!ok)
			explain(&run, &out, said);
	}
	arena_release(&run.arena);
	return ok;
}

/* The list of tests of a file; exits when there is none. */
static const struct value_list *read_tests(struct arena *a, const char *path)
{
	struct bytes file;
	if (!file_read(a, path, LARGEST_FILE, &file)) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(2);
	}
	struct value document = json_read(a, path, &file);
	struct value tests =
		document.kind == VALUE_MAP ? get(document.map, "tests") : VALUE_NONE;
	if (tests.kind != VALUE_LIST) {
		fprintf(stderr, "%s: holds no tests\n", path);
		exit(2);
	}
	return tests.list;
}

int main(int argc, char **argv)
{
	struct arena arena = ARENA_PRIVATE;
	bool is_printed = argc > 1 && strcmp(argv[1], "--print") == 0;
	int n = 0, n_failed = 0;
	for (int i = 1 + is_printed; i < argc; i++) {
		const struct value_list *tests = read_tests(&arena, argv[i]);
		for (size_t j = 0; j < tests->n; j++)
			if (tests->items[j].kind == VALUE_MAP)
				n_failed +=
					!run_case(tests->items[j].map, ++n, is_printed);
	}
	if (!is_printed)
		printf("1..%d\n", n);
	arena_release(&arena);
	return n_failed && !is_printed ? 1 : 0;
}
