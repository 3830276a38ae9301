#include "report/report_kinds.h"

#include <string.h>

#include "base/mem.h"

enum { ANY = -1 };

/* clang-format off */
static const struct report_kind kinds[] = {
	{"lien-mort", MSG_DEAD_PAGE, false, {"Liens vers une page qui n’existe pas", "Links to a page that does not exist"}},
	{"lien-mort", MSG_LINK_ABOVE, false, {"Liens qui sortent du cours", "Links that leave the course"}},
	{"lien-mort", MSG_BROKEN_REFERENCE, false, {"Liens que GitBook avait perdus (broken-reference)", "Links that GitBook had lost (broken-reference)"}},
	{"ancre-morte", ANY, false, {"Liens vers un titre qui n’existe pas", "Links to a heading that does not exist"}},
	{"lien-mort", MSG_DEAD_FILE, false, {"Images et fichiers manquants", "Missing images and files"}},
	{"lien-mort", MSG_GITBOOK_FILE, false, {"Fichiers restés dans GitBook", "Files that stayed in GitBook"}},
	{"lien-mort", MSG_NOT_IMAGE, false, {"Images qui n’en sont pas", "Images that are none"}},
	{"lien-mort", MSG_SELF_DEAD, false, {"Liens morts vers le site lui-même", "Dead links to the site itself"}},
	{"lien-mort", ANY, false, {"Autres liens morts", "Other dead links"}},
	{"lien-vide", ANY, false, {"Liens et images sans adresse", "Links and images without an address"}},
	{"redirection-morte", MSG_REDIRECT_DEAD, false, {"Redirections vers une page qui n’existe pas", "Redirects to a page that does not exist"}},
	{"redirection-morte", ANY, false, {"Redirections impossibles", "Redirects that cannot be"}},
	{"page-non-publiee", ANY, false, {"Liens vers une page non publiée", "Links to a page that is not published"}},
	{"casse-du-lien", ANY, false, {"Liens écrits avec une autre casse", "Links with another letter case"}},
	{"chemin-absolu", ANY, false, {"Chemins absolus", "Absolute paths"}},
	{"image-distante", ANY, false, {"Images restées sur un autre site", "Images on another site"}},
	{"image-privee", ANY, false, {"Images que personne d’autre ne voit", "Images that nobody else sees"}},
	{"lien-vers-l-editeur", ANY, false, {"Liens vers l’éditeur de GitBook", "Links to GitBook’s editor"}},
	{"espace-inconnu", ANY, false, {"Liens vers un autre espace", "Links to another space"}},
	{"lien-vers-soi", ANY, false, {"Liens vers l’adresse du site lui-même", "Links to the site’s own address"}},
	{"lien-approche", ANY, false, {"Liens compris à peu près", "Links understood roughly"}},
	{"redirection-en-chaine", ANY, false, {"Redirections en chaîne", "Chains of redirects"}},
	{"inclusion", ANY, false, {"Inclusions", "Includes"}},
	{"contenu-conditionnel", ANY, false, {"Contenus réservés à certains visiteurs", "Content for some visitors"}},
	{"ancre-en-double", ANY, false, {"Ancres en double", "Anchors that stand twice"}},
	{"adresse-en-double", ANY, false, {"Pages à la même adresse", "Pages at one address"}},
	{"table-des-matieres", ANY, false, {"Table des matières", "Table of contents"}},
	{"en-tete-illisible", ANY, false, {"En-têtes illisibles", "Unreadable front matter"}},
	{"valeur-inattendue", ANY, false, {"Valeurs inattendues", "Unexpected values"}},
	{"cle-inconnue", ANY, false, {"Clés inconnues", "Unknown keys"}},
	{"balise-ouverte", ANY, false, {"Balises mal fermées", "Tags that are not closed"}},
	{"balise-mal-placee", ANY, false, {"Balises au milieu d’un texte", "Tags within a text"}},
	{"balise-inconnue", ANY, false, {"Balises inconnues", "Unknown tags"}},
	{"html-inconnu", ANY, false, {"HTML inconnu", "Unknown HTML"}},
	{"lien-en-texte", ANY, false, {"Liens restés en texte", "Links left as text"}},
	{"note-absente", ANY, false, {"Notes de bas de page", "Footnotes"}},
	{"titre-mal-ecrit", ANY, false, {"Titres mal écrits", "Headings badly written"}},
	{"encodage", ANY, false, {"Encodage", "Encoding"}},
	{"conflit", ANY, false, {"Versions qui se contredisent", "Versions that contradict each other"}},
	{"page-mal-rangee", ANY, false, {"Pages rangées sous une fiche", "Pages below a technique sheet"}},
	{"nom-de-page", ANY, false, {"Fichiers mal nommés", "Misnamed files"}},
	{"cle-en-double", ANY, false, {"Clés écrites deux fois", "Keys written twice"}},
	{"page-inconnue", ANY, false, {"Pages citées qui n’existent pas", "Pages cited that do not exist"}},
	{"relation-inattendue", ANY, false, {"Relations inattendues", "Unexpected relations"}},
	{"page-citee-deux-fois", ANY, false, {"Pages citées deux fois", "Pages cited twice"}},
	{"prerequis-en-cercle", ANY, false, {"Prérequis en cercle", "Prerequisites in a circle"}},
	{"prerequis-plus-loin", ANY, false, {"Prérequis qui viennent plus loin", "Prerequisites that come later"}},
	{"type-absent", ANY, false, {"Pages sans leur type", "Pages without their type"}},
	{"modele-non-rempli", ANY, false, {"Modèles non remplis", "Models left unfilled"}},
	{"page-vide", ANY, false, {"Pages sans texte", "Pages without text"}},
	{"lien-dangereux", ANY, false, {"Liens dangereux", "Dangerous links"}},
	{"image-illisible", ANY, false, {"Images illisibles", "Images that cannot be read"}},
	{"fichier-lourd", ANY, false, {"Fichiers lourds", "Heavy files"}},
	{"code-mal-ecrit", ANY, false, {"Code mal écrit", "Code badly written"}},
	{"commentaire-ouvert", ANY, false, {"Commentaires qui ne finissent pas", "Comments that never end"}},
	{"liste-mal-ecrite", ANY, false, {"Listes mal écrites", "Lists badly written"}},
	{"tableau-mal-ecrit", ANY, false, {"Tableaux mal écrits", "Tables badly written"}},
	{"quiz", ANY, false, {"Questions de quiz", "Questions of quizzes"}},
	{"quiz-devinable", ANY, false, {"Quiz qui se devinent", "Quizzes that can be guessed"}},
	{"terme-en-double", ANY, false, {"Termes définis deux fois", "Terms defined twice"}},
	{"terme-mal-ecrit", ANY, false, {"Termes mal écrits", "Terms badly written"}},
	{"terme-sans-definition", ANY, false, {"Termes sans définition", "Terms without a definition"}},
	{"terme-inutilise", ANY, false, {"Termes que rien n’emploie", "Terms that nothing uses"}},
	{NULL, ANY, false, {NULL, NULL}}, /* codes without a row: here */
	/* reading */
	{"image-sans-alternative", ANY, false, {"Images sans texte de remplacement", "Images without an alternative"}},
	{"alternative-vide", ANY, false, {"Images peut-être muettes", "Images that may say nothing"}},
	{"niveau-de-titre", ANY, false, {"Titres qui sautent un niveau", "Headings that skip a level"}},
	{"titre-en-gras", ANY, false, {"Gras à la place d’un titre", "Bold instead of a heading"}},
	{"section-vide", ANY, false, {"Parties vides", "Empty sections"}},
	{"lien-vague", ANY, false, {"Liens qui ne disent pas où ils mènent", "Links that do not say where they lead"}},
	{"adresse-affichee", ANY, false, {"Adresses affichées telles quelles", "Addresses shown as they are"}},
	{"colonnes-sans-titre", ANY, false, {"Tableaux sans titres de colonnes", "Tables without headings"}},
	{"description-absente", ANY, false, {"Descriptions absentes", "Missing descriptions"}},
	{"sigle-inconnu", ANY, false, {"Sigles que rien n’explique", "Acronyms that nothing explains"}},
	{"paragraphe-long", ANY, false, {"Paragraphes longs", "Long paragraphs"}},
	{"phrase-longue", ANY, false, {"Phrases longues", "Long sentences"}},
	/* the machine */
	{"page-en-echec", ANY, false, {"Pages en échec", "Pages that failed"}},
	{"page-trop-grande", ANY, false, {"Pages trop grandes", "Pages too large"}},
	{"fichier-illisible", ANY, false, {"Fichiers illisibles", "Unreadable files"}},
	{"historique-absent", ANY, false, {"Historique absent", "No history"}},
	{"historique-incomplet", ANY, false, {"Historique incomplet", "A part of the history is missing"}},
	{"fautes-connues", ANY, false, {"Fautes connues", "Baseline"}},
	/* lists */
	{"page-non-listee", ANY, true, {"Pages hors de la table des matières", "Pages in no table of contents"}},
	{"titre-remplace", ANY, true, {"Titres que l’en-tête remplace", "Titles that front matter replaces"}},
	{"titre-nom-de-fichier", ANY, true, {"Titres qui sont des noms de fichiers", "Titles that are names of files"}},
	{"titre-different", ANY, true, {"Titres différents de ceux du menu", "Titles that differ from the menu"}},
	{"fichier-inutilise", ANY, true, {"Fichiers que rien n’emploie", "Files that nothing uses"}},
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
