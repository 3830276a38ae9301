#ifndef FRENCH_SPOKEN_H
#define FRENCH_SPOKEN_H

/*
 * Letters of Greek and Cyrillic, and signs, as addresses write them: in small letters
 * from a to z.
 */

#include <stdint.h>

/* What stands for a character, a blank for the end of a word; "": nothing does. NULL: it
 * is written as it is, or is no letter. */
const char *spoken(uint32_t c);

#endif
