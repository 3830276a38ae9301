#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

/*
 * One page, alone: its Markdown to a body and to the page's facts.
 *
 * Headings get their ids, links and images are resolved against what load
 * knows, typography is set, and the serialiser writes. No other page's body
 * is looked at: a link to an anchor of another page leaves holes.
 */

#include "base/mem.h"
#include "compose/lexicon.h"
#include "course/composed.h"
#include "course/site.h"
#include "words/message_names.h"

/* Who composes pages, one after the other; `{0}` is a new one. */
struct composer {
	struct arena scratch;   /* reset for each page */
	struct lexicon lexicon; /* words that it has met */
};

void composer_release(struct composer *composer);

/*
 * Composes a page into one allocation of `results`, an arena over the shared
 * mapping. The result does not depend on what else was composed. What the page's
 * file held is given to `results` for its memory to be used again. Never NULL.
 */
const struct composed *compose_page(const struct site *site, const struct page *page,
                                    struct arena *results, struct composer *composer);

/* What stands for a page that could not be composed: its title and a sentence. */
const struct composed *compose_lost(const struct page *page, struct arena *results,
                                    enum message why);

#endif
