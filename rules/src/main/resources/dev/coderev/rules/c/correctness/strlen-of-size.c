#include <stdlib.h>
#include <string.h>

char *copy(const char *text) {
    // ruleid: c.correctness.strlen-of-size
    char *out = malloc(strlen(text));
    return out;
}

char *misplaced(const char *text) {
    // ruleid: c.correctness.strlen-of-size
    return malloc(strlen(text + 1));
}

char *joined(const char *a, const char *b) {
    // ruleid: c.correctness.strlen-of-size
    return malloc(strlen(a) + strlen(b));
}

char *copy_whole(const char *a, const char *b) {
    // ok: c.correctness.strlen-of-size
    char *out = malloc(strlen(a) + 1);
    free(out);
    // ok: c.correctness.strlen-of-size
    return malloc(strlen(a) + strlen(b) + 1);
}
