#ifndef COMPOSE_PLAYERS_H
#define COMPOSE_PLAYERS_H

/*
 * Films that readers may watch in the page, once they asked for it.
 *
 * A page loads nothing of the film's site by itself. The theme offers a button, and the
 * page's policy (CSP level 3, frame-src) names the sites that may then show a frame.
 */

#include "base/mem.h"

/* The origin of a player, and its whole address: both are made of letters, digits and
 * signs that need no escape. Both NULL: none is known for this film. */
struct player {
	const char *origin;  /* "https://player.vimeo.com" */
	const char *address; /* "https://player.vimeo.com/video/320507167?dnt=1" */
};

/* The player of the film at `url`, in its most discreet form: without cookies where the
 * site has such a form, without exchange between spectators for PeerTube. */
struct player player_find(struct arena *a, const char *url);

#endif
