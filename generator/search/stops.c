#include "search/stops.h"

#include <string.h>

#include "french/locale.h"

static const struct {
	const char *language, *list;
} lists[] = {
	{"fr",
         "a afin ai ainsi alors apres as au aucun aucune aujourd aussi autre autres aux "
         "avait "
         "avant avec avez avoir avons c ca car ce ceci cela celle celles celui ces cet "
         "cette "
         "ceux chaque chez ci combien comme comment d dans de dedans depuis des deux dit "
         "dois "
         "doit doivent donc dont du elle elles en encore entre es est et etaient etait "
         "etant "
         "ete etes etre eu eux faire fais fait faites faut fois font hors il ils j je "
         "jamais "
         "jusqu jusque l la laquelle le lequel les lesquels leur leurs lors lorsqu "
         "lorsque "
         "lui m ma mais me meme memes mes mien moi mon n ne ni nos notre nous on ont or "
         "ou "
         "par parce pas pendant peu peut peuvent peux plus plusieurs pour pourquoi puis "
         "puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui "
         "quoi "
         "quoique s sa sans se selon sera ses si sinon soi soit sommes son sont sous "
         "suis "
         "sur t ta tandis te tes toi ton toujours tous tout toute toutes tres trop tu un "
         "une "
         "vais vers veut veux voici voila vont vos votre vous y"},
	{"en", "a about after all also am an and any are as at be because been before "
               "being but by "
               "can could did do does doing don for from get had has have having he her "
               "here him "
               "his how i if in into is it its just let ll me more most my no nor not of "
               "off on "
               "once only or other our out over own re s same she should so some such t "
               "than that "
               "the their them then there these they this those through to too under "
               "until up us "
               "ve very was we were what when where which while who whom whose why will "
               "with would "
               "you your"},
};

struct search_stops *stops_open(const char *language, struct arena *a)
{
	struct search_stops *s = arena_alloc(a, sizeof *s);
	const char *code = locale_code(a, language);
	s->list = "";
	s->words = map_new(a);
	for (size_t i = 0; i < COUNT(lists); i++)
		if (strcmp(lists[i].language, code) == 0)
			s->list = lists[i].list;
	for (const char *at = s->list; *at;) {
		size_t len = strcspn(at, " ");
		map_put(&s->words, at, len, s);
		at += len + (at[len] == ' ');
	}
	return s;
}

bool stops_has(const struct search_stops *s, const char *word, size_t len)
{
	return map_find(&s->words, word, len) != NULL;
}
