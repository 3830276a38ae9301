/* What the manuals say of each command, option, key and type of page; words between
 * accents are as one types them. Rows of words/messages.h, in the order of their tables.
 */

/* clang-format off */

ABOUT("command", "build",
	"Écrit le site. Seuls les fichiers dont le contenu change sont écrits, et ce qu’une construction précédente avait écrit et que rien ne produit plus est retiré ; les autres fichiers ne sont jamais touchés. Tant que tous les nouveaux fichiers ne sont pas complets, rien de ce que voient les lecteurs n’a changé.",
	"Writes the site. Only files whose content differs are written, and what an earlier build wrote and nothing produces any more is removed; other files are never touched. Until all new files are complete nothing that readers see has changed.")
ABOUT("command", "check",
	"Dit ce qui ne va pas, et n’écrit rien que ce qu’on lui demande : la liste de fautes connues, ou les corrections de `--fix`. La forme `markdown` est un rapport entier, pour un cours qui déménage de GitBook : ce qui a été trouvé, par sorte, avec le remède, d’abord ce que rencontrent les lecteurs, puis les pages qui ne sont dans aucune table des matières ; les adresses et les redirections ; les pages cachées, les titres différents du menu, les fichiers inutilisés ; ce que GitBook montrait et que ce site montre autrement.",
	"Says what is wrong, and writes nothing but what it is asked to: the baseline, or the changes of `--fix`. The form `markdown` is a whole report, for a course that moves in from GitBook: findings by kind with their cures, those that readers meet first, pages that are in no table of contents too; addresses and redirects; hidden pages, titles that differ from the menu, unused files; what GitBook showed and this site shows otherwise.")
ABOUT("command", "explain",
	"Dit la cause et le remède d’un message, d’après le code entre crochets à sa fin ; sans code, la liste de tous, avec une phrase chacun. La forme `markdown` est une page de tous les messages, où l’ancre de chacun est son code : publiée, son adresse est celle que donne la clé `aide` de `site.yml`.",
	"Prints the cause and the cure of a message, by the code that stands in brackets at its end; without a code, lists them all with a sentence each. The form `markdown` is a page of all messages, where the anchor of each is its code: published, its address is what the key `aide` of `site.yml` gives.")
ABOUT("command", "facts",
	"Dit en JSON ce qui est connu de chaque page, pour des outils qui cherchent dans un cours, suivent ses changements ou récrivent ses liens : voir plus bas. Ce qui ne va pas dans le cours n’est pas dit.",
	"Prints what is known of each page as JSON, for tools that search a course, follow its changes or rewrite its links: see below. What is wrong in the course is not told.")
ABOUT("command", "help",
	"Dit les options d’une commande, et un exemple ; sans commande, leur liste.",
	"Prints the options of a command and an example; without a command, lists the commands.")
ABOUT("command", "init",
	"Dans un dossier sans page, qui est créé s’il n’existe pas, commence un cours : un accueil, une table des matières, un chapitre, une fiche, une étude de cas et un quiz qui disent comment ils s’écrivent, dans la langue de `--lang`, sinon de l’environnement. Un dossier de pages est préparé : s’il n’a pas de table des matières, il en reçoit une de tout ce qui est publié, dans l’ordre d’aujourd’hui. Les deux reçoivent `site.yml`, la liste des fautes du jour s’il y en a (`fautes-connues.txt`), `.gitignore`, et de quoi construire, vérifier et publier sur une forge : `.github/workflows/sommaire.yml` et `.gitlab-ci.yml`, moins celui que les réglages de git montrent inutile. Ce qui existe est laissé tel quel. La commande dit ensuite ce qu’il reste à faire. Le haut d’un dépôt de plusieurs espaces n’est pas un cours : ils sont nommés, avec l’état 2.",
	"In a folder without pages, which is made when it is not there, begins a course: a home, a table of contents, a chapter, a sheet, a case study and a quiz that say how they are written, in the language of `--lang`, or else of the environment. A folder of pages is made ready: where it has no table of contents it gets one of all that is published, in the order of today. Both get `site.yml`, the baseline of today’s faults when there are any (`fautes-connues.txt`), `.gitignore`, and what builds, checks and publishes on a forge: `.github/workflows/sommaire.yml` and `.gitlab-ci.yml`, without the one that git’s settings show to be of no use. What is there is left as it is. It says what to do next. The top of a repository of several spaces is no course: they are named, with status 2.")
ABOUT("command", "new",
	"Crée une page du type donné et l’ajoute à la table des matières ; s’il n’y en a pas, elle en écrit d’abord une de toutes les pages publiées. La page est la copie d’un modèle : celui du cours, `.modeles/TYPE.md` dans son contenu, celui de son thème, ou celui du thème par défaut. Un chapitre, une fiche, une étude de cas ou un quiz est créé où se trouve le dernier de son type. Comme `init`, elle n’écrit à travers aucun lien symbolique. Les types sont décrits dans `sommaire(5)`.",
	"Makes a page of the given type and adds it to the table of contents; where there is none, it first writes one of all pages that are published. The page is a copy of a model: the course’s own, `.modeles/TYPE.md` of its content, that of its theme, or that of the default theme. A chapter, a sheet, a case study or a quiz is made where the last of its type lives. Like `init`, it writes through no symbolic link. The types are described in `sommaire(5)`.")
ABOUT("command", "version",
	"Dit la version du programme.",
	"Prints the version.")

ABOUT("option", "all",
	"Dit tous les messages sur un terminal aussi, et non les dix premiers.",
	"Tells each finding on a terminal too, and not the first ten.")
ABOUT("option", "baseline",
	"Les fautes que liste ce fichier sont connues : elles ne sont pas signalées, et ne comptent ni dans l’état ni pour `--strict`. La clé `baseline` de `site.yml` fait de même. Une faute se reconnaît à son fichier, à son code, à son nombre et à ce dont elle parle, jamais à sa ligne ; quand une page change de nom, ses fautes connues le restent. Le rapport en Markdown les montre, marquées. Les fautes de la machine, et celles qui ne sont d’aucun fichier, ne sont jamais connues. Un fichier qui n’est pas une telle liste arrête la commande, avec l’état 2.",
	"The faults that this file lists are known: they are not told, and count neither in the exit status nor in `--strict`. The key `baseline` of `site.yml` does the same. Faults are known by file, code, number and what they are about, never by their line; when a page is renamed its known faults stay known. The Markdown report shows them, marked. Faults of the machine, and of no file, are never known. A file that is no such list ends the command, with status 2.")
ABOUT("option", "drafts",
	"Publie aussi les pages dont l’en-tête dit `draft: true`.",
	"Publishes pages whose front matter says `draft: true`, too.")
ABOUT("option", "dry-run",
	"Montre sur la sortie standard ce que `--fix` changerait d’abord, et ne change rien.",
	"Shows on standard output what `--fix` would change first, and changes nothing.")
ABOUT("option", "edition",
	"Ce qui est construit : le site, ou `une-page`, le cours entier dans l’ordre de lecture, à imprimer ou à lire sans réseau ; dans `build/une-page` si rien n’est dit. Un dossier tient une seule édition. `editions: [une-page]` dans `site.yml` ajoute cette page au site, à l’adresse `en-une-page/`.",
	"What is built: the site, or `une-page`, the whole course on one page, in reading order, to print or to read without a network; by default in `build/une-page`. One folder holds one edition. `editions: [une-page]` in `site.yml` adds that page to the site, at `en-une-page/`.")
ABOUT("option", "fix",
	"Change ce qui n’a qu’une correction possible, puis vérifie. Sur un terminal, les changements sont d’abord montrés, ligne à ligne, et faits si l’on répond `o` ; ailleurs ils sont faits, et listés sur la sortie d’erreur. Tous les fichiers sont changés, ou aucun : avec l’état 2 tous restent comme avant, aussi quand l’un d’eux a changé entre-temps. Rien d’autre n’est touché : commentaires, fins de ligne, marque d’ordre et droits restent, aucun lien symbolique n’est suivi, et ce que personne ne peut écrire reste tel quel et est signalé. Une deuxième fois ne change rien. Se corrigent : les noms de fichiers qui ne finissent pas comme ceux d’une page, avec les liens vers eux ; les liens dans une autre casse, sous un nom approché, avec trop de `../`, par une ancienne adresse ou par celle du site ; les espaces dans les liens ; les lignes de la table des matières ; les titres, listes, cases, tableaux, balises et notes restés en texte ; en YAML, les guillemets, tabulations et espaces insécables ; les cibles des redirections. Une page qui manque à la table des matières n’y est ajoutée que si elle est nouvelle depuis la liste de fautes connues ou la dernière publication. Les fautes connues se corrigent aussi. `sommaire explain` dit de chaque code s’il se corrige seul. Une version du dépôt (`--ref`) ne se corrige pas.",
	"Changes what has one cure only, and then checks. On a terminal the changes are shown first, line by line, and made when the answer is `y`; elsewhere they are made, and listed on standard error. All files are changed, or none: with status 2 all are as before, also where a file changed meanwhile. Nothing else is touched: comments, line ends, a byte order mark and permissions stay, no symbolic link is followed, and what nobody may write stays as it is and is told. A second run changes nothing. It mends names of files that end as no page’s does, with the links to them; links in another case, under a name that only resembles the file’s, with too many `../`, by an earlier address or by the site’s own; blanks in links; lines of the table of contents; headings, lists, boxes, tables, tags and notes that stayed text; in YAML, quotes, tabs and no-break spaces; targets of redirects. A page that is in no table of contents gets its line only where it is new since the baseline or the last publication. Known faults are mended, too. `sommaire explain` says of each code whether it mends itself. A revision (`--ref`) cannot be mended.")
ABOUT("option", "format",
	"La forme de ce que dit la commande. `explain` connaît `text` et `markdown`. D’un code, cent messages sont listés par fichier, puis combien il y en a encore : `count` en JSON, `occurrenceCount` en SARIF. Tous comptent. Ce à quoi un terminal ou le journal d’une forge obéirait est montré autrement : `<U+202E>`, une ligne qui commence par `| `, une barre oblique inverse dans `##\\[`.",
	"The form of what the command says. `explain` knows `text` and `markdown`. Of one code in one file a hundred findings are listed, then how many more there are: `count` in JSON, `occurrenceCount` in SARIF. All of them count. What a terminal or a log of a forge would obey is shown in another way: `<U+202E>`, a line that starts with `| `, a backslash in `##\\[`.")
ABOUT("option", "git-seconds",
	"Les secondes de calcul que peut prendre une lecture de git, de son passé ou d’une version, avant d’être abandonnée (60), car celle d’un dépôt abîmé peut ne jamais finir ; ou vingt fois autant de secondes à l’horloge. Rien n’est alors construit, avec l’état 2.",
	"The CPU seconds that a reading of git, of its past or of a revision, may take before it is given up (60), as that of a damaged repository may never end, or twenty times as many seconds of the day; then nothing is built, with status 2.")
ABOUT("option", "help",
	"Dit les options de la commande ; sans commande, la liste des commandes.",
	"Prints the options of the command; without a command, lists the commands.")
ABOUT("option", "jobs",
	"Le nombre de processus ; 0 n’en lance aucun que celui qui lit git, pour un débogueur. Le résultat n’en dépend pas.",
	"The number of worker processes; 0 works without any but the one that reads git, for debuggers. The output does not depend on it.")
ABOUT("option", "lang",
	"La langue des messages. Sans elle, ce qui est dit d’un cours l’est dans sa langue ; l’aide, les explications et les fautes de la ligne de commande, dans celle de la première de `LC_ALL`, `LC_MESSAGES` et `LANG` qui est donnée : le français, ou l’anglais pour toute autre ; le français si aucune ne l’est, ou si c’est `C`.",
	"The language of messages. Without it, what is said of a course has the course’s language; help, explanations and mistakes of the command line have that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first one that is set: French, or English for any other; French when none is set, or to `C`.")
ABOUT("option", "no-exceptions",
	"Ignore les gravités que donne `checks` dans `site.yml`, et les fautes connues.",
	"Ignores the severities that `checks` of `site.yml` sets, and the baseline.")
ABOUT("option", "no-history",
	"Ne demande rien à git, sinon pour `--ref` : les pages n’ont ni date ni auteurs.",
	"Leaves git alone but for `--ref`: pages have no date and no authors.")
ABOUT("option", "output",
	"Le dossier du site ; `build/site` si rien n’est dit. Un dossier qui n’est pas vide et que sommaire n’a pas fait est refusé.",
	"The folder of the site; by default `build/site`. A folder that is not empty and was not made by sommaire is refused.")
ABOUT("option", "page-seconds",
	"Les secondes de calcul que peut prendre une page avant d’être abandonnée (10). Elle est publiée avec son titre.",
	"The CPU seconds that a page may take before it is given up (10). It is published with its title.")
ABOUT("option", "quiet",
	"Ne dit que ce qui ne va pas.",
	"Says nothing but what is wrong.")
ABOUT("option", "ref",
	"Lit une branche, une étiquette ou un enregistrement (commit) du dépôt git au lieu des fichiers ; un dépôt nu convient.",
	"Reads a branch, tag or commit of the git repository instead of the files; a bare repository will do.")
ABOUT("option", "shrink-baseline",
	"Retire des fautes connues en vigueur ce qui a été corrigé, et n’ajoute rien.",
	"Takes out of the baseline in force what was mended, and adds nothing.")
ABOUT("option", "site-language",
	"La langue du site, quoi qu’en disent site.yml et ses pages : `fr`, `en`, `pt-BR`… Une langue dont le thème n’a pas les mots est montrée avec les mots anglais. `init` l’écrit dans site.yml.",
	"The language of the site, whatever site.yml and its pages say: `fr`, `en`, `pt-BR`… A language that the theme has no words for is shown with English ones. `init` writes it into site.yml.")
ABOUT("option", "stats",
	"Écrit en JSON des mesures de la construction : pages, octets, fichiers, secondes de chaque étape, mémoire la plus grande en octets. État 2 si elles ne peuvent pas être écrites.",
	"Writes figures of the build as JSON: pages, bytes, files, seconds of each stage, peak memory in bytes. Status 2 when they cannot be written.")
ABOUT("option", "strict",
	"Les avertissements comptent comme des erreurs.",
	"Warnings count as errors.")
ABOUT("option", "url",
	"L’adresse où le site sera publié, en http ou https ; elle passe avant la clé `url` de `site.yml`. Les liens par cette adresse sont pris pour ceux du site : ils deviennent locaux, et sont vérifiés.",
	"Where the site will be published, http or https; overrides `url` of `site.yml`. Links by this address are taken for the site’s own: they are made local, and checked.")
ABOUT("option", "version",
	"Dit la version du programme.",
	"Prints the version.")
ABOUT("option", "write-baseline",
	"Note dans ce fichier toutes les fautes du jour, une par ligne, dans l’ordre ; jamais à la place d’un fichier qui n’est pas une telle liste, ni à travers un lien symbolique.",
	"Writes all faults of today to this file, one a line, sorted; never over a file that is not a baseline, nor through a symbolic link.")

ABOUT("site.yml", "title",
	"Le titre du site ; celui de la page d’accueil s’il manque.",
	"The title of the site; that of the home page if there is none.")
ABOUT("site.yml", "description",
	"Une phrase qui dit ce qu’est le site, pour les moteurs de recherche et l’aperçu d’un lien partagé.",
	"A sentence that says what the site is, for search engines and the preview of a link that is shared.")
ABOUT("site.yml", "url",
	"L’adresse publique du site, en `https://` ou `http://`. Sans elle, ni plan pour les moteurs de recherche ni adresse entière des pages.",
	"The public address of the site, `https://` or `http://`. Without it there is no sitemap, and no page knows its whole address.")
ABOUT("site.yml", "language",
	"La langue du site (`fr`, `en`, `pt-BR`…) : ses menus, sa typographie, les messages. Sans elle, celle de docs.yaml, ou celle de ses dix premières pages quand elle est claire et qu’elles ont plus de 300 mots ; le français, sinon.",
	"The language of the site (`fr`, `en`, `pt-BR`…): its menus, its typography, messages. Without it that of docs.yaml, or that of its first ten pages where it is clear and they have more than 300 words; otherwise French.")
ABOUT("site.yml", "editions",
	"Ce qui est construit avec le site. `une-page` : le cours entier dans l’ordre de lecture, à l’adresse `en-une-page/`.",
	"What is built beside the site. `une-page`: the whole course in reading order, at `en-une-page/`.")
ABOUT("site.yml", "content",
	"Le dossier du contenu, depuis celui du cours ; ce dernier si rien n’est dit.",
	"The folder of the content, from the course’s; the latter if nothing is said.")
ABOUT("site.yml", "theme",
	"L’apparence : le nom d’un thème, ou un dossier du cours. `cours` si rien n’est dit.",
	"How the site looks: the name of a theme, or a folder of the course. `cours` if nothing is said.")
ABOUT("site.yml", "addresses",
	"Comment les pages reçoivent leurs adresses : comme GitBook, d’après la table des matières, ou d’après les fichiers. `gitbook` si rien n’est dit.",
	"How pages get their addresses: as in GitBook, from the table of contents, or from their files. `gitbook` if nothing is said.")
ABOUT("site.yml", "repository",
	"Le dépôt sur la forge, pour les liens « Modifier cette page ».",
	"The repository on the forge, for links to edit a page.")
ABOUT("site.yml", "authors",
	"Montre au pied des pages ceux qui les ont écrites, d’après git. `false` si rien n’est dit.",
	"Shows at the foot of pages who wrote them, from git. `false` if nothing is said.")
ABOUT("site.yml", "typography",
	"Met la typographie française : espaces insécables, guillemets, apostrophes. `true` si rien n’est dit ; sans effet dans une autre langue.",
	"Sets French typography: no-break spaces, quotes, apostrophes. `true` if nothing is said; without effect in another language.")
ABOUT("site.yml", "glossary",
	"Relie la première mention d’un terme à sa définition. `true` si rien n’est dit.",
	"Links the first mention of a term to its definition. `true` if nothing is said.")
ABOUT("site.yml", "contact",
	"À qui écrire : les pages le montrent.",
	"Whom to write to: pages show it.")
ABOUT("site.yml", "licence",
	"La licence du texte, telle qu’elle est nommée au pied des pages.",
	"The licence of the text, as the foot of pages names it.")
ABOUT("site.yml", "accessibilite",
	"La déclaration d’accessibilité, dont une page est faite : `etat` (`non-conforme`, `partiellement-conforme` ou `conforme`), `contact`, et ce que le thème en montre de plus.",
	"The accessibility statement, of which a page is made: `etat` (`non-conforme`, `partiellement-conforme` or `conforme`), `contact`, and what else the theme shows of it.")
ABOUT("site.yml", "mentions-legales",
	"Les mentions légales, dont une page est faite : `editeur`, `directeur`, `hebergeur`.",
	"The legal notice, of which a page is made: `editeur`, `directeur`, `hebergeur`.")
ABOUT("site.yml", "donnees-personnelles",
	"Ce que le site sait de ses lecteurs, dont une page est faite : `contact`, `responsable`, `texte`.",
	"What the site knows of its readers, of which a page is made: `contact`, `responsable`, `texte`.")
ABOUT("site.yml", "menu",
	"Les rubriques du haut des pages, une par ligne : le chemin d’une page depuis le contenu, sans `.md`.",
	"The rubrics at the head of pages, one a line: the path of a page from the content, without `.md`.")
ABOUT("site.yml", "checks",
	"La gravité d’une sorte de message, par son code : `erreur`, `avertissement`, `note`, `remarque` ou `non`. Ainsi `checks: {image-distante: note}`.",
	"The severity of a kind of message, by its code: `error`, `warning`, `note`, `remark` or `none`. So `checks: {image-distante: note}`.")
ABOUT("site.yml", "baseline",
	"Le fichier des fautes connues, depuis le dossier du cours : voir `--baseline` dans `sommaire(1)`.",
	"The file of known faults, from the course’s folder: see `--baseline` in `sommaire(1)`.")
ABOUT("site.yml", "aide",
	"L’adresse d’une page où tous les messages sont expliqués, celle que donne `sommaire explain --format markdown`, où qu’elle soit publiée : les messages y mènent alors, chacun à son code.",
	"The address of a page that explains all messages, as `sommaire explain --format markdown` prints it, wherever it is published: messages then lead there, each to its code.")
ABOUT("site.yml", "redirects",
	"D’anciennes adresses, et la page où chacune mène : `ancienne/adresse: fiches/pitch.md`.",
	"Earlier addresses, and the page that each leads to: `old/address: fiches/pitch.md`.")
ABOUT("site.yml", "organisme-public",
	"Vrai quand un organisme public publie le site : chaque page dit alors où en est son accessibilité, « non conforme » tant que `accessibilite` ne dit pas autre chose. Sans l’une ni l’autre, rien n’en est dit.",
	"True where a public body publishes the site: each page then says how accessible it is, “non conforme” until `accessibilite` says otherwise. Without either nothing is said of it.")
ABOUT("site.yml", "spaces",
	"D’autres espaces de GitBook : leur identifiant, et leur adresse ou leur dossier dans ce site. Les liens qui y mènent sont récrits.",
	"Other spaces of GitBook: their id, and their address or their folder in this site. Links to them are rewritten.")
ABOUT("site.yml", "espaces",
	"Réservée à une version à venir : la valeur est vérifiée, rien n’en dépend encore.",
	"Kept for a version to come: its value is checked, nothing depends on it yet.")
ABOUT("site.yml", "jumeaux",
	"Réservée à une version à venir : la valeur est vérifiée, rien n’en dépend encore.",
	"Kept for a version to come: its value is checked, nothing depends on it yet.")
ABOUT("site.yml", "search",
	"« non » retire la recherche du site. Sans cette clé, chaque page a un bouton « Rechercher », et une page « Recherche » répond aux mots et aux questions, hors ligne aussi.",
	"“no” takes search out of the site. Without this key each page has a button “Search”, and a page “Search” answers words and questions, offline, too.")

ABOUT("repository", "url",
	"L’adresse du dépôt.",
	"The address of the repository.")
ABOUT("repository", "branch",
	"La branche que l’on modifie ; `main` si rien n’est dit.",
	"The branch that is edited; `main` if nothing is said.")

ABOUT(".gitbook.yaml", "root",
	"Le dossier du contenu, depuis celui du dépôt. `content` de `site.yml` passe avant.",
	"The folder of the content, from the repository’s. `content` of `site.yml` comes first.")
ABOUT(".gitbook.yaml", "structure",
	"Les deux fichiers qui suivent.",
	"The two files below.")
ABOUT(".gitbook.yaml", "redirects",
	"Comme la clé de ce nom dans `site.yml`.",
	"As the key of that name in `site.yml`.")

ABOUT("structure", "readme",
	"La page d’accueil ; `README.md` si rien n’est dit.",
	"The home page; `README.md` if nothing is said.")
ABOUT("structure", "summary",
	"La table des matières ; `SUMMARY.md` si rien n’est dit.",
	"The table of contents; `SUMMARY.md` if nothing is said.")

ABOUT("front", "title",
	"Le titre, s’il doit différer de la ligne `# ` : gardez l’un des deux.",
	"The title, where it should differ from the line `# `: keep one of the two.")
ABOUT("front", "description",
	"Une phrase, montrée sous le titre, dans les listes et par les moteurs de recherche.",
	"A sentence, shown below the title, in lists and by search engines.")
ABOUT("front", "icon",
	"Un dessin : admis, mais le thème par défaut ne le montre pas.",
	"A picture: allowed, but the default theme does not show it.")
ABOUT("front", "lang",
	"La langue de la page, si ce n’est pas celle du site : la typographie et les titres d’encadrés la suivent, les lecteurs d’écran la prononcent.",
	"The language of the page, where it is not the site’s: typography and titles of hints follow it, screen readers pronounce it.")
ABOUT("front", "tags",
	"Des mots pour classer la page : admis, mais le thème par défaut ne les montre pas.",
	"Words to file the page by: allowed, but the default theme does not show them.")
ABOUT("front", "aliases",
	"Les anciennes adresses de la page, sans le nom du site : elles mènent encore à elle.",
	"Earlier addresses of the page, without the site’s name: they still lead to it.")
ABOUT("front", "draft",
	"`true` : un brouillon, qui n’est pas publié.",
	"`true`: a draft, which is not published.")
ABOUT("front", "hidden",
	"`true` : publiée, mais absente des menus et du plan pour les moteurs de recherche.",
	"`true`: published, but in no menu and in no sitemap.")
ABOUT("front", "type",
	"Ce qu’est la page : voir plus bas. Sans elle, `section` pour un `README.md`, `page` pour le reste.",
	"What the page is: see below. Without it `section` for a `README.md`, `page` for the rest.")
ABOUT("front", "id",
	"Un autre nom pour citer la page dans `prerequis` et `fiches`.",
	"Another name by which `prerequis` and `fiches` may cite the page.")
ABOUT("front", "objectifs",
	"Ce que la personne saura faire.",
	"What one will be able to do.")
ABOUT("front", "duree",
	"La durée ; calculée d’après la longueur si elle manque.",
	"The time that it takes; worked out from its length if it is not said.")
ABOUT("front", "liste",
	"Ce que la page liste après son texte : toutes les fiches, ou toutes les études de cas.",
	"What the page lists behind its text: all sheets, or all cases.")
ABOUT("front", "prerequis",
	"Les pages à lire avant, que la table des matières place plus haut. Chacune montre d’elle-même celles qui s’appuient sur elle.",
	"The pages to read before, which stand higher in the table of contents. Each shows by itself those that build on it.")
ABOUT("front", "fiches",
	"Dans une étude de cas : les fiches qu’elle illustre.",
	"In a case: the sheets that it illustrates.")
ABOUT("front", "service",
	"Dans une étude de cas : le nom du service.",
	"In a case: the name of the service.")
ABOUT("front", "periode",
	"Dans une étude de cas : quand cela s’est passé.",
	"In a case: when it happened.")
ABOUT("front", "resultats",
	"Dans une étude de cas : une ligne par résultat, ainsi `Durée: 7 jours`.",
	"In a case: a line a result, as `Durée: 7 jours`.")
ABOUT("front", "sources",
	"Dans une étude de cas : d’où viennent les faits.",
	"In a case: where the facts come from.")
ABOUT("front", "cout",
	"Dans une fiche : ce que la technique coûte.",
	"In a sheet: what the technique costs.")
ABOUT("front", "mise-en-oeuvre",
	"Dans une fiche : ce qu’il faut pour la mettre en pratique.",
	"In a sheet: what it takes to put it into practice.")
ABOUT("front", "verifie-le",
	"Le jour où quelqu’un a vérifié les faits.",
	"The day on which somebody checked the facts.")
ABOUT("front", "a-revoir",
	"Le jour où il faudra les vérifier de nouveau ; le rapport range ces pages par date.",
	"The day on which they should be checked again; the report lists such pages by date.")
ABOUT("front", "responsable",
	"La personne ou l’équipe qui suit la page ; les lecteurs voient son nom.",
	"The person or team who looks after the page; readers see the name.")

ABOUT("type", "page",
	"Une page simple.",
	"A plain page.")
ABOUT("type", "section",
	"Une page qui en réunit d’autres : le `README.md` d’un dossier.",
	"A page that gathers others: the `README.md` of a folder.")
ABOUT("type", "chapitre",
	"Un chapitre : ses fiches, ses études de cas et son quiz sont rangés sous lui, sa durée est celle de tous.",
	"A chapter: its sheets, cases and quiz stand below it, its time is that of all.")
ABOUT("type", "fiche",
	"Une technique, avec ses étapes et un exercice. Elle montre les études de cas qui l’illustrent.",
	"A technique, with its steps and an exercise. It shows the cases that illustrate it.")
ABOUT("type", "etude-de-cas",
	"Ce qui s’est passé, avec des chiffres et des sources.",
	"What happened, with figures and sources.")
ABOUT("type", "quiz",
	"Des questions : un titre `##`, puis une liste de cases.",
	"Questions: a heading `##`, then a list of boxes.")
ABOUT("type", "glossaire",
	"Les termes et leurs définitions : un titre `##` chacun.",
	"The terms and their definitions: a heading `##` each.")
