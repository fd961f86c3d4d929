#include <stdlib.h>

int port(const char *text) {
    // ruleid: c.maintainability.atoi-hides-errors
    int n = atoi(text);
    // ruleid: c.maintainability.atoi-hides-errors
    long m = atol(text);
    char *end;
    // ok: c.maintainability.atoi-hides-errors
    long p = strtol(text, &end, 10);
    return (int)(n + m + p);
}
