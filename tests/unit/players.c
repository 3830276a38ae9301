#include "compose/players.h"

#include "../tap.h"

/* clang-format off */
static const struct { const char *url, *origin, *path; } films[] = {
	{"https://www.youtube.com/watch?v=20SHvU2PKsM", "https://www.youtube-nocookie.com", "/embed/20SHvU2PKsM"},
	{"https://www.youtube.com/watch?app=desktop&v=20SHvU2PKsM&t=3", "https://www.youtube-nocookie.com", "/embed/20SHvU2PKsM"},
	{"https://www.youtube.com/embed/20SHvU2PKsM?rel=0", "https://www.youtube-nocookie.com", "/embed/20SHvU2PKsM"},
	{"https://youtu.be/6Z-P5nfPqTw", "https://www.youtube-nocookie.com", "/embed/6Z-P5nfPqTw"},
	{"http://youtu.be/6Z-P5nfPqTw", "https://www.youtube-nocookie.com", "/embed/6Z-P5nfPqTw"},
	{"HTTPS://YouTu.be/6Z-P5nfPqTw", "https://www.youtube-nocookie.com", "/embed/6Z-P5nfPqTw"},
	{"https://vimeo.com/415190106", "https://player.vimeo.com", "/video/415190106?dnt=1"},
	{"https://vimeo.com/415190106?share=copy", "https://player.vimeo.com", "/video/415190106?dnt=1"},
	{"https://vimeo.com/320507167/c8854a45a8", "https://player.vimeo.com", "/video/320507167?dnt=1&h=c8854a45a8"},
	{"https://vimeo.com/320507167/c8854a45a8?share=copy", "https://player.vimeo.com", "/video/320507167?dnt=1&h=c8854a45a8"},
	{"https://vimeo.com/320507167?share=copy&h=c8854a45a8", "https://player.vimeo.com", "/video/320507167?dnt=1&h=c8854a45a8"},
	{"https://player.vimeo.com/video/320507167?h=c8854a45a8&dnt=0", "https://player.vimeo.com", "/video/320507167?dnt=1&h=c8854a45a8"},
	{"https://vimeo.com/320507167/about", "https://player.vimeo.com", "/video/320507167?dnt=1"},
	{"https://player.vimeo.com/video/415190106", "https://player.vimeo.com", "/video/415190106?dnt=1"},
	{"https://www.dailymotion.com/video/x7tgad0", "https://www.dailymotion.com", "/embed/video/x7tgad0"},
	{"https://dai.ly/x7tgad0", "https://www.dailymotion.com", "/embed/video/x7tgad0"},
	{"https://tube.numerique.gouv.fr/w/5VNqeqcxZeDYiVwdoWKfJT", "https://tube.numerique.gouv.fr", "/videos/embed/5VNqeqcxZeDYiVwdoWKfJT?p2p=0"},
	{"https://tube.example.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d", "https://tube.example.org", "/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?p2p=0"},
	/* no film, or one whose player is not known */
	{"https://www.youtube.com/playlist?list=PL1234567890", NULL, NULL},
	{"https://www.youtube.com/watch", NULL, NULL},
	{"https://www.youtube.com/watch?v=tooshort", NULL, NULL},
	{"https://www.youtube.com/watching?v=20SHvU2PKsM", NULL, NULL},
	{"https://vimeo.com/manage/videos/727557840", NULL, NULL},
	{"https://vimeo.com/415190106abc", NULL, NULL},
	{"https://example.org/w/index.php", NULL, NULL},
	{"https://tube.example.org/w/p/5VNqeqcxZeDYiVwdoWKfJT", NULL, NULL},
	/* what must not reach a policy */
	{"https://youtube.com.example.org/watch?v=20SHvU2PKsM", NULL, NULL},
	{"https://notvimeo.com/415190106", NULL, NULL},
	{"https://a@b.example/w/5VNqeqcxZeDYiVwdoWKfJT", NULL, NULL},
	{"https://a.example:81/w/5VNqeqcxZeDYiVwdoWKfJT", NULL, NULL},
	{"https://a;script-src *.example/w/5VNqeqcxZeDYiVwdoWKfJT", NULL, NULL},
	{"https:///w/5VNqeqcxZeDYiVwdoWKfJT", NULL, NULL},
	{"//youtu.be/6Z-P5nfPqTw", NULL, NULL},
	{"javascript:alert(1)//youtu.be/6Z-P5nfPqTw", NULL, NULL},
	{"https://youtu.be", NULL, NULL},
	{"", NULL, NULL},
};
/* clang-format on */

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	plan(2 * COUNT(films));
	for (size_t i = 0; i < COUNT(films); i++) {
		struct player player = player_find(&a, films[i].url);
		const char *address =
			films[i].path
				? arena_format(&a, "%s%s", films[i].origin, films[i].path)
				: NULL;
		is(player.origin, films[i].origin, "%s: its origin", films[i].url);
		is(player.address, address, "%s: its address", films[i].url);
	}
	arena_release(&a);
	return finish();
}
