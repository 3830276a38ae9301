/*
 * Runs a command on a terminal: build/tests/terminal COLUMNS COMMAND [ARGUMENT…]
 *
 * What the command writes there is copied to standard output, byte for byte but for the
 * "\r" that a terminal puts before "\n"; its status is ours.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void fail(const char *what)
{
	perror(what);
	exit(99);
}

/* The process that becomes the command, with the terminal as all three of its files. */
static void become(const char *terminal, int columns, char **command)
{
	struct termios modes;
	struct winsize size = {.ws_row = 24, .ws_col = (unsigned short)columns};
	if (setsid() < 0)
		fail("setsid");
	int fd = open(terminal, O_RDWR);
	if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) < 0 || ioctl(fd, TIOCSWINSZ, &size) < 0 ||
	    tcgetattr(fd, &modes) < 0)
		fail(terminal);
	modes.c_oflag &= ~(tcflag_t)OPOST;
	if (tcsetattr(fd, TCSANOW, &modes) < 0)
		fail(terminal);
	for (int i = 0; i < 3; i++)
		if (dup2(fd, i) < 0)
			fail("dup2");
	if (fd > 2)
		close(fd);
	execvp(command[0], command);
	fail(command[0]);
}

/* Where nobody has the terminal open any more, reading it is an error. */
static void copy(int from)
{
	char bytes[4096];
	for (;;) {
		ssize_t n = read(from, bytes, sizeof bytes);
		if (n > 0)
			fwrite(bytes, 1, (size_t)n, stdout);
		else if (n == 0 || errno != EINTR)
			break;
	}
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 99;
	int ours = posix_openpt(O_RDWR | O_NOCTTY);
	if (ours < 0 || grantpt(ours) < 0 || unlockpt(ours) < 0)
		fail("posix_openpt");
	const char *terminal = ptsname(ours);
	pid_t child = fork();
	if (child < 0)
		fail("fork");
	if (child == 0) {
		close(ours);
		become(terminal, (int)strtol(argv[1], NULL, 10), argv + 2);
	}
	int status = 0;
	copy(ours);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return fflush(stdout) == 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}
