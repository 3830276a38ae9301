#ifndef COURSE_COMPOSED_H
#define COURSE_COMPOSED_H

/*
 * What composing a page returns: a value.
 *
 * It is one allocation that points to nothing outside itself: other pages,
 * files and terms are numbers of the site that was loaded. So it can be
 * kept, copied, or thrown away alone. Numbers hold until the course is loaded
 * again; what lives longer is a page's path.
 */

#include <stdint.h>

#include "base/mem.h"
#include "base/pool.h"
#include "words/diag.h"

struct heading {
	int level; /* as the site writes it, from 1; 0: a place that is no heading */
	const char *id;
	const char *text;     /* plain, typographic */
	const char **aliases; /* further ids that lead here */
	size_t n_aliases;
	bool is_in_tab; /* of tabs, of which readers see one at a time */
};

/* A link to another page: connect finds its anchor there. */
struct link {
	size_t target;      /* number of the page */
	const char *anchor; /* as written, without #; NULL: the page itself */
	struct place at;
};

/*
 * A heading and what stands below it, up to the next heading; what stands
 * before the first one is the title's. The lines are those of its own file, up
 * to the next heading there: `last` is before `first` where there are none. The
 * hash is of the words as they were typed, includes in place: a new wording
 * changes it, a new theme, glossary or typography does not.
 */
struct section {
	uint32_t heading;               /* number in headings */
	uint32_t level;                 /* of that heading */
	uint32_t file;                  /* number in files */
	int first, last;                /* lines */
	uint32_t first_count, n_counts; /* its words, in word_counts */
	const char *excerpt; /* how its text starts, as it is printed; "": no text */
	uint64_t hash;
};

/* How often a section has a word. */
struct word_count {
	uint32_t word; /* number in words */
	uint32_t n;
};

/* A question of a quiz, as it may be remembered elsewhere. Its id is the one that its
 * author gave, or its words; where questions of the page have the same words, a hash of
 * all that they say is behind these. It does not depend on its neighbours, then. */
struct asked {
	const char *id;   /* unique among the questions of the page */
	uint32_t heading; /* number in headings */
	uint64_t hash;    /* of its words as they were typed, choices included */
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_LIST,
	BLOCK_ITEM,
	BLOCK_TABLE,
	BLOCK_ROW,
	BLOCK_CODE,
	BLOCK_QUOTE,
	BLOCK_RULE,
	BLOCK_TAG,
	BLOCK_INCLUDE, /* the tag; what it includes has blocks of its own */
	BLOCK_HTML,
	BLOCK_FOOTNOTE,
	BLOCK_QUESTION,
	N_BLOCK_KINDS
};

/* Where a block stands. A block within another one comes behind it. */
struct block {
	uint32_t kind;
	uint32_t file;   /* number in files */
	int first, last; /* lines */
};

enum { NO_TARGET = UINT32_MAX };

/* Where a destination is written: bytes of the file, which are what the link leads to
 * once they are decoded as the kind says (settle/destinations.h). */
struct destination {
	uint32_t kind;
	uint32_t file; /* number in files */
	uint32_t start, end;
	uint32_t target; /* number of a file of the content; NO_TARGET: it is none */
};

/* What a body leaves to the edition that writes it out. */
enum ref_kind {
	/* of a link, by its number: what stands between the first and the third is its
	 * tag, and left out when it leads nowhere */
	REF_LINK_OPEN,
	REF_LINK_ADDRESS,
	REF_LINK_OPENED,
	REF_LINK_TEXT, /* its words, where they are those of what it leads to */
	REF_LINK_CLOSE,
	REF_ASSET,    /* the address of a file, by its number */
	REF_ROOT,     /* what leads to the site's root */
	REF_ID,       /* an id of the page's own starts here */
	REF_TITLE_ID, /* the id of the page's title, of which nothing is written here */
	REF_HEADING_OPEN,  /* "<h2", by its level */
	REF_HEADING_CLOSE, /* "</h2>" */
	REF_FOOTNOTE,      /* numbers that count on from page to page: of notes, */
	REF_TABLE,         /* tables, */
	REF_CODE,          /* blocks of code */
	/* a block, by its number, whose opening tag ends here: nothing is written */
	REF_BLOCK,
	N_REF_KINDS
};

struct ref {
	uint32_t at;                    /* bytes of the body that stand before it */
	uint32_t kind : 6, number : 26; /* of what the kind says */
};

/* Parts of a body that an edition may set elsewhere, in their order; one may lie in
 * another. Each ends with bytes. */
enum part_kind {
	PART_NOTES,      /* the whole section of footnotes */
	PART_NOTE_ITEMS, /* what is in its list */
	PART_QUESTION,   /* of a quiz, without what follows */
	PART_ANSWER,     /* what folds away below it */
	PART_ANSWER_TEXT /* what is in there */
};

struct part {
	enum part_kind kind;
	uint32_t from, to; /* bytes of the body */
	uint32_t heading;  /* of a question and its answer: number of its heading */
};

/* Bytes, and references among them in their order. */
struct body {
	const char *bytes;
	size_t len;
	const struct ref *refs;
	size_t n_refs;
	const struct part *parts;
	size_t n_parts;
	/* how far the numbers count that go on from page to page */
	uint32_t n_footnotes, n_tables, n_codes;
};

struct composed {
	size_t size;  /* bytes of the whole allocation */
	bool is_lost; /* it could not be composed: the body says so */
	struct body body;
	const struct heading *headings; /* the title is first */
	size_t n_headings;
	const struct link *links;
	size_t n_links;
	const uint32_t *linked; /* numbers of the pages that it links to, each once */
	size_t n_linked;
	const uint32_t *assets; /* of the files that it shows or links to */
	size_t n_assets;
	const uint32_t *terms; /* that it mentions, in the order of their first mention */
	size_t n_terms;
	size_t n_words;
	size_t n_questions;
	/* origins of the players of its films, blanks between them; NULL: it has none */
	const char *players;
	const struct finding *findings;
	size_t n_findings;

	/* What is gathered only when it is asked for (struct options). */

	/* with either: paths from the content folder, of the page and of what it includes
	 */
	const char **files;
	size_t n_files;
	/* wants_sections */
	const struct section *sections;
	size_t n_sections;
	/* Of the text, each once, in the order of their first use: runs of letters and
	 * digits, in lower case, without accents, cut at 64 bytes. One stands behind the
	 * other, each with its NUL. */
	const char *words;
	size_t words_size, n_distinct;
	const struct word_count *word_counts;
	size_t n_word_counts;
	const uint32_t *pairs; /* a filter of words side by side: compose/lexicon.h */
	size_t n_pairs;        /* its length */
	const struct asked *questions; /* n_questions of them */
	/* wants_source_map */
	const struct block *blocks;
	size_t n_blocks;
	const struct destination *destinations;
	size_t n_destinations;
	size_t n_lost_destinations; /* that were found nowhere in the files */
};

/* The id of a page's title. */
extern const char composed_title_id[];

/* What is said of a page that a worker was lost with. */
enum message composed_loss(enum loss why);
/* A page of ours: the theme has all that it needs. */
extern const struct composed composed_nothing;

/* A copy in one allocation, with all that it points to. */
const struct composed *composed_keep(const struct composed *draft, struct arena *a);

#endif
