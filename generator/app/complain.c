#include "app/complain.h"

#include <stdarg.h>

#include "base/mem.h"
#include "report/report_internal.h"

void complain(enum language lang, enum message m, ...)
{
	struct finding f = {.message = m};
	va_list list;
	va_start(list, m);
	const char *arg;
	for (size_t i = 0; i < COUNT(f.args) && (arg = va_arg(list, const char *)); i++)
		f.args[i] = arg;
	va_end(list);
	struct report r = {.lang = lang};
	struct excerpt none = {.site = NULL};
	report_text(&r, &none, &f, message_severity(m), stderr);
}
