#include <string.h>

void build(const char *name) {
    char line[64] = "name: ";
    // ruleid: c.correctness.strncat-size-of-target
    strncat(line, name, sizeof(line));
    // ruleid: c.correctness.strncat-size-of-target
    strncat(line, name, sizeof(line) - strlen(line));
    // ruleid: c.correctness.strncat-size-of-target
    strncat(line, name, sizeof(line) - 1);
    // ok: c.correctness.strncat-size-of-target
    strncat(line, name, sizeof(line) - strlen(line) - 1);
    // ok: c.correctness.strncat-size-of-target
    strncat(line, name, 3);
}
