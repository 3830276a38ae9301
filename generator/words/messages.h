/*
 * What we tell authors: one row a message, no guard on purpose. The rows stand in one
 * file a subject, included below, and only by those who find a row's words: everybody
 * else includes words/message_names.h, which make makes of the names alone.
 *
 * MESSAGE(name, code, severity, sentence fr, sentence en, help fr, help en[, since])
 *   {1} … {4} are the arguments of diag_report; a help may be NULL. What stands behind a
 * "|" in a help is said instead when an argument that it needs was not given.
 * EXPLAIN(code, fr, en[, since]): cause and cure of a code, for `sommaire explain`.
 *   `since` is the generation that brought it (message_since); 1 is left out. What is
 * told where nothing was told before gets a new one, when a release is behind the last.
 * SENTENCE(name, fr, en): what is said without finding anything (see words/sentence.h).
 * ABOUT(of, name, fr, en): what the manuals say of a key, an option (see words/about.h).
 *   In all of them {1?page:pages} is the form that goes with the count {1}.
 *
 * French sentences are typographic (« », ’, no-break spaces) and use no word
 * of developers. Rows of one code stand together.
 */
#ifndef MESSAGE
#define MESSAGE(...)
#endif
#ifndef EXPLAIN
#define EXPLAIN(...)
#endif
#ifndef SENTENCE
#define SENTENCE(...)
#endif
#ifndef ABOUT
#define ABOUT(...)
#endif

#include "words/messages_command.h"
#include "words/messages_course.h"
#include "words/messages_kinds.h"
#include "words/messages_manual.h"
#include "words/messages_page.h"
#include "words/messages_place.h"
#include "words/messages_report.h"
#include "words/messages_rules.h"
#include "words/messages_slips.h"
#include "words/messages_template.h"

#undef MESSAGE
#undef EXPLAIN
#undef SENTENCE
#undef ABOUT
