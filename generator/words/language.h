#ifndef WORDS_LANGUAGE_H
#define WORDS_LANGUAGE_H

/* The languages in which the program itself speaks. */

enum language { LANGUAGE_FR, LANGUAGE_EN, N_LANGUAGES };

#endif
