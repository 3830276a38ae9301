/*
 * The frames that content/ecrire/modeles.md shows are the models of pages, word for word,
 * and the words that they leave to editors are those that `check` looks for.
 */

#include "../tap.h"

#include "base/file.h"
#include "check/placeholders.h"
#include "course/config.h"
#include "course/page_models.h"

/* A figure, which stands on a line with words that are known. */
static const char figure[] = "60";

/* Each « … » of a model, which writes an ordinary space inside them. */
static void check_words(const struct site *site, const char *at, const char *name)
{
	while ((at = strstr(at, "« "))) {
		const char *close = strstr(at, " »");
		if (!close)
			break;
		const char *text =
			arena_copy(site->arena, at + 3, (size_t)(close - at - 3));
		ok(strcmp(text, figure) == 0 ||
		           placeholder_is_known(site, text, strlen(text)),
		   "« %s » of %s is known", text, name);
		at = close;
	}
}

/* A frame, without the fences, is a model or its end. */
static bool is_frame_of(const char *frame, size_t len, struct bytes model)
{
	return len <= model.len && memcmp(model.data + model.len - len, frame, len) == 0;
}

static bool has_frame(const char *shown, struct bytes model)
{
	static const char fence[] = "```markdown\n";
	for (const char *at = shown; (at = strstr(at, fence));) {
		at += sizeof fence - 1;
		const char *end = strstr(at, "\n```\n");
		if (end && is_frame_of(at, (size_t)(end + 1 - at), model))
			return true;
	}
	return false;
}

static size_t count(const char *text, const char *part)
{
	size_t n = 0;
	for (; (text = strstr(text, part)); text++)
		n++;
	return n;
}

static void check_models(const struct site *site, const char *shown)
{
	size_t n = 0;
	for (int type = 0; type < N_WRITTEN_TYPES; type++) {
		struct bytes model = {"", 0};
		const char *name = page_kinds[type].name;
		ok(page_model_find(site, (enum page_type)type, &model),
		   "there is a model of %s", name);
		ok(has_frame(shown, model), "editors are shown the model of %s", name);
		n++;
		for (int i = 0; i < N_MODEL_ORIGINS * N_LANGUAGES; i++)
			if (page_model_read(site,
			                    (struct model_place){
						    (enum model_origin)(i / N_LANGUAGES),
						    (enum language)(i % N_LANGUAGES)},
			                    (enum page_type)type, &model))
				check_words(site, model.data, name);
	}
	ok(count(shown, "```markdown\n") == n, "and no other frame");
}

int main(void)
{
	struct mapping *mapping = mapping_open();
	struct arena a = mapping_arena(mapping);
	struct diag d = {.arena = &a};
	struct options options = {.root = "."};
	struct site site = {.arena = &a, .diag = &d, .options = &options};
	struct bytes manual = {"", 0};
	ok(file_read(&a, "content/ecrire/modeles.md", 1 << 20, &manual),
	   "the page of models can be read");
	config_read(&site);
	placeholders_read(&site);
	check_models(&site, manual.data);
	ok(!placeholder_is_known(&site, "à noter", strlen("à noter")),
	   "a quotation is not");
	ok(placeholder_is_whole(&site, "« Mot, au singulier »") &&
	           !placeholder_is_whole(&site, "« Mot, au singulier » et") &&
	           !placeholder_is_whole(&site, "«"),
	   "a title that is nothing else");
	mapping_close(mapping);
	return finish();
}
