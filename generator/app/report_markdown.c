#include "app/report_internal.h"

void report_markdown(struct report *r, const struct diag *d, FILE *out)
{
	(void)r;(void)d;(void)out;
}
