/* Which language a course is taken to be written in. */

#include "french/guess.h"

#include <string.h>

#include "../tap.h"

/* clang-format off */
static const struct { const char *name, *text; int times; enum guess_state state; const char *tag; } cases[] = {
	{"nothing", "", 1, GUESS_NOTHING, ""},
	{"a title", "# Accueil\n\nBienvenue.\n", 1, GUESS_NOTHING, ""},
	{"French", "Ce cours est pour les agents qui cherchent des utilisateurs, et vous y trouverez une fiche par geste. ", 30, GUESS_CLEAR, "fr"},
	{"English", "This course is for the people who look for users, and you will find a sheet for each of the steps. ", 30, GUESS_CLEAR, "en"},
	{"English of few words", "This course is for the people who look for users, and you will find a sheet for each of the steps. ", 3, GUESS_FEW, "en"},
	{"Spanish", "El curso es para las personas que buscan usuarios, y cada ficha se lee por su cuenta; también están los casos. ", 30, GUESS_CLEAR, "es"},
	{"Portuguese", "O curso é para as pessoas que não têm usuários, e cada ficha pode ser lida por si; também há os casos do dia. ", 30, GUESS_CLEAR, "pt"},
	{"Italian", "Il corso è per chi cerca gli utenti, e non c’è una sola strada: le schede sono brevi, anche nel caso di un servizio che cresce. ", 30, GUESS_CLEAR, "it"},
	{"German", "Der Kurs ist für die Leute, die mit einem neuen Dienst beginnen, und er zeigt, wie sie von den ersten Nutzern lernen. ", 30, GUESS_CLEAR, "de"},
	{"Dutch", "De cursus is voor het team dat een nieuwe dienst begint, en je leest er ook wat niet te doen met de eerste klanten. ", 30, GUESS_CLEAR, "nl"},
	{"Swedish", "Kursen är för dig som vill att tjänsten ska användas, och den visar det som inte står på andra sidor från början. ", 30, GUESS_CLEAR, "sv"},
	{"Danish, which Norwegian is near to", "Kurset er til dig og den handler om det som du kan på en dag med et hold. ", 30, GUESS_MIXED, ""},
	{"Polish", "Kurs jest dla osób, które nie wiedzą, jak zacząć, i pokazuje, że to się da zrobić w jeden dzień z zespołem oraz za darmo. ", 30, GUESS_CLEAR, "pl"},
	{"Turkish", "Bu kurs yeni bir hizmet için hazırlandı ve ekip ile çalışmak isteyen herkes için daha açık olan bir yol gösterir. ", 30, GUESS_CLEAR, "tr"},
	{"Vietnamese", "Khóa học này là của nhóm và được viết cho những người không có thời gian với một dịch vụ trong các cơ quan. ", 30, GUESS_CLEAR, "vi"},
	{"Russian", "Этот курс для тех, кто не знает, как начать, и он показывает, что это можно сделать из дома или на работе с командой. ", 30, GUESS_CLEAR, "ru"},
	{"Ukrainian", "Цей курс для тих, хто не знає, як почати, і він показує, що це можна зробити з дому або на роботі та з командою. ", 30, GUESS_CLEAR, "uk"},
	{"Arabic", "هذا الدرس موجه إلى الفريق الذي يبحث عن المستخدمين مع خدمة جديدة في الإدارة أو على الإنترنت من أن يبدأ. ", 30, GUESS_CLEAR, "ar"},
	{"Persian", "این دوره برای گروه است که با یک خدمت تازه در اداره کار می‌کند و از کاربران را به کار می‌گیرد. ", 30, GUESS_CLEAR, "fa"},
	{"Hebrew", "הקורס הזה מיועד לצוות שמתחיל שירות חדש. ", 60, GUESS_CLEAR, "he"},
	{"Greek", "Το μάθημα είναι για όσους ξεκινούν μια νέα υπηρεσία. ", 60, GUESS_CLEAR, "el"},
	{"Hindi", "यह पाठ्यक्रम उन लोगों के लिए है जो नई सेवा शुरू करते हैं। ", 60, GUESS_CLEAR, "hi"},
	{"Thai", "หลักสูตรนี้สำหรับทีมที่เริ่มบริการใหม่", 60, GUESS_CLEAR, "th"},
	{"Chinese", "本课程面向刚开始提供新服务的团队，介绍如何找到第一批用户。", 60, GUESS_CLEAR, "zh"},
	{"Chinese with words of machines", "使用 API 和 JSON 来调用服务，然后在 README 中写下说明。", 60, GUESS_CLEAR, "zh"},
	{"Japanese", "このコースは新しいサービスを始めるチームのためのものです。", 60, GUESS_CLEAR, "ja"},
	{"Korean", "이 과정은 새로운 서비스를 시작하는 팀을 위한 것입니다. ", 60, GUESS_CLEAR, "ko"},
	{"French and English", "Ce cours est pour les agents qui cherchent. This course is for the people who look for users. ", 30, GUESS_MIXED, ""},
	{"lists of names", "Aster Bellis Cosmos Dahlia Erica Freesia Gerbera Hosta. ", 60, GUESS_MIXED, ""},
	{"code in English below French", "Les agents qui cherchent des utilisateurs sont dans ce cours.\n\n```\nif this is not the end of the file and it has to be read\n```\n\n", 60, GUESS_CLEAR, "fr"},
	{"tags, addresses, links", "<p class=\"the and of\">Les agents</p> {% hint style=\"the and of the\" %} sont dans [ce cours](the-and-of-the-is.md) `the and of the` https://example.org/the/and/of/the/is pour vous. ", 60, GUESS_CLEAR, "fr"},
	{"front matter in English", "---\ndescription: the and of the is for you and the and of\n---\nLes agents sont dans ce cours, pour vous. ", 1, GUESS_NOTHING, ""},
	{"one sign that opens nothing", "Les prix sont < 10 pour ce cours et dans une ville, avec vous. ", 60, GUESS_CLEAR, "fr"},
	{"capitals", "THE COURSE IS FOR THE PEOPLE WHO LOOK FOR USERS AND THIS IS WHAT YOU WILL NOT FIND IN IT. ", 60, GUESS_CLEAR, "en"},
	{"bytes that are no text", "\xff\xfe\x80 ", 300, GUESS_NOTHING, ""},
};
/* clang-format on */

int main(void)
{
	static const char *const states[] = {"nothing", "few", "mixed", "clear"};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena a = ARENA_PRIVATE;
		struct guess g = guess_new(&a);
		const char *tag;
		for (int n = 0; n < cases[i].times; n++)
			guess_read(&g, cases[i].text, strlen(cases[i].text));
		enum guess_state state = guess_language(&g, &tag);
		is(states[state], states[cases[i].state], "%s: how sure", cases[i].name);
		is(tag, cases[i].tag, "%s: tag", cases[i].name);
		arena_release(&a);
	}
	return finish();
}
