#include <stdlib.h>
#include <string.h>

void forget(char *password, size_t size) {
    // ruleid: c.security.cleared-secret-optimized-away
    memset(password, 0, size);
    free(password);
}

void forget_for_good(char *password, size_t size) {
    // ok: c.security.cleared-secret-optimized-away
    explicit_bzero(password, size);
    free(password);
}

void reset(char *buffer, size_t size) {
    // ok: c.security.cleared-secret-optimized-away
    memset(buffer, 0, size);
    buffer[0] = 'x';
}
