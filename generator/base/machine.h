#ifndef BASE_MACHINE_H
#define BASE_MACHINE_H

/*
 * What the program asks of a machine beyond files: memory that processes share, a lock,
 * a clock, the width of a terminal.
 *
 * machine_posix.c answers where there are processes, machine_plain.c where there are none
 * (WebAssembly), and one of them is linked. Processes and their signals are the pool's
 * (pool_fork.c, pool_none.c), links of paths the files' (file_posix.c, file_plain.c), git
 * is the source's (source_tree.c, history.c, and a *_none.c beside each): nothing else of
 * the program knows on what it runs.
 */

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory that processes forked later share, as much as the machine grants; nothing
 * of it counts before it is touched. NULL: not even so little as `*size` says. */
void *machine_map(size_t *size);
void machine_unmap(void *p, size_t size);
/* This process lets go of its pages, and they come back when they are touched. */
void machine_rest(void *p, size_t size);
/* This range is about to be written: its pages may come now, all at once. */
void machine_expect(void *p, size_t size);

/* Takes an open file for this process and those it forks. False: another one has it. */
bool machine_lock(int fd);
/* Keeps the places of standard input, output and error when they were closed: a file that
 * is opened later would take one of them, and be written into. Reading from them, writing
 * to them fails as before. */
void machine_hold_streams(void);
/* The number of this process, which no other has meanwhile. */
long machine_process(void);
/* Gives an open file permissions, where it is ours to say. */
void machine_permit(int fd, unsigned mode);
/* Seconds since some moment in the past; no day can be told from them. */
double machine_seconds(void);
/* Cells of a line of the terminal that an open file is; 0: it is none, or does not say.
 */
int machine_columns(int fd);

#endif
