/* The names that a report gives to kinds of findings, and what it says of each thing that
 * GitBook shows otherwise. Rows of words/messages.h. */

/* clang-format off */

/* kinds of findings: report/report_kinds.c */
SENTENCE(KIND_DEAD_PAGE, "Liens vers une page qui n’existe pas", "Links to a page that does not exist")
SENTENCE(KIND_LINK_ABOVE, "Liens qui sortent du cours", "Links that leave the course")
SENTENCE(KIND_BROKEN_REFERENCE, "Liens que GitBook avait perdus (broken-reference)", "Links that GitBook had lost (broken-reference)")
SENTENCE(KIND_ANCRE_MORTE, "Liens vers un titre qui n’existe pas", "Links to a heading that does not exist")
SENTENCE(KIND_DEAD_FILE, "Images et fichiers manquants", "Missing images and files")
SENTENCE(KIND_GITBOOK_FILE, "Fichiers restés dans GitBook", "Files that stayed in GitBook")
SENTENCE(KIND_NOT_IMAGE, "Images qui n’en sont pas", "Images that are none")
SENTENCE(KIND_SELF_DEAD, "Liens morts vers le site lui-même", "Dead links to the site itself")
SENTENCE(KIND_LIEN_MORT, "Autres liens morts", "Other dead links")
SENTENCE(KIND_LIEN_VIDE, "Liens et images sans adresse", "Links and images without an address")
SENTENCE(KIND_REDIRECT_DEAD, "Redirections vers une page qui n’existe pas", "Redirects to a page that does not exist")
SENTENCE(KIND_REDIRECTION_MORTE, "Redirections impossibles", "Redirects that cannot be")
SENTENCE(KIND_PAGE_NON_PUBLIEE, "Liens vers une page non publiée", "Links to a page that is not published")
SENTENCE(KIND_CASSE_DU_LIEN, "Liens écrits avec une autre casse", "Links with another letter case")
SENTENCE(KIND_CHEMIN_ABSOLU, "Chemins absolus", "Absolute paths")
SENTENCE(KIND_IMAGE_DISTANTE, "Images restées sur un autre site", "Images on another site")
SENTENCE(KIND_IMAGE_PRIVEE, "Images que personne d’autre ne voit", "Images that nobody else sees")
SENTENCE(KIND_LIEN_VERS_L_EDITEUR, "Liens vers l’éditeur de GitBook", "Links to GitBook’s editor")
SENTENCE(KIND_ESPACE_INCONNU, "Liens vers un autre espace", "Links to another space")
SENTENCE(KIND_LIEN_VERS_SOI, "Liens vers l’adresse du site lui-même", "Links to the site’s own address")
SENTENCE(KIND_LIEN_APPROCHE, "Liens compris à peu près", "Links understood roughly")
SENTENCE(KIND_REDIRECTION_EN_CHAINE, "Redirections en chaîne", "Chains of redirects")
SENTENCE(KIND_INCLUSION, "Inclusions", "Includes")
SENTENCE(KIND_CONTENU_CONDITIONNEL, "Contenus réservés à certains visiteurs", "Content for some visitors")
SENTENCE(KIND_ANCRE_EN_DOUBLE, "Ancres en double", "Anchors that stand twice")
SENTENCE(KIND_ADRESSE_EN_DOUBLE, "Pages à la même adresse", "Pages at one address")
SENTENCE(KIND_TABLE_DES_MATIERES, "Table des matières", "Table of contents")
SENTENCE(KIND_EN_TETE_ILLISIBLE, "En-têtes illisibles", "Unreadable front matter")
SENTENCE(KIND_VALEUR_INATTENDUE, "Valeurs inattendues", "Unexpected values")
SENTENCE(KIND_CLE_INCONNUE, "Clés inconnues", "Unknown keys")
SENTENCE(KIND_CLE_A_VENIR, "Clés qui n’ont pas encore d’effet", "Keys that have no effect yet")
SENTENCE(KIND_BALISE_OUVERTE, "Balises mal fermées", "Tags that are not closed")
SENTENCE(KIND_BALISE_MAL_PLACEE, "Balises au milieu d’un texte", "Tags within a text")
SENTENCE(KIND_BALISE_INCONNUE, "Balises inconnues", "Unknown tags")
SENTENCE(KIND_HTML_INCONNU, "HTML inconnu", "Unknown HTML")
SENTENCE(KIND_LIEN_EN_TEXTE, "Liens restés en texte", "Links left as text")
SENTENCE(KIND_NOTE_ABSENTE, "Notes de bas de page", "Footnotes")
SENTENCE(KIND_TITRE_MAL_ECRIT, "Titres mal écrits", "Headings badly written")
SENTENCE(KIND_ENCODAGE, "Encodage", "Encoding")
SENTENCE(KIND_CONFLIT, "Versions qui se contredisent", "Versions that contradict each other")
SENTENCE(KIND_PAGE_MAL_RANGEE, "Pages rangées sous une fiche", "Pages below a technique sheet")
SENTENCE(KIND_FICHIER_NON_LU, "Fichiers au nom presque juste", "Files whose name is nearly right")
SENTENCE(KIND_RECHERCHE_MANQUEE, "Recherches qui donnent d’autres pages", "Queries that bring other pages")
SENTENCE(KIND_RECHERCHE_ATTENDUE, "Recherches attendues, mal écrites", "Expected queries, badly written")
SENTENCE(KIND_ADRESSE_DU_SITE, "Adresse que rien ne dit", "Address that nothing says")
SENTENCE(KIND_LANGUE_DEVINEE, "Langue que rien ne dit", "Language that nothing says")
SENTENCE(KIND_TITRE_DU_SITE, "Nom que rien ne dit", "Name that nothing says")
SENTENCE(KIND_NOM_DE_PAGE, "Fichiers mal nommés", "Misnamed files")
SENTENCE(KIND_CLE_EN_DOUBLE, "Clés écrites deux fois", "Keys written twice")
SENTENCE(KIND_PAGE_INCONNUE, "Pages citées qui n’existent pas", "Pages cited that do not exist")
SENTENCE(KIND_RELATION_INATTENDUE, "Relations inattendues", "Unexpected relations")
SENTENCE(KIND_PAGE_CITEE_DEUX_FOIS, "Pages citées deux fois", "Pages cited twice")
SENTENCE(KIND_PREREQUIS_EN_CERCLE, "Prérequis en cercle", "Prerequisites in a circle")
SENTENCE(KIND_PREREQUIS_PLUS_LOIN, "Prérequis qui viennent plus loin", "Prerequisites that come later")
SENTENCE(KIND_TYPE_ABSENT, "Pages sans leur type", "Pages without their type")
SENTENCE(KIND_MODELE_NON_REMPLI, "Modèles non remplis", "Models left unfilled")
SENTENCE(KIND_PAGE_VIDE, "Pages sans texte", "Pages without text")
SENTENCE(KIND_LIEN_DANGEREUX, "Liens dangereux", "Dangerous links")
SENTENCE(KIND_IMAGE_ILLISIBLE, "Images illisibles", "Images that cannot be read")
SENTENCE(KIND_FICHIER_LOURD, "Fichiers lourds", "Heavy files")
SENTENCE(KIND_CODE_MAL_ECRIT, "Code mal écrit", "Code badly written")
SENTENCE(KIND_COMMENTAIRE_OUVERT, "Commentaires qui ne finissent pas", "Comments that never end")
SENTENCE(KIND_GRAS_MAL_ECRIT, "Gras et italiques mal écrits", "Bold and italics badly written")
SENTENCE(KIND_LISTE_MAL_ECRITE, "Listes mal écrites", "Lists badly written")
SENTENCE(KIND_TABLEAU_MAL_ECRIT, "Tableaux mal écrits", "Tables badly written")
SENTENCE(KIND_QUIZ, "Questions de quiz", "Questions of quizzes")
SENTENCE(KIND_QUIZ_DEVINABLE, "Quiz qui se devinent", "Quizzes that can be guessed")
SENTENCE(KIND_TERME_EN_DOUBLE, "Termes définis deux fois", "Terms defined twice")
SENTENCE(KIND_ORDRE_DU_GLOSSAIRE, "Termes hors de l’ordre alphabétique", "Terms out of alphabetical order")
SENTENCE(KIND_TERME_MAL_ECRIT, "Termes mal écrits", "Terms badly written")
SENTENCE(KIND_TERME_SANS_DEFINITION, "Termes sans définition", "Terms without a definition")
SENTENCE(KIND_TERME_INUTILISE, "Termes que rien n’emploie", "Terms that nothing uses")
SENTENCE(KIND_IMAGE_SANS_ALTERNATIVE, "Images sans texte de remplacement", "Images without an alternative")
SENTENCE(KIND_ALTERNATIVE_VIDE, "Images peut-être muettes", "Images that may say nothing")
SENTENCE(KIND_NIVEAU_DE_TITRE, "Titres qui sautent un niveau", "Headings that skip a level")
SENTENCE(KIND_TITRE_EN_GRAS, "Gras à la place d’un titre", "Bold instead of a heading")
SENTENCE(KIND_TITRE_DE_PAGE, "Titres de page", "Titles of pages")
SENTENCE(KIND_REDACTION, "Écriture", "Writing")
SENTENCE(KIND_SECTION_VIDE, "Parties vides", "Empty sections")
SENTENCE(KIND_LIEN_VAGUE, "Liens qui ne disent pas où ils mènent", "Links that do not say where they lead")
SENTENCE(KIND_ADRESSE_AFFICHEE, "Adresses affichées telles quelles", "Addresses shown as they are")
SENTENCE(KIND_COLONNES_SANS_TITRE, "Tableaux sans titres de colonnes", "Tables without headings")
SENTENCE(KIND_DESCRIPTION_ABSENTE, "Descriptions absentes", "Missing descriptions")
SENTENCE(KIND_SIGLE_INCONNU, "Sigles que rien n’explique", "Acronyms that nothing explains")
SENTENCE(KIND_PARAGRAPHE_LONG, "Paragraphes longs", "Long paragraphs")
SENTENCE(KIND_PHRASE_LONGUE, "Phrases longues", "Long sentences")
SENTENCE(KIND_PAGE_EN_ECHEC, "Pages en échec", "Pages that failed")
SENTENCE(KIND_PAGE_TROP_GRANDE, "Pages trop grandes", "Pages too large")
SENTENCE(KIND_FICHIER_ILLISIBLE, "Fichiers illisibles", "Unreadable files")
SENTENCE(KIND_HISTORIQUE_ABSENT, "Historique absent", "No history")
SENTENCE(KIND_HISTORIQUE_INCOMPLET, "Historique incomplet", "A part of the history is missing")
SENTENCE(KIND_FAUTES_CONNUES, "Fautes connues", "Baseline")
SENTENCE(KIND_PAGE_NON_LISTEE, "Pages hors de la table des matières", "Pages in no table of contents")
SENTENCE(KIND_TITRE_REMPLACE, "Titres que l’en-tête remplace", "Titles that front matter replaces")
SENTENCE(KIND_TITRE_NOM_DE_FICHIER, "Titres qui sont des noms de fichiers", "Titles that are names of files")
SENTENCE(KIND_TITRE_DIFFERENT, "Titres différents de ceux du menu", "Titles that differ from the menu")
SENTENCE(KIND_FICHIER_INUTILISE, "Fichiers que rien n’emploie", "Files that nothing uses")
SENTENCE(KIND_MOTS_DU_THEME, "Mots que le thème n’a pas", "Words that the theme lacks")

/* differences from GitBook: report/report_gitbook.c */
SENTENCE(GITBOOK_IF,
	"**Contenu réservé à certains visiteurs (`if`).** GitBook choisit qui le voit ; ici, tout le monde le voit. À relire avant de publier.",
	"**Content for some visitors (`if`).** GitBook chooses who sees it; here everybody does. Read it before you publish.")
SENTENCE(GITBOOK_NOINDEX,
	"**Pages à l’abri des moteurs de recherche (`noIndex`).** La clé n’a pas d’effet ici ; `hidden: true` retire une page des menus et du plan pour les moteurs.",
	"**Pages kept from search engines (`noIndex`).** The key does nothing here; `hidden: true` takes a page out of menus and sitemap.")
SENTENCE(GITBOOK_EMBED,
	"**Vidéos et pages incorporées (`embed`).** GitBook les affiche dans la page ; ici, c’est un lien qui dit ce qu’il ouvre et, sous une vidéo, un bouton qui charge le lecteur : rien n’est demandé à un autre site auparavant.",
	"**Videos and embedded pages (`embed`).** GitBook shows them in the page; here they are a link that says what it opens and, below a film, a button that loads the player: nothing is asked of another site before.")
SENTENCE(GITBOOK_OPENAPI,
	"**Descriptions d’API (`openapi`).** GitBook les déplie et permet de les essayer ; ici, on lit la méthode et l’adresse, ce que la page en écrit, et un lien vers la description.",
	"**API descriptions (`openapi`).** GitBook unfolds them and lets readers try them; here they read the method and the address, what the page says, and a link to the description.")
SENTENCE(GITBOOK_SWAGGER,
	"**Descriptions d’API (`swagger`).** GitBook les déplie et permet de les essayer ; ici, on lit la méthode et l’adresse, ce que la page en écrit, et un lien vers la description.",
	"**API descriptions (`swagger`).** GitBook unfolds them and lets readers try them; here they read the method and the address, what the page says, and a link to the description.")
SENTENCE(GITBOOK_INTEGRATION,
	"**Blocs d’une extension (`@…`).** GitBook fait appel à l’extension ; ici, on lit le texte du bloc (celui d’un diagramme, par exemple), ou un lien vers ce qu’il montre.",
	"**Blocks of an integration (`@…`).** GitBook calls the integration; here readers see the block’s text (that of a diagram, for instance), or a link to what it shows.")
SENTENCE(GITBOOK_CODE,
	"**Code.** GitBook le colore selon le langage ; ici, il est d’une seule couleur, et le nom du langage est écrit au-dessus.",
	"**Code.** GitBook colours it by language; here it has one colour, and the name of the language stands above it.")
SENTENCE(GITBOOK_MERMAID,
	"**Diagrammes (`mermaid`).** GitBook les dessine ; ici, on lit leur texte. Mettez une image de ceux dont les lecteurs ont besoin.",
	"**Diagrams (`mermaid`).** GitBook draws them; here their text is shown. Put a picture of those that readers need.")
SENTENCE(GITBOOK_FORMULA,
	"**Formules (`$$`).** GitBook les compose ; ici, on lit leur texte TeX, sans les `$$`.",
	"**Formulas (`$$`).** GitBook typesets them; here their TeX text is shown, without the `$$`.")
SENTENCE(GITBOOK_COVER,
	"**Images de couverture des pages (`cover`).** Elles ne sont pas affichées ; celles des cartes le sont.",
	"**Cover images of pages (`cover`).** They are not shown; those of cards are.")
SENTENCE(GITBOOK_ICON,
	"**Icônes des pages (`icon`).** Le thème livré ne les affiche pas.",
	"**Icons of pages (`icon`).** The theme that comes with the program does not show them.")
SENTENCE(GITBOOK_ICON_IN_TEXT,
	"**Icônes dans les textes (`<i class=\"fa-…\">`).** GitBook les prend dans une police ; ici, elles sont retirées.",
	"**Icons within texts (`<i class=\"fa-…\">`).** GitBook draws them from a font; here they are left out.")
SENTENCE(GITBOOK_LAYOUT,
	"**Présentation d’une page (`layout`).** Largeur, sommaire, titre masqué… : c’est le thème qui décide, pour toutes les pages.",
	"**Layout of a page (`layout`).** Width, outline, hidden title …: the theme decides, for all pages.")
