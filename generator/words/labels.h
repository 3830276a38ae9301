#ifndef WORDS_LABELS_H
#define WORDS_LABELS_H

/*
 * What the program itself says to readers: within the text of pages, and as names of the
 * pages that it makes. Here are only the keys: a theme has the words, in each language
 * that it knows (theme/labels.h).
 */

#include <stddef.h>

enum label {
	/* within the text */
	LABEL_HINT_INFO,
	LABEL_HINT_SUCCESS,
	LABEL_HINT_WARNING,
	LABEL_HINT_DANGER,
	LABEL_CODE,
	LABEL_TABLE,
	LABEL_COLON,
	LABEL_NOTES,
	LABEL_NOTE,
	LABEL_NOTE_BACK,
	LABEL_NOTE_BACK_ONE, /* of several; %n stands for its number */
	LABEL_TAB,
	LABEL_QUESTION,
	LABEL_OF,
	LABEL_SEVERAL,
	LABEL_ANSWER,
	LABEL_RIGHT,
	LABEL_WRONG,
	LABEL_REMOTE_IMAGE,
	LABEL_FAILED,
	LABEL_RIGHT_ANSWER,
	LABEL_RIGHT_ANSWERS,
	LABEL_DIAGRAM,
	LABEL_FORMULA,
	LABEL_BLOCK,
	LABEL_PROMPT,
	LABEL_SHOW_CODE,
	LABEL_API,
	LABEL_API_SCHEMAS,
	LABEL_API_ANSWER,
	LABEL_API_REQUIRED,
	/* before the name of another site */
	LABEL_SEE_VIDEO,
	LABEL_SEE_AUDIO,
	LABEL_SEE_DOCUMENT,
	LABEL_SEE_SLIDES,
	LABEL_SEE_TABLE,
	LABEL_SEE_FORM,
	LABEL_SEE_FOLDER,
	LABEL_SEE_DESIGN,
	LABEL_SEE_BOARD,
	LABEL_SEE_CODE,
	LABEL_SEE_DEMO,
	LABEL_SEE_MAP,
	LABEL_SEE_CALENDAR,
	LABEL_SEE_CHAT,
	LABEL_SEE_POST,
	/* sizes of files, from the smallest unit on */
	LABEL_BYTES,
	LABEL_KILOBYTES,
	LABEL_MEGABYTES,
	LABEL_GIGABYTES,
	LABEL_DECIMAL,
	/* dates */
	LABEL_FIRST_DAY,
	LABEL_JANUARY,
	LABEL_DECEMBER = LABEL_JANUARY + 11,
	/* pages that the program makes, and what is said of the site */
	LABEL_MAP_TITLE,
	LABEL_MAP_ADDRESS,
	LABEL_ACCESSIBILITY_TITLE,
	LABEL_ACCESSIBILITY_ADDRESS,
	LABEL_LEGAL_TITLE,
	LABEL_LEGAL_ADDRESS,
	LABEL_PRIVACY_TITLE,
	LABEL_PRIVACY_ADDRESS,
	LABEL_SEARCH_TITLE,
	LABEL_SEARCH_ADDRESS,
	LABEL_ONE_PAGE_TITLE,
	LABEL_ONE_PAGE_ADDRESS,
	LABEL_NOT_COMPLIANT,
	LABEL_PARTLY_COMPLIANT,
	LABEL_FULLY_COMPLIANT,
	LABEL_REPORT_SUBJECT,
	N_LABELS
};

/* The words of one language; none is NULL. */
struct labels {
	const char *text[N_LABELS];
	const char *html[N_LABELS]; /* the same, ready to stand in HTML */
};

struct label_key {
	const char *name; /* below `words` in a theme's file of labels */
	size_t item;      /* of the list that stands there, from 1; 0: it is a text */
};
struct label_key label_key(enum label label);

#endif
