#include "compose/publishable.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "data/filetypes.h"
#include "data/svg.h"
#include "source/source.h"

/* A drawing that this page shows, and what is wrong with it. */
struct drawing {
	const struct source_file *file;
	bool is_still;
	struct svg_fault fault;
};

static void report_fault(struct diag *d, const char *path, const struct svg_fault *fault,
                         struct place at)
{
	static const enum message messages[] = {
		[SVG_ACTIVE] = MSG_SVG_ACTIVE,       [SVG_ELSEWHERE] = MSG_SVG_ELSEWHERE,
		[SVG_ENCODING] = MSG_SVG_ENCODING,   [SVG_MALFORMED] = MSG_SVG_MALFORMED,
		[SVG_TOO_LARGE] = MSG_SVG_TOO_LARGE,
	};
	char line[24];
	snprintf(line, sizeof line, "%d", fault->line);
	diag_report(d, messages[fault->kind], at, path, line, fault->name, NULL);
}

/* The arena of the page keeps the fault; the drawing's bytes are gone when it returns. */
static struct drawing judge(const struct publishing *p, const struct source_file *file)
{
	struct drawing result = {.file = file, .is_still = true};
	const struct source *source = &p->site->source;
	struct arena scratch = ARENA_PRIVATE;
	struct bytes bytes;
	size_t size = 0;
	bool has_bytes = !source->tree || file->text.data;
	bool is_read = source_size(source, file, &size);
	if (is_read && size > LARGEST_SVG) {
		result.is_still = false;
		result.fault = (struct svg_fault){SVG_TOO_LARGE, 1, ""};
	} else if (has_bytes) {
		is_read = source_read(source, &scratch, file, LARGEST_SVG, &bytes);
		result.is_still = !is_read || svg_is_still(&scratch, bytes.data,
		                                           bytes.len, &result.fault);
		if (!result.is_still)
			result.fault.name = arena_string(p->arena, result.fault.name);
	}
	if (!is_read && has_bytes)
		diag_report_unread(
			p->diag, MSG_MACHINE_READ,
			path_join(&scratch, p->site->config.content, file->path), errno);
	arena_release(&scratch);
	return result;
}

static const struct drawing *find_drawing(struct publishing *p,
                                          const struct source_file *file)
{
	for (size_t i = 0; i < p->n_drawings; i++)
		if (p->drawings[i].file == file)
			return &p->drawings[i];
	struct drawing drawing = judge(p, file);
	ARRAY_ADD(p->arena, p->drawings, p->n_drawings, p->cap_drawings, drawing);
	return &p->drawings[p->n_drawings - 1];
}

/* The name that the site gives a file decides, as it is all that a server sees. */
bool publishable_check(struct publishing *p, const struct asset *asset, struct place at)
{
	const char *decisive, *path = asset->file->path;
	switch (file_type_of(asset->output, &decisive)) {
	case FILE_PASSIVE: return true;
	case FILE_DRAWING: {
		const struct drawing *drawing = find_drawing(p, asset->file);
		if (!drawing->is_still)
			report_fault(p->diag, path, &drawing->fault, at);
		return drawing->is_still;
	}
	case FILE_ACTIVE:
		diag_report(p->diag, MSG_FILE_ACTIVE, at, path, decisive, NULL);
		return false;
	case FILE_UNKNOWN: break;
	}
	if (*decisive)
		diag_report(p->diag, MSG_FILE_TYPE_UNKNOWN, at, path, decisive, NULL);
	else
		diag_report(p->diag, MSG_FILE_TYPE_NONE, at, path, NULL);
	return false;
}

bool publishable_check_bytes(const struct site *site, const struct asset *asset,
                             struct bytes bytes, struct diag *d)
{
	const char *decisive;
	struct arena scratch = ARENA_PRIVATE;
	struct svg_fault fault;
	bool ok = file_type_of(asset->output, &decisive) != FILE_DRAWING ||
	          svg_is_still(&scratch, bytes.data, bytes.len, &fault);
	struct place at = {path_join(&scratch, site->config.content, asset->file->path),
	                   0, 0};
	if (!ok)
		report_fault(d, asset->file->path, &fault, at);
	arena_release(&scratch);
	return ok;
}
