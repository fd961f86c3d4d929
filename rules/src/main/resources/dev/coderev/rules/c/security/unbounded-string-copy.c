#include <stdlib.h>
#include <string.h>

void greet(const char *name) {
    char line[16];
    // ok: c.security.unbounded-string-copy
    strcpy(line, "Hello ");
    // ruleid: c.security.unbounded-string-copy
    strcat(line, name);
    char copy[8];
    // ruleid: c.security.unbounded-string-copy
    strcpy(copy, name);
}

char *duplicate(const char *name) {
    char *copy = malloc(strlen(name) + 1);
    if (copy != NULL) {
        // ok: c.security.unbounded-string-copy
        strcpy(copy, name);
    }
    return copy;
}

int checked(char *out, size_t size, const char *name) {
    if (strlen(name) >= size) {
        return -1;
    }
    // ok: c.security.unbounded-string-copy
    strcpy(out, name);
    return 0;
}
