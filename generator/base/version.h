#ifndef BASE_VERSION_H
#define BASE_VERSION_H

/* The program's version, as make says it; tools that compile a file alone see this one.
 */
#ifndef SOMMAIRE_VERSION
#define SOMMAIRE_VERSION "0.1.0"
#endif

#endif
