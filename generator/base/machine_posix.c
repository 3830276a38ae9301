#include "base/machine.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A machine with processes: Linux, macOS, the BSDs. */

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* Linux 5.14 */
#endif

enum { PAGE = 4096 };

/* 64 GiB where addresses have room for them. */
static const size_t LARGEST_MAPPING = (size_t)1 << (sizeof(size_t) > 4 ? 36 : 30);
static const size_t SMALLEST_MAPPING = (size_t)256 << 20;

void *machine_map(size_t *size)
{
	for (*size = LARGEST_MAPPING;; *size /= 2) {
		void *p = mmap(NULL, *size, PROT_READ | PROT_WRITE,
		               MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
		if (p != MAP_FAILED)
			return p;
		if (*size <= SMALLEST_MAPPING)
			return NULL;
	}
}

void machine_unmap(void *p, size_t size)
{
	munmap(p, size);
}

/* Advice covers whole pages. */
static void advise(void *p, size_t size, int advice)
{
	uintptr_t start = (uintptr_t)p & ~(uintptr_t)(PAGE - 1);
	madvise((void *)start, (uintptr_t)p + size - start, advice);
}

void machine_rest(void *p, size_t size)
{
	advise(p, size, MADV_DONTNEED);
}

/* One call for all pages costs a fraction of a fault each. Where it is not known, they
 * fault. */
void machine_expect(void *p, size_t size)
{
	advise(p, size, MADV_POPULATE_WRITE);
}

bool machine_lock(int fd)
{
	return flock(fd, LOCK_EX | LOCK_NB) == 0;
}

/* The lowest place that is free is the one that open takes. */
void machine_hold_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

double machine_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int machine_columns(int fd)
{
	struct winsize size;
	return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

long machine_process(void)
{
	return (long)getpid();
}

void machine_permit(int fd, unsigned mode)
{
	if (fchmod(fd, mode) < 0)
		return; /* it stays as new files are */
}
