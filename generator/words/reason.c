#include "words/reason.h"

#include <errno.h>
#include <stddef.h>

#include "base/mem.h"

/* What a path or a file is by itself, whoever asks and whenever, is the course's. */
enum kind { OF_MACHINE, OF_COURSE, ABSENCE };

/* clang-format off */
static const struct {
	int error;
	enum kind kind;
	const char *text[N_LANGUAGES];
} reasons[] = {
	{ENOENT,       ABSENCE,    {"aucun fichier ni dossier de ce nom", "no such file or folder"}},
	{ENOTDIR,      ABSENCE,    {"un fichier est là où il faut un dossier", "a file is where a folder should be"}},
	{EISDIR,       OF_COURSE,  {"c’est un dossier", "it is a folder"}},
	{EFBIG,        OF_COURSE,  {"il est trop gros", "it is too large"}},
	{EINVAL,       OF_COURSE,  {"ce n’est pas un vrai fichier", "it is no regular file"}},
	{ENXIO,        OF_COURSE,  {"ce n’est pas un vrai fichier", "it is no regular file"}},
	{ELOOP,        OF_COURSE,  {"trop de raccourcis à suivre", "too many symbolic links"}},
	{ENAMETOOLONG, OF_COURSE,  {"son nom est trop long", "its name is too long"}},
	{EXDEV,        OF_COURSE,  {"il est hors du dossier du cours", "it is outside the course’s folder"}},
	{EACCES,       OF_MACHINE, {"accès refusé", "access denied"}},
	{EPERM,        OF_MACHINE, {"opération interdite", "operation not permitted"}},
	{EROFS,        OF_MACHINE, {"le disque est en lecture seule", "the disk is read-only"}},
	{EIO,          OF_MACHINE, {"le disque ou le réseau a une panne", "the disk or the network failed"}},
	{ESTALE,       OF_MACHINE, {"le disque ou le réseau a une panne", "the disk or the network failed"}},
	{ETIMEDOUT,    OF_MACHINE, {"le réseau n’a pas répondu à temps", "the network did not answer in time"}},
	{EMFILE,       OF_MACHINE, {"trop de fichiers sont ouverts", "too many files are open"}},
	{ENFILE,       OF_MACHINE, {"trop de fichiers sont ouverts", "too many files are open"}},
	{ENOMEM,       OF_MACHINE, {"la mémoire est épuisée", "memory is exhausted"}},
	{EAGAIN,       OF_MACHINE, {"la machine est trop occupée", "the machine is too busy"}},
	{ECHILD,       OF_MACHINE, {"les processus lancés pour cela s’arrêtent aussitôt", "the processes started for it end at once"}},
	{ENOSPC,       OF_MACHINE, {"le disque est plein", "the disk is full"}},
	{EDQUOT,       OF_MACHINE, {"le disque est plein", "the disk is full"}},
	{EEXIST,       OF_MACHINE, {"un autre fichier est à cette place", "another file is in its place"}},
	{ENOTEMPTY,    OF_MACHINE, {"le dossier n’est pas vide", "the folder is not empty"}},
	{EBUSY,        OF_MACHINE, {"un autre programme s’en sert", "another program uses it"}},
	{ETXTBSY,      OF_MACHINE, {"un autre programme s’en sert", "another program uses it"}},
	{ENOLCK,       OF_MACHINE, {"le système ne sait pas réserver ce fichier", "the system cannot lock this file"}},
	{EINTR,        OF_MACHINE, {"le système a été interrompu", "the system was interrupted"}},
	{EPIPE,        OF_MACHINE, {"le programme qui devait le recevoir s’est arrêté", "the program that was to take it has ended"}},
	{EBADF,        OF_MACHINE, {"il est fermé", "it is closed"}},
	{ENODEV,       OF_MACHINE, {"l’appareil n’est pas là", "the device is not there"}},
	{ENOTCONN,     OF_MACHINE, {"le réseau est coupé", "the network is down"}},
	{ENETDOWN,     OF_MACHINE, {"le réseau est coupé", "the network is down"}},
	{ECONNRESET,   OF_MACHINE, {"le réseau est coupé", "the network is down"}},
	{ENOSYS,       OF_MACHINE, {"le système ne sait pas le faire", "the system cannot do it"}},
	{ENOTSUP,      OF_MACHINE, {"le système ne sait pas le faire", "the system cannot do it"}},
	{EOVERFLOW,    OF_MACHINE, {"le système ne sait pas compter si loin", "the system cannot count so far"}},
	{EILSEQ,       OF_MACHINE, {"son nom a des signes que ce disque refuse", "its name has signs that this disk refuses"}},
};
static const char *const others[N_LANGUAGES] = {"le système ne dit pas pourquoi", "the system does not say why"};
/* clang-format on */

static size_t find(int error)
{
	size_t i = 0;
	while (i < COUNT(reasons) && reasons[i].error != error)
		i++;
	return i;
}

const char *reason_text(int error, enum language lang)
{
	size_t i = find(error);
	return i < COUNT(reasons) ? reasons[i].text[lang] : others[lang];
}

bool reason_is_absence(int error)
{
	size_t i = find(error);
	return i < COUNT(reasons) && reasons[i].kind == ABSENCE;
}

bool reason_is_of_machine(int error)
{
	size_t i = find(error);
	return i == COUNT(reasons) || reasons[i].kind == OF_MACHINE;
}
