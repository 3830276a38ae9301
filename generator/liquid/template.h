#ifndef LIQUID_TEMPLATE_H
#define LIQUID_TEMPLATE_H

/*
 * Templates: Liquid, parsed once to a tree, rendered many times.
 *
 * Two differences with Liquid elsewhere, both deliberate:
 *  - escaping follows the type of the file: in .html and .xml text is escaped
 *    where it enters and HTML is not; in .json text is escaped as JSON; in
 *    other files nothing is;
 *  - names are strict: an unknown first name, filter or partial is an error
 *    with line, column and suggestion, found when parsing where it can be.
 * themes/README.md is the manual, with what is left out and why.
 *
 * In order: template_new and template_parse for each template; then, when
 * none is left to parse, template_check for each; then template_render, as
 * often as needed. Templates are only read then, by all workers.
 */

#include "base/buf.h"
#include "base/mem.h"
#include "data/value.h"
#include "words/diag.h"

struct template;

/* Where partials come from (`render "name"`), and what templates may name. */
struct template_source {
	/*
	 * The partial with this name, or NULL when there is none; called while
	 * parsing. It may parse the partial there and then: keep what template_new
	 * gave before calling template_parse, so that a partial which renders
	 * itself is found while it is being parsed.
	 */
	struct template *(*find)(void *context, const char *name);
	void *context;
	const char *const *partials; /* names, for suggestions */
	size_t n_partials;
	const char *const *globals; /* first names that every template sees */
	size_t n_globals;
	/* Liquid as others run it: unknown names are nil, no escaping, partials see no
	 * globals */
	bool is_lax;
};

/*
 * An empty template, which renders nothing. Everything is allocated in `a`;
 * `path` (as the author knows it; its end decides the escaping) and `src`
 * must outlive it.
 */
struct template *template_new(struct arena *a, const char *path, const char *src,
                              size_t len);

/*
 * Parses it. Errors are reported at path:line:column; what could be understood
 * can be rendered all the same. `source` must outlive the template.
 */
void template_parse(struct template *t, const struct template_source *source,
                    struct diag *d);

/*
 * Once all templates are parsed: reports each first name that is no global,
 * that the template does not set and that no `render` passes to it.
 */
void template_check(const struct template *t, struct diag *d);

/*
 * Renders into `out`. `globals` is a map or an object whose fields are the
 * globals; `env` is handed to the getters of objects. Scratch memory comes
 * from `a`. Faults found while rendering (a division by zero, HTML given to a
 * filter that would cut it) are reported; rendering goes on after them. False
 * when it had to stop: 64 renders within each other, 10 million steps, 64 MiB
 * of text.
 */
bool template_render(const struct template *t, struct value globals, void *env,
                     struct arena *a, struct buf *out, struct diag *d);

#endif
