#include "report/report_kinds.h"

#include <string.h>

#include "base/mem.h"
#include "words/diag.h"

enum { ANY = -1 };

/* clang-format off */
static const struct report_kind kinds[] = {
	{"lien-mort", MSG_DEAD_PAGE, false, SAY_KIND_DEAD_PAGE},
	{"lien-mort", MSG_LINK_ABOVE, false, SAY_KIND_LINK_ABOVE},
	{"lien-mort", MSG_BROKEN_REFERENCE, false, SAY_KIND_BROKEN_REFERENCE},
	{"ancre-morte", ANY, false, SAY_KIND_ANCRE_MORTE},
	{"lien-mort", MSG_DEAD_FILE, false, SAY_KIND_DEAD_FILE},
	{"lien-mort", MSG_GITBOOK_FILE, false, SAY_KIND_GITBOOK_FILE},
	{"lien-mort", MSG_NOT_IMAGE, false, SAY_KIND_NOT_IMAGE},
	{"lien-mort", MSG_SELF_DEAD, false, SAY_KIND_SELF_DEAD},
	{"lien-mort", ANY, false, SAY_KIND_LIEN_MORT},
	{"lien-vide", ANY, false, SAY_KIND_LIEN_VIDE},
	{"redirection-morte", MSG_REDIRECT_DEAD, false, SAY_KIND_REDIRECT_DEAD},
	{"redirection-morte", ANY, false, SAY_KIND_REDIRECTION_MORTE},
	{"page-non-publiee", ANY, false, SAY_KIND_PAGE_NON_PUBLIEE},
	{"casse-du-lien", ANY, false, SAY_KIND_CASSE_DU_LIEN},
	{"chemin-absolu", ANY, false, SAY_KIND_CHEMIN_ABSOLU},
	{"image-distante", ANY, false, SAY_KIND_IMAGE_DISTANTE},
	{"image-privee", ANY, false, SAY_KIND_IMAGE_PRIVEE},
	{"lien-vers-l-editeur", ANY, false, SAY_KIND_LIEN_VERS_L_EDITEUR},
	{"espace-inconnu", ANY, false, SAY_KIND_ESPACE_INCONNU},
	{"lien-vers-soi", ANY, false, SAY_KIND_LIEN_VERS_SOI},
	{"lien-approche", ANY, false, SAY_KIND_LIEN_APPROCHE},
	{"redirection-en-chaine", ANY, false, SAY_KIND_REDIRECTION_EN_CHAINE},
	{"inclusion", ANY, false, SAY_KIND_INCLUSION},
	{"contenu-conditionnel", ANY, false, SAY_KIND_CONTENU_CONDITIONNEL},
	{"ancre-en-double", ANY, false, SAY_KIND_ANCRE_EN_DOUBLE},
	{"adresse-en-double", ANY, false, SAY_KIND_ADRESSE_EN_DOUBLE},
	{"table-des-matieres", ANY, false, SAY_KIND_TABLE_DES_MATIERES},
	{"en-tete-illisible", ANY, false, SAY_KIND_EN_TETE_ILLISIBLE},
	{"valeur-inattendue", ANY, false, SAY_KIND_VALEUR_INATTENDUE},
	{"cle-inconnue", ANY, false, SAY_KIND_CLE_INCONNUE},
	{"cle-a-venir", ANY, false, SAY_KIND_CLE_A_VENIR},
	{"balise-ouverte", ANY, false, SAY_KIND_BALISE_OUVERTE},
	{"balise-mal-placee", ANY, false, SAY_KIND_BALISE_MAL_PLACEE},
	{"balise-inconnue", ANY, false, SAY_KIND_BALISE_INCONNUE},
	{"html-inconnu", ANY, false, SAY_KIND_HTML_INCONNU},
	{"lien-en-texte", ANY, false, SAY_KIND_LIEN_EN_TEXTE},
	{"note-absente", ANY, false, SAY_KIND_NOTE_ABSENTE},
	{"titre-mal-ecrit", ANY, false, SAY_KIND_TITRE_MAL_ECRIT},
	{"encodage", ANY, false, SAY_KIND_ENCODAGE},
	{"conflit", ANY, false, SAY_KIND_CONFLIT},
	{"page-mal-rangee", ANY, false, SAY_KIND_PAGE_MAL_RANGEE},
	{"nom-de-page", ANY, false, SAY_KIND_NOM_DE_PAGE},
	{"fichier-non-lu", ANY, false, SAY_KIND_FICHIER_NON_LU},
	{"recherche-manquee", ANY, false, SAY_KIND_RECHERCHE_MANQUEE},
	{"recherche-attendue", ANY, false, SAY_KIND_RECHERCHE_ATTENDUE},
	{"cle-en-double", ANY, false, SAY_KIND_CLE_EN_DOUBLE},
	{"page-inconnue", ANY, false, SAY_KIND_PAGE_INCONNUE},
	{"relation-inattendue", ANY, false, SAY_KIND_RELATION_INATTENDUE},
	{"page-citee-deux-fois", ANY, false, SAY_KIND_PAGE_CITEE_DEUX_FOIS},
	{"prerequis-en-cercle", ANY, false, SAY_KIND_PREREQUIS_EN_CERCLE},
	{"prerequis-plus-loin", ANY, false, SAY_KIND_PREREQUIS_PLUS_LOIN},
	{"type-absent", ANY, false, SAY_KIND_TYPE_ABSENT},
	{"modele-non-rempli", ANY, false, SAY_KIND_MODELE_NON_REMPLI},
	{"page-vide", ANY, false, SAY_KIND_PAGE_VIDE},
	{"lien-dangereux", ANY, false, SAY_KIND_LIEN_DANGEREUX},
	{"image-illisible", ANY, false, SAY_KIND_IMAGE_ILLISIBLE},
	{"fichier-lourd", ANY, false, SAY_KIND_FICHIER_LOURD},
	{"code-mal-ecrit", ANY, false, SAY_KIND_CODE_MAL_ECRIT},
	{"commentaire-ouvert", ANY, false, SAY_KIND_COMMENTAIRE_OUVERT},
	{"gras-mal-ecrit", ANY, false, SAY_KIND_GRAS_MAL_ECRIT},
	{"liste-mal-ecrite", ANY, false, SAY_KIND_LISTE_MAL_ECRITE},
	{"tableau-mal-ecrit", ANY, false, SAY_KIND_TABLEAU_MAL_ECRIT},
	{"quiz", ANY, false, SAY_KIND_QUIZ},
	{"quiz-devinable", ANY, false, SAY_KIND_QUIZ_DEVINABLE},
	{"terme-en-double", ANY, false, SAY_KIND_TERME_EN_DOUBLE},
	{"ordre-du-glossaire", ANY, false, SAY_KIND_ORDRE_DU_GLOSSAIRE},
	{"terme-mal-ecrit", ANY, false, SAY_KIND_TERME_MAL_ECRIT},
	{"terme-sans-definition", ANY, false, SAY_KIND_TERME_SANS_DEFINITION},
	{"terme-inutilise", ANY, false, SAY_KIND_TERME_INUTILISE},
	{NULL, ANY, false, SAY_NOTHING}, /* codes without a row: here */
	/* reading */
	{"image-sans-alternative", ANY, false, SAY_KIND_IMAGE_SANS_ALTERNATIVE},
	{"alternative-vide", ANY, false, SAY_KIND_ALTERNATIVE_VIDE},
	{"niveau-de-titre", ANY, false, SAY_KIND_NIVEAU_DE_TITRE},
	{"titre-en-gras", ANY, false, SAY_KIND_TITRE_EN_GRAS},
	{"titre-de-page", ANY, false, SAY_KIND_TITRE_DE_PAGE},
	{"section-vide", ANY, false, SAY_KIND_SECTION_VIDE},
	{"lien-vague", ANY, false, SAY_KIND_LIEN_VAGUE},
	{"adresse-affichee", ANY, false, SAY_KIND_ADRESSE_AFFICHEE},
	{"colonnes-sans-titre", ANY, false, SAY_KIND_COLONNES_SANS_TITRE},
	{"description-absente", ANY, false, SAY_KIND_DESCRIPTION_ABSENTE},
	{"sigle-inconnu", ANY, false, SAY_KIND_SIGLE_INCONNU},
	{"paragraphe-long", ANY, false, SAY_KIND_PARAGRAPHE_LONG},
	{"phrase-longue", ANY, false, SAY_KIND_PHRASE_LONGUE},
	{"redaction", ANY, false, SAY_KIND_REDACTION},
	/* the machine */
	{"langue-devinee", ANY, false, SAY_KIND_LANGUE_DEVINEE},
	{"adresse-du-site", ANY, false, SAY_KIND_ADRESSE_DU_SITE},
	{"titre-du-site", ANY, false, SAY_KIND_TITRE_DU_SITE},
	{"mots-du-theme", ANY, false, SAY_KIND_MOTS_DU_THEME},
	{"page-en-echec", ANY, false, SAY_KIND_PAGE_EN_ECHEC},
	{"page-trop-grande", ANY, false, SAY_KIND_PAGE_TROP_GRANDE},
	{"fichier-illisible", ANY, false, SAY_KIND_FICHIER_ILLISIBLE},
	{"historique-absent", ANY, false, SAY_KIND_HISTORIQUE_ABSENT},
	{"historique-incomplet", ANY, false, SAY_KIND_HISTORIQUE_INCOMPLET},
	{"fautes-connues", ANY, false, SAY_KIND_FAUTES_CONNUES},
	/* lists */
	{"page-non-listee", ANY, true, SAY_KIND_PAGE_NON_LISTEE},
	{"titre-remplace", ANY, true, SAY_KIND_TITRE_REMPLACE},
	{"titre-nom-de-fichier", ANY, true, SAY_KIND_TITRE_NOM_DE_FICHIER},
	{"titre-different", ANY, true, SAY_KIND_TITRE_DIFFERENT},
	{"fichier-inutilise", ANY, true, SAY_KIND_FICHIER_INUTILISE},
};
/* clang-format on */

/* The place of a message, or of the rest of its code; COUNT(kinds) when it has none. */
static size_t find(const char *code, int message)
{
	size_t i = 0;
	while (i < COUNT(kinds) && (kinds[i].message != message || !kinds[i].code ||
	                            strcmp(kinds[i].code, code) != 0))
		i++;
	return i;
}

const struct report_kind *report_kind_of(enum message m, int *rank)
{
	size_t i = find(message_code(m), (int)m);
	if (i == COUNT(kinds))
		i = find(message_code(m), ANY);
	bool is_known = i < COUNT(kinds);
	for (i = is_known ? i : 0; !is_known && kinds[i].code; i++)
		;
	*rank = (int)i;
	return is_known ? &kinds[i] : NULL;
}
