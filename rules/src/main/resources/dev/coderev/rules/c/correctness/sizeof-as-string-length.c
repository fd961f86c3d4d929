#include <stdlib.h>
#include <string.h>

void sizes(const char *text) {
    // ruleid: c.correctness.sizeof-as-string-length
    size_t a = sizeof(strlen(text));
    // ruleid: c.correctness.sizeof-as-string-length
    size_t b = sizeof(sizeof(text));
    // ok: c.correctness.sizeof-as-string-length
    size_t c = sizeof(text);
    // ok: c.correctness.sizeof-as-string-length
    size_t d = strlen(text);
}
