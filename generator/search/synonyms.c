#include "search/synonyms.h"

#include <string.h>

#include "base/mem.h"
#include "french/locale.h"

/* clang-format off */
static const char *const french[] = {
	"mail courriel email mel",
	"newsletter infolettre lettre",
	"kpi indicateur",
	"rdv rendez",
	"reunion meeting",
	"visio visioconference",
	"tableur excel",
	"modele template gabarit",
	"tutoriel tuto",
	"questionnaire sondage",
	"atelier workshop",
	"entretien interview",
	"agenda calendrier",
	"pub publicite",
	"feedback retour",
	"echeance deadline",
	"cout prix tarif",
	"depense frais",
	"salaire remuneration",
	"embauche recrutement",
	"conge vacance",
	"dev developpeur",
	"appli application",
	"doc documentation",
	"bug anomalie",
	"prospection demarchage",
	"onboarding embarquement",
	"offboarding desembarquement",
	"donnee data",
	NULL
};

static const char *const english[] = {
	"mail email",
	"kpi indicator",
	"meeting appointment",
	"template model",
	"survey questionnaire",
	"deadline due",
	"cost price",
	"salary pay",
	"hiring recruitment",
	"holiday vacation",
	"app application",
	"doc documentation",
	"bug defect",
	NULL
};
/* clang-format on */

static const char *const none[] = {NULL};

static const struct {
	const char *language;
	const char *const *rows;
} lists[] = {{"fr", french}, {"en", english}};

const char *const *synonyms_of(const char *language)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *code = locale_code(&scratch, language);
	const char *const *rows = none;
	for (size_t i = 0; i < COUNT(lists); i++)
		if (strcmp(lists[i].language, code) == 0)
			rows = lists[i].rows;
	arena_release(&scratch);
	return rows;
}
