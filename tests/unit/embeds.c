#include "compose/embeds.h"

#include "../tap.h"
#include "../words.h"
#include "said.h"

#include "base/mem.h"

/* clang-format off */
static const struct { const char *url, *fr, *en; } labels[] = {
	{"https://www.youtube.com/watch?v=a", "Voir la vidéo sur YouTube", "Watch the video on YouTube"},
	{"https://youtu.be/a", "Voir la vidéo sur YouTube", "Watch the video on YouTube"},
	{"https://player.vimeo.com/video/1", "Voir la vidéo sur Vimeo", "Watch the video on Vimeo"},
	{"https://dai.ly/x", "Voir la vidéo sur Dailymotion", "Watch the video on Dailymotion"},
	{"https://www.loom.com/share/x", "Voir la vidéo sur Loom", "Watch the video on Loom"},
	{"https://tube.numerique.gouv.fr/w/abc", "Voir la vidéo sur tube.numerique.gouv.fr", "Watch the video on tube.numerique.gouv.fr"},
	{"https://peertube.example:9000/videos/watch/abc", "peertube.example:9000/videos/watch/abc", "peertube.example:9000/videos/watch/abc"},
	{"https://docs.google.com/document/d/x", "Ouvrir le document dans Google Docs", "Open the document in Google Docs"},
	{"https://docs.google.com/presentation/d/x", "Voir la présentation dans Google Slides", "See the slides in Google Slides"},
	{"https://docs.google.com/spreadsheets/d/x", "Ouvrir le tableau dans Google Sheets", "Open the table in Google Sheets"},
	{"https://drive.google.com/drive/folders/x", "Ouvrir le dossier dans Google Drive", "Open the folder in Google Drive"},
	{"https://drive.google.com/file/d/x", "Ouvrir le document dans Google Drive", "Open the document in Google Drive"},
	{"https://airtable.com/embed/x", "Ouvrir le tableau dans Airtable", "Open the table in Airtable"},
	{"https://www.figma.com/proto/x", "Voir la démonstration sur Figma", "See the demonstration on Figma"},
	{"https://www.figma.com/file/x", "Voir la maquette dans Figma", "See the design in Figma"},
	{"HTTPS://WWW.VIMEO.COM/1", "Voir la vidéo sur Vimeo", "Watch the video on Vimeo"},
	/* only looks like one */
	{"https://notvimeo.com/1", "notvimeo.com/1", "notvimeo.com/1"},
	{"https://vimeo.com.example.org/1", "vimeo.com.example.org/1", "vimeo.com.example.org/1"},
	/* nothing is known of it */
	{"https://www.example.org/", "example.org", "example.org"},
	{"https://example.org/a/b/?c=d#e", "example.org/a/b", "example.org/a/b"},
	{"//example.org/a", "example.org/a", "example.org/a"},
	{"https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		"example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…", "example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"},
	{"https://", "https://", "https://"},
	{"mailto:a@b.fr", "mailto:a@b.fr", "mailto:a@b.fr"},
	{"", "", ""},
};

static const struct { const char *path; size_t size; const char *fr, *en; } details[] = {
	{"a/b.pdf", 1234567, "PDF, 1,2~Mo", "PDF, 1.2~MB"},
	{"a.ods", 12345, "ODS, 12~ko", "ODS, 12~kB"},
	{"a.csv", 8, "CSV, 8~octets", "CSV, 8~bytes"},
	{"a.zip", 999, "ZIP, 999~octets", "ZIP, 999~bytes"},
	{"a.zip", 1000, "ZIP, 1,0~ko", "ZIP, 1.0~kB"},
	{"a.zip", 999950, "ZIP, 1,0~Mo", "ZIP, 1.0~MB"},
	{"a.zip", 3400000000, "ZIP, 3,4~Go", "ZIP, 3.4~GB"},
	{"a.PDF", 0, "PDF", "PDF"},
	{"LISEZMOI", 20, "20~octets", "20~bytes"},
	{"LISEZMOI", 0, NULL, NULL},
};
/* clang-format on */

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	const struct labels *words[] = {words_of(&a, "fr"), words_of(&a, "en")};
	plan(2 * COUNT(labels) + 2 * COUNT(details));
	for (size_t i = 0; i < COUNT(labels); i++) {
		is(embed_label(&a, labels[i].url, words[0]), labels[i].fr, "fr %s",
		   labels[i].url);
		is(embed_label(&a, labels[i].url, words[1]), labels[i].en, "en %s",
		   labels[i].url);
	}
	for (size_t i = 0; i < COUNT(details); i++)
		for (int lang = 0; lang < 2; lang++) {
			const char *told = file_detail(&a, details[i].path,
			                               details[i].size, words[lang]);
			is(told ? spelt(&a, told) : NULL,
			   lang ? details[i].en : details[i].fr, "%s %zu",
			   details[i].path, details[i].size);
		}
	arena_release(&a);
	return finish();
}
