#include "model/placeholders.h"

#include <string.h>

#include "base/text.h"

enum { MOST_FOUND = 50, LONGEST = 120 };

/* Words that could be quoted count only where they fill a line or end it. */
enum manner { ANYWHERE, ALONE };

struct placeholder {
	const char *text;
	size_t len;
	enum manner manner;
};

/* clang-format off */
#define ROW(text, manner) {text, sizeof text - 1, manner}
static const struct placeholder placeholders[] = {
	/* chapters, technique sheets, pages */
	ROW("En une phrase, ce que le chapitre apporte", ANYWHERE),
	ROW("En une phrase, ce qu’on saura faire", ANYWHERE),
	ROW("La page en une phrase", ALONE),
	ROW("ce que la personne saura faire, à l’infinitif", ANYWHERE),
	ROW("ce que la personne saura faire", ANYWHERE),
	ROW("un deuxième objectif", ALONE),
	ROW("ce qu’il faut de temps et de préparation", ANYWHERE),
	ROW("Titre du chapitre", ALONE),
	ROW("Titre de la fiche", ALONE),
	ROW("Titre", ALONE),
	ROW("Deux ou trois phrases : la situation, et pourquoi elle compte.", ANYWHERE),
	ROW("La technique en deux ou trois phrases.", ANYWHERE),
	ROW("Le texte.", ALONE),
	ROW("Première idée", ALONE),
	ROW("Une partie", ALONE),
	ROW("Une idée par paragraphe.", ALONE),
	ROW("Vous êtes dans tel cas", ANYWHERE),
	ROW("cette fiche", ANYWHERE),
	ROW("Une chose à faire, qui tient en dix minutes.", ANYWHERE),
	ROW("Trois phrases courtes.", ALONE),
	ROW("Ce qui a changé, avec sa source. Sinon, supprimez cette partie.", ANYWHERE),
	ROW("Dans quelle situation.", ALONE),
	ROW("Première étape, à l’infinitif", ANYWHERE),
	ROW("Ce qu’on fait.", ALONE),
	ROW("Une phrase que l’on peut vérifier.", ANYWHERE),
	ROW("L’erreur.", ALONE),
	ROW("Ce qu’elle coûte.", ALONE),
	ROW("La consigne.", ALONE),
	ROW("La réponse.", ALONE),
	ROW("Une question ?", ALONE),
	ROW("Que faire.", ALONE),
	/* case studies */
	ROW("Le cas en une phrase, avec ce qu’il apprend", ANYWHERE),
	ROW("Nom du service", ALONE),
	ROW("Nom du service : ce qui s’est passé", ANYWHERE),
	ROW("Ce qu’on a compté", ANYWHERE),
	ROW("Qui le dit, où, quand", ANYWHERE),
	ROW("Deux ou trois phrases qui posent la question.", ANYWHERE),
	ROW("Qui, où, quand, quel problème.", ANYWHERE),
	ROW("Ce que l’équipe a fait.", ALONE),
	ROW("Une leçon.", ALONE),
	ROW("Pourquoi.", ALONE),
	ROW("une conclusion trop rapide", ANYWHERE),
	ROW("Une question à se poser, ou une chose à faire.", ANYWHERE),
	/* quizzes */
	ROW("Ce que le quiz vérifie", ALONE),
	ROW("Combien de situations, et ce sur quoi elles portent.", ANYWHERE),
	ROW("Une situation, puis une question ?", ANYWHERE),
	ROW("Une réponse fausse.", ALONE),
	ROW("Pourquoi elle est fausse.", ALONE),
	ROW("La bonne réponse.", ALONE),
	ROW("Oui. Pourquoi elle est juste.", ANYWHERE),
	ROW("Une autre réponse fausse.", ALONE),
	ROW("Ce qu’il faut retenir.", ANYWHERE),
	/* the glossary */
	ROW("Mot, au singulier", ANYWHERE),
	ROW("Sa définition, en une ou deux phrases.", ANYWHERE),
	ROW("sigle développé", ANYWHERE),
};
#undef ROW
/* clang-format on */

static const struct placeholder *find(const char *text, size_t len)
{
	for (size_t i = 0; i < COUNT(placeholders); i++)
		if (placeholders[i].len == len &&
		    memcmp(placeholders[i].text, text, len) == 0)
			return &placeholders[i];
	return NULL;
}

bool placeholder_is_known(const char *text, size_t len)
{
	return find(text, len) != NULL;
}

/* What stands between « and »: a space that does not break is one of two or three bytes.
 */
struct quotation {
	const char *open; /* « */
	const char *text;
	size_t len;
	const char *end; /* behind » */
};

static size_t blank_before(const char *text, size_t len)
{
	if (len > 0 && text[len - 1] == ' ')
		return 1;
	if (len > 1 && memcmp(text + len - 2, NBSP, 2) == 0)
		return 2;
	return len > 2 && memcmp(text + len - 3, NNBSP, 3) == 0 ? 3 : 0;
}

static size_t blank_behind(const char *text, size_t len)
{
	if (len > 0 && *text == ' ')
		return 1;
	if (len > 1 && memcmp(text, NBSP, 2) == 0)
		return 2;
	return len > 2 && memcmp(text, NNBSP, 3) == 0 ? 3 : 0;
}

/* The quotation whose « ends at this byte; false when it is long, or not closed. */
static bool read_quotation(const char *at, const char *end, struct quotation *q)
{
	size_t most = (size_t)(end - at) < LONGEST ? (size_t)(end - at) : LONGEST;
	const char *close = memmem(at, most, "»", 2);
	if (!close)
		return false;
	size_t len = (size_t)(close - at), blank = blank_behind(at, len);
	*q = (struct quotation){at - 2, at + blank, len - blank, close + 2};
	q->len -= blank_before(q->text, q->len);
	return true;
}

/* Whether a line has nothing but signs of Markdown up to here, or a key. */
static bool is_only_signs(const char *line, const char *end)
{
	const char *at = line;
	while (at < end && ((*at >= 'a' && *at <= 'z') || *at == '-'))
		at++;
	if (at == line || *at != ':')
		at = line;
	while (at < end && strchr(" \t#*-+>|[]x\":", *at))
		at++;
	return at == end;
}

static bool ends_line(const char *at, const char *end)
{
	while (at < end && strchr(" \t*|\".;", *at))
		at++;
	return at == end || *at == '\n' || *at == '\r';
}

/* Whether words that may be quoted are the model's here: they fill their line, or a
 * sentence ends it. */
static bool stands_alone(const struct quotation *q, const char *text, const char *end)
{
	if (!ends_line(q->end, end))
		return false;
	if (strchr(".?", q->text[q->len - 1]))
		return true;
	const char *newline = memrchr(text, '\n', (size_t)(q->open - text));
	return is_only_signs(newline ? newline + 1 : text, q->open);
}

static bool is_in_code(const struct document *doc, int line)
{
	for (const cmark_node *n = doc->root; n; n = node_next(n, doc->root))
		if (n->type == CMARK_NODE_CODE_BLOCK && n->start_line <= line &&
		    line <= n->end_line)
			return true;
	return false;
}

static void report_part(struct document *doc, const char *text, size_t len,
                        int first_line, struct diag *d)
{
	const char *end = text + len;
	int n_found = 0; /* in code, too: each is looked for in the tree */
	for (const char *at = text; at < end && n_found < MOST_FOUND &&
	                            (at = memchr(at, 0xab, (size_t)(end - at)));
	     at++) {
		struct quotation q;
		if (at == text || at[-1] != '\xc2' || !read_quotation(at + 1, end, &q))
			continue;
		const struct placeholder *p = find(q.text, q.len);
		if (!p || (p->manner == ALONE && !stands_alone(&q, text, end)))
			continue;
		n_found++;
		struct place place = place_of_byte(doc->path, text,
		                                   (size_t)(q.open - text), first_line);
		if (!is_in_code(doc, place.line))
			diag_report(d, MSG_PLACEHOLDER, place, p->text, NULL);
	}
}

void placeholders_report(struct document *doc, const struct front_matter *f,
                         struct diag *d)
{
	if (f->yaml)
		report_part(doc, f->yaml, f->yaml_len, 2, d);
	report_part(doc, doc->text, doc->len, doc->first_line, d);
}
