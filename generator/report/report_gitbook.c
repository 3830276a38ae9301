#include "report/report_gitbook.h"

#include <ctype.h>
#include <string.h>

enum where {
	IN_FRONT, /* a key of the front matter */
	IN_TAG,   /* {% name %} */
	IN_TAGS,  /* {% name… %} */
	IN_FENCE, /* a fence that names this language; "": any */
	IN_TEXT,  /* these very characters */
};

/* clang-format off */
static const struct {
	enum where where;
	const char *mark;
	const char *text[N_LANGUAGES];
} rows[N_DIFFERENCES] = {
	{IN_TAG, "if",
	 {"**Contenu réservé à certains visiteurs (`if`).** GitBook choisit qui le voit ; ici, tout le monde le voit. À relire avant de publier.",
	  "**Content for some visitors (`if`).** GitBook chooses who sees it; here everybody does. Read it before you publish."}},
	{IN_FRONT, "noIndex",
	 {"**Pages à l’abri des moteurs de recherche (`noIndex`).** La clé n’a pas d’effet ici ; `hidden: true` retire une page des menus et du plan pour les moteurs.",
	  "**Pages kept from search engines (`noIndex`).** The key does nothing here; `hidden: true` takes a page out of menus and sitemap."}},
	{IN_TAG, "embed",
	 {"**Vidéos et pages incorporées (`embed`).** GitBook les affiche dans la page ; ici, c’est un lien qui dit ce qu’il ouvre et, sous une vidéo, un bouton qui charge le lecteur : rien n’est demandé à un autre site auparavant.",
	  "**Videos and embedded pages (`embed`).** GitBook shows them in the page; here they are a link that says what it opens and, below a film, a button that loads the player: nothing is asked of another site before."}},
	{IN_TAGS, "openapi",
	 {"**Descriptions d’API (`openapi`).** GitBook les déplie et permet de les essayer ; ici, on lit la méthode et l’adresse, ce que la page en écrit, et un lien vers la description.",
	  "**API descriptions (`openapi`).** GitBook unfolds them and lets readers try them; here they read the method and the address, what the page says, and a link to the description."}},
	{IN_TAGS, "swagger",
	 {"**Descriptions d’API (`swagger`).** GitBook les déplie et permet de les essayer ; ici, on lit la méthode et l’adresse, ce que la page en écrit, et un lien vers la description.",
	  "**API descriptions (`swagger`).** GitBook unfolds them and lets readers try them; here they read the method and the address, what the page says, and a link to the description."}},
	{IN_TAGS, "@",
	 {"**Blocs d’une extension (`@…`).** GitBook fait appel à l’extension ; ici, on lit le texte du bloc (celui d’un diagramme, par exemple), ou un lien vers ce qu’il montre.",
	  "**Blocks of an integration (`@…`).** GitBook calls the integration; here readers see the block’s text (that of a diagram, for instance), or a link to what it shows."}},
	{IN_FENCE, "",
	 {"**Code.** GitBook le colore selon le langage ; ici, il est d’une seule couleur, et le nom du langage est écrit au-dessus.",
	  "**Code.** GitBook colours it by language; here it has one colour, and the name of the language stands above it."}},
	{IN_FENCE, "mermaid",
	 {"**Diagrammes (`mermaid`).** GitBook les dessine ; ici, on lit leur texte. Mettez une image de ceux dont les lecteurs ont besoin.",
	  "**Diagrams (`mermaid`).** GitBook draws them; here their text is shown. Put a picture of those that readers need."}},
	{IN_TEXT, "$$",
	 {"**Formules (`$$`).** GitBook les compose ; ici, on lit leur texte TeX, sans les `$$`.",
	  "**Formulas (`$$`).** GitBook typesets them; here their TeX text is shown, without the `$$`."}},
	{IN_FRONT, "cover",
	 {"**Images de couverture des pages (`cover`).** Elles ne sont pas affichées ; celles des cartes le sont.",
	  "**Cover images of pages (`cover`).** They are not shown; those of cards are."}},
	{IN_FRONT, "icon",
	 {"**Icônes des pages (`icon`).** Le thème livré ne les affiche pas.",
	  "**Icons of pages (`icon`).** The theme that comes with the program does not show them."}},
	{IN_TEXT, "<i class=\"fa-",
	 {"**Icônes dans les textes (`<i class=\"fa-…\">`).** GitBook les prend dans une police ; ici, elles sont retirées.",
	  "**Icons within texts (`<i class=\"fa-…\">`).** GitBook draws them from a font; here they are left out."}},
	{IN_FRONT, "layout",
	 {"**Présentation d’une page (`layout`).** Largeur, sommaire, titre masqué… : c’est le thème qui décide, pour toutes les pages.",
	  "**Layout of a page (`layout`).** Width, outline, hidden title …: the theme decides, for all pages."}},
};
/* clang-format on */

static void add_page(struct arena *a, struct difference *d, const struct page *page)
{
	struct page_list *l = &d->pages;
	if (l->n == 0 || l->items[l->n - 1] != page)
		ARRAY_ADD(a, l->items, l->n, l->cap, page);
}

/* Whether a line holds the tag: "{% embed url=…", or a tag that starts so. */
static bool has_tag(const char *line, size_t len, const char *name, bool is_start)
{
	size_t n = strlen(name);
	const char *end = line + len, *at = line;
	while ((at = memmem(at, (size_t)(end - at), "{%", 2))) {
		for (at += 2; at < end && *at == ' '; at++)
			;
		if ((size_t)(end - at) <= n || memcmp(at, name, n) != 0)
			continue;
		if (is_start || strchr(" %", at[n]))
			return true;
	}
	return false;
}

static bool line_has(size_t row, const char *line, size_t len)
{
	const char *mark = rows[row].mark;
	switch (rows[row].where) {
	case IN_TAG: return has_tag(line, len, mark, false);
	case IN_TAGS: return has_tag(line, len, mark, true);
	case IN_TEXT: return memmem(line, len, mark, strlen(mark)) != NULL;
	case IN_FENCE:
	case IN_FRONT: break;
	}
	return false;
}

/* How many backquotes or tildes open a fence; 0: the line is none. */
static size_t fence_length(const char *line, size_t len)
{
	size_t start = 0, n = 0;
	while (start < len && line[start] == ' ')
		start++;
	char c = start < len ? line[start] : ' ';
	while ((c == '`' || c == '~') && start + n < len && line[start + n] == c)
		n++;
	return n > 2 ? start + n : 0;
}

/* Whether what follows a fence names a language: this one, or any that has no row. */
static bool names_language(const char *info, size_t len, const char *language)
{
	size_t n = 0;
	while (n < len && !strchr(" \t\r,{", info[n]))
		n++;
	if (*language)
		return n == strlen(language) && memcmp(info, language, n) == 0;
	for (size_t i = 0; i < N_DIFFERENCES; i++)
		if (rows[i].where == IN_FENCE && *rows[i].mark &&
		    names_language(info, len, rows[i].mark))
			return false;
	return n > 0 && isalpha((unsigned char)*info);
}

static void scan_line(struct arena *a, struct difference *found, const struct page *page,
                      const char *line, size_t len, bool *in_code)
{
	size_t fence = fence_length(line, len);
	bool opens = fence && !*in_code;
	for (size_t i = 0; i < N_DIFFERENCES; i++)
		if (rows[i].where == IN_FENCE
		            ? opens && names_language(line + fence, len - fence,
		                                      rows[i].mark)
		            : !*in_code && !fence && line_has(i, line, len))
			add_page(a, &found[i], page);
	*in_code ^= fence != 0;
}

static void scan_text(struct arena *a, struct difference *found, const struct page *page,
                      struct bytes text)
{
	bool in_code = false;
	for (const char *at = text.data, *end = at + text.len; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((newline ? newline : end) - at);
		scan_line(a, found, page, at, len, &in_code);
		at += len + 1;
	}
}

void report_differences(const struct site *site, struct arena *a,
                        struct difference found[N_DIFFERENCES])
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < N_DIFFERENCES; i++) {
		found[i] = (struct difference){.pages = {0}};
		memcpy(found[i].text, rows[i].text, sizeof found[i].text);
	}
	for (size_t k = 0; k < site->n_listed; k++) {
		const struct page *page = &site->pages[k];
		struct bytes text;
		for (size_t i = 0; i < N_DIFFERENCES; i++)
			if (rows[i].where == IN_FRONT && page->meta.kind == VALUE_MAP &&
			    value_map_find(page->meta.map, rows[i].mark,
			                   strlen(rows[i].mark)))
				add_page(a, &found[i], page);
		arena_reset(&scratch);
		if (source_read(&site->source, &scratch, page->file, LARGEST_PAGE, &text))
			scan_text(a, found, page, text);
	}
	arena_release(&scratch);
}
