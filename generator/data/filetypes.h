#ifndef DATA_FILETYPES_H
#define DATA_FILETYPES_H

/*
 * Which files a site may hand out as they are, told by their names alone, as
 * web servers do.
 */

enum file_type {
	FILE_PASSIVE, /* no browser runs it or makes a document of it, no server either */
	FILE_DRAWING, /* SVG: passive when svg_is_still says so */
	FILE_ACTIVE,  /* a document, a program, or an order to the server */
	FILE_UNKNOWN, /* what servers make of it is not known, or it has no extension */
};

/* What a file of this name is, whatever the case of its letters. `decisive` is the part
 * of the name that decided, with its dot (".php.txt" of "a.php.txt"); "" when it has
 * none. */
enum file_type file_type_of(const char *name, const char **decisive);

#endif
