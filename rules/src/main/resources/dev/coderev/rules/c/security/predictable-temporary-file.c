#include <stdio.h>
#include <stdlib.h>

void store(void) {
    char name[] = "/tmp/appXXXXXX";
    // ruleid: c.security.predictable-temporary-file
    mktemp(name);
    // ruleid: c.security.predictable-temporary-file
    FILE *file = fopen(tmpnam(NULL), "w");
    // ruleid: c.security.predictable-temporary-file
    char *other = tempnam("/tmp", "app");
    // ok: c.security.predictable-temporary-file
    int fd = mkstemp(name);
    // ok: c.security.predictable-temporary-file
    FILE *unnamed = tmpfile();
}
