#include "theme/labels.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "data/yaml.h"
#include "french/locale.h"
#include "words/diag.h"
#include "words/language.h"
#include "words/message_names.h"
#include "words/reason.h"
#include "words/sentence.h"

enum { LARGEST_LABELS = 1 << 20, MOST_NAMED = 6 };

/* Where the words of a language without a file are looked for, in order. */
static const char *const substitutes[] = {"en", "fr"};

static struct value part_of(struct value file, const char *name)
{
	const struct value_entry *e =
		file.kind == VALUE_MAP ? value_map_find(file.map, name, strlen(name))
				       : NULL;
	return e ? e->value : VALUE_NONE;
}

static const char *find_word(struct value words, enum label label, struct arena *a)
{
	struct label_key key = label_key(label);
	struct value v = part_of(words, key.name);
	if (key.item == 0)
		return value_scalar(a, &v);
	if (v.kind != VALUE_LIST || key.item > v.list->n)
		return NULL;
	return value_scalar(a, &v.list->items[key.item - 1]);
}

size_t labels_fill(struct labels *labels, struct value file, struct arena *a)
{
	struct value words = part_of(file, "words");
	size_t n_missing = 0;
	for (int i = 0; i < N_LABELS; i++) {
		if (!labels->text[i])
			labels->text[i] = find_word(words, (enum label)i, a);
		n_missing += !labels->text[i];
	}
	return n_missing;
}

void labels_finish(struct labels *labels, struct arena *a)
{
	for (int i = 0; i < N_LABELS; i++) {
		if (!labels->text[i])
			labels->text[i] = label_key((enum label)i).name;
		struct buf b = buf_new(a);
		text_add_attr(&b, labels->text[i], strlen(labels->text[i]));
		labels->html[i] = buf_text(&b);
	}
}

/* The file of a language in the theme that comes with the program. */
static struct value read_supplied(struct site *site, const char *code)
{
	struct bytes bytes;
	struct diag quiet = {.arena = site->arena};
	const char *name = arena_format(site->arena, "themes/cours/labels.%s.yml", code);
	const char *path = file_beside_program(site->arena, name);
	if (!path || !file_read(site->arena, path, LARGEST_LABELS, &bytes)) {
		if (!reason_is_absence(errno))
			diag_report_unread(site->diag, MSG_MACHINE_READ, name, errno);
		return VALUE_NONE;
	}
	return yaml_parse(site->arena, path, bytes.data, bytes.len, 1, &quiet);
}

/* The keys that nothing was found for, each once: "words.tab, words.months …". */
static const char *missing_names(const struct labels *labels, struct arena *a)
{
	struct buf b = buf_new(a);
	const char *last = "";
	int n = 0;
	for (int i = 0; i < N_LABELS && n <= MOST_NAMED; i++) {
		const char *name = label_key((enum label)i).name;
		if (labels->text[i] || strcmp(name, last) == 0)
			continue;
		last = name;
		n++;
		if (n <= MOST_NAMED)
			buf_add_format(&b, "%swords.%s", n > 1 ? ", " : "", name);
		else
			buf_add_string(&b, "…");
	}
	return buf_text(&b);
}

/* The words of a language, of which the theme has this file (none: nil). */
static const struct labels *make(struct theme *theme, struct site *site, const char *code,
                                 struct value file)
{
	struct arena *a = site->arena;
	struct labels *labels = arena_alloc(a, sizeof *labels);
	size_t n = labels_fill(labels, file, a);
	if (n > 0)
		n = labels_fill(labels, read_supplied(site, code), a);
	if (n > 0) {
		const char *name = arena_format(a, "labels.%s.yml", code);
		const char *path = path_join(a, theme->folder, name);
		diag_report(site->diag, MSG_WORDS_MISSING, (struct place){path, 0, 0},
		            code, missing_names(labels, a), NULL);
	}
	for (size_t i = 0; n > 0 && i < COUNT(substitutes); i++)
		n = labels_fill(labels, read_supplied(site, substitutes[i]), a);
	labels_finish(labels, a);
	return labels;
}

static struct value read_file(struct theme *theme, struct site *site, const char *code)
{
	return theme_read_yaml(theme, site,
	                       arena_format(site->arena, "labels.%s.yml", code));
}

static void keep(struct theme *theme, struct site *site, const char *code,
                 const struct labels *labels)
{
	ARRAY_ADD(site->arena, theme->words, theme->n_words, theme->cap_words,
	          (struct theme_words){code, labels});
}

static bool has_words(struct value file)
{
	return file.kind == VALUE_MAP;
}

/* The language whose words are shown, and the theme's file for it. A theme without any
 * file shows what the program has. */
static const char *choose(struct theme *theme, struct site *site, struct value *file)
{
	const char *own = locale_code(site->arena, site->config.language);
	const char *const codes[] = {own, substitutes[0], substitutes[1]};
	for (size_t i = 0; i < COUNT(codes); i++) {
		*file = read_file(theme, site, codes[i]);
		if (has_words(*file))
			return codes[i];
	}
	for (size_t i = 0; i < COUNT(codes); i++)
		if (has_words(read_supplied(site, codes[i])))
			return codes[i];
	return own;
}

static void tell_substitute(struct site *site, const char *own, const char *shown)
{
	enum sentence name = strcmp(shown, "en") == 0 ? SAY_OF_ENGLISH : SAY_OF_FRENCH;
	enum message told = site->config.language_from == LANGUAGE_SAID
	                            ? MSG_LANGUAGE_WITHOUT_WORDS
	                            : MSG_GUESSED_WITHOUT_WORDS;
	diag_report(site->diag, told, site->config.language_at, own,
	            sentence_text(name, LANGUAGE_FR), sentence_text(name, LANGUAGE_EN),
	            NULL);
}

void labels_read(struct theme *theme, struct site *site)
{
	static const struct value_map empty;
	struct value file = VALUE_NONE;
	const char *own = locale_code(site->arena, site->config.language);
	const char *shown = choose(theme, site, &file);
	theme->labels = has_words(file) ? file : value_of_map(&empty);
	site->labels = make(theme, site, shown, file);
	keep(theme, site, own, site->labels);
	if (theme->is_found && strcmp(own, shown) != 0)
		tell_substitute(site, own, shown);
}

const struct labels *labels_of(struct theme *theme, struct site *site, const char *tag)
{
	const char *code = locale_code(site->arena, tag);
	for (size_t i = 0; i < theme->n_words; i++)
		if (strcmp(theme->words[i].code, code) == 0)
			return theme->words[i].labels;
	struct value file = read_file(theme, site, code);
	bool is_known = has_words(file) || has_words(read_supplied(site, code));
	keep(theme, site, code, is_known ? make(theme, site, code, file) : site->labels);
	return theme->words[theme->n_words - 1].labels;
}
