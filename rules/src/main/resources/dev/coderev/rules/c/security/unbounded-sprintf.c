#include <stdio.h>

void report(const char *name, int count) {
    char line[64];
    // ruleid: c.security.unbounded-sprintf
    sprintf(line, "name: %s", name);
    // ruleid: c.security.unbounded-sprintf
    sprintf(line, "%d items of %s", count, name);
    // ok: c.security.unbounded-sprintf
    sprintf(line, "%d items", count);
    // ok: c.security.unbounded-sprintf
    sprintf(line, "%.20s", name);
    // ok: c.security.unbounded-sprintf
    snprintf(line, sizeof line, "name: %s", name);
}
