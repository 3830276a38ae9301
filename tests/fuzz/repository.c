/*
 * Git repositories whose files were patched: build and check, of the folder with its
 * past and of a revision, end with a status of ours, say why, and leave the earlier site
 * as it was when they build none.
 *
 * libgit2 dies on some of them, which is what its process is for: each input is tried in
 * a process of its own, whose signals and messages are none of the fuzzer's.
 */

#include "fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include "app/build.h"
#include "source/source.h"

/* The first byte of an input. */
enum { OF_REVISION = 1, OF_PACK = 2, CHECKS = 4, IS_SUMMED = 8 };

enum { MOST_FILES = 256, MOST_SECONDS = 60 };

struct template
{
	const char *root; /* NULL: not made yet */
	struct arena arena;
	struct source files; /* of .git */
	struct bytes text[MOST_FILES];
};

/* Where all of it is. */
static char base[] = "/tmp/sommaire-fuzz-XXXXXX";

static void clean(void)
{
	file_remove_tree(base);
}

static void make(struct template *t, const char *form)
{
	struct diag d = {.arena = &t->arena};
	t->root = path_join(&t->arena, base, form);
	REQUIRE(file_make_folder(t->root));
	const char *line = arena_format(&t->arena, "sh tests/fuzz/repository.sh %s %s",
	                                t->root, form);
	REQUIRE(system(line) == 0);
	const char *git = path_join(&t->arena, t->root, ".git");
	REQUIRE(source_open_folder(&t->files, &t->arena, git, NULL, &d));
	REQUIRE(t->files.n > 10 && t->files.n <= MOST_FILES);
	for (size_t i = 0; i < t->files.n; i++)
		REQUIRE(source_read(&t->files, &t->arena, &t->files.files[i], 1 << 20,
		                    &t->text[i]));
}

static void put(const struct template *t, size_t i, struct bytes text)
{
	struct arena a = ARENA_PRIVATE;
	const char *path = path_join(&a, t->files.root, t->files.files[i].path);
	REQUIRE(unlink(path) == 0 && file_write(path, text.data, text.len));
	arena_release(&a);
}

/* The sum that zlib closes its streams with (RFC 1950), made right for a stream whose
 * bytes are stored as they are. */
static void sum_up(char *text, size_t len)
{
	unsigned long a = 1, b = 0;
	if (len < 12)
		return;
	for (size_t i = 7; i < len - 4; i++) {
		a = (a + (unsigned char)text[i]) % 65521;
		b = (b + a) % 65521;
	}
	const unsigned long sum = b << 16 | a;
	for (size_t i = 0; i < 4; i++)
		text[len - 4 + i] = (char)(sum >> (24 - 8 * i) & 0xff);
}

static size_t number(const uint8_t **at, const uint8_t *end, int bytes)
{
	size_t n = 0;
	for (; bytes > 0 && *at < end; bytes--)
		n = n << 8 | *(*at)++;
	return n;
}

/* One patch: which file (2 bytes), where (2), how many bytes (1), the bytes; none of
 * them cuts the file there. */
static void patch(const struct template *t, bool is_summed, const uint8_t **at,
                  const uint8_t *end)
{
	struct arena a = ARENA_PRIVATE;
	size_t file = number(at, end, 2) % t->files.n, from = number(at, end, 2),
	       n = number(at, end, 1);
	struct bytes old = t->text[file];
	char *text = arena_alloc(&a, old.len + n + 1);
	if (old.len)
		memcpy(text, old.data, old.len);
	n = n < (size_t)(end - *at) ? n : (size_t)(end - *at);
	from = old.len ? from % old.len : 0;
	if (n)
		memcpy(text + from, *at, n);
	*at += n;
	size_t len = n == 0 ? from : from + n > old.len ? from + n : old.len;
	if (is_summed && n)
		sum_up(text, len);
	put(t, file, (struct bytes){text, len});
	arena_release(&a);
}

static void silence(void)
{
	for (int s = 1; s < 32; s++)
		signal(s, SIG_DFL);
	int nowhere = open("/dev/null", O_WRONLY);
	dup2(nowhere, STDOUT_FILENO);
	dup2(nowhere, STDERR_FILENO);
	alarm(MOST_SECONDS);
}

/* What a build or a check ends with. */
static enum status run(const char *root, const char *out, int how)
{
	struct build_options b = {
		.options = {.root = root,
	                    .out = out,
	                    .revision = how & OF_REVISION ? "main" : NULL,
	                    .jobs = 0,
	                    .page_seconds = 10,
	                    .git_seconds = 1,
	                    .is_quiet = true},
		.goal = how & CHECKS ? BUILD_CHECK : BUILD_WRITE,
		.format = REPORT_JSON};
	pid_t pid = fork();
	REQUIRE(pid >= 0);
	if (pid == 0) {
		silence();
		_exit((int)build_run(&b));
	}
	int status = 0;
	while (waitpid(pid, &status, 0) < 0)
		REQUIRE(errno == EINTR); /* the fuzzer's own clock */
	REQUIRE(WIFEXITED(status));
	REQUIRE(WEXITSTATUS(status) <= STATUS_MACHINE);
	return (enum status)WEXITSTATUS(status);
}

/* All names and bytes of a site. */
static uint64_t state_of(const char *out)
{
	struct arena a = ARENA_PRIVATE;
	struct diag d = {.arena = &a};
	struct source s;
	uint64_t sum = 0;
	REQUIRE(source_open_folder(&s, &a, out, NULL, &d));
	for (size_t i = 0; i < s.n; i++) {
		struct bytes text;
		REQUIRE(source_read(&s, &a, &s.files[i], 1 << 24, &text));
		sum = sum * 31 + hash_bytes(s.files[i].path, strlen(s.files[i].path));
		sum = sum * 31 + hash_bytes(text.data, text.len);
	}
	arena_release(&a);
	return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct template templates[2];
	static const char *out;
	if (size == 0)
		return 0;
	if (!out) {
		REQUIRE(mkdtemp(base) && atexit(clean) == 0);
		make(&templates[0], "loose");
		make(&templates[1], "packed");
		out = path_join(&templates[0].arena, base, "out");
	}
	const struct template *t = &templates[(data[0] & OF_PACK) != 0];
	int how = data[0];
	REQUIRE(run(t->root, out, how & OF_REVISION) == STATUS_FINE);
	uint64_t before = state_of(out);
	const uint8_t *at = data + 1, *end = data + size;
	while (at < end)
		patch(t, how & IS_SUMMED, &at, end);
	enum status status = run(t->root, out, how);
	REQUIRE((status != STATUS_MACHINE && !(how & CHECKS)) || state_of(out) == before);
	for (size_t i = 0; i < t->files.n; i++)
		put(t, i, t->text[i]);
	return 0;
}
