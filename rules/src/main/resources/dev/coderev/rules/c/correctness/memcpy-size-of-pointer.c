#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void clear(char *buffer, size_t size) {
    // ruleid: c.correctness.memcpy-size-of-pointer
    memset(buffer, 0, sizeof(buffer));
    // ok: c.correctness.memcpy-size-of-pointer
    memset(buffer, 0, size);
}

void copy(const char *from) {
    char *to = malloc(64);
    // ruleid: c.correctness.memcpy-size-of-pointer
    memcpy(to, from, sizeof(to));
    char local[64];
    // ok: c.correctness.memcpy-size-of-pointer
    memcpy(local, from, sizeof(local));
    // ok: c.correctness.memcpy-size-of-pointer
    memcpy(to, from, sizeof(local));
    // ok: c.correctness.memcpy-size-of-pointer
    memcpy(local, &to, sizeof(to));
}

void print(char *out, int n) {
    // ruleid: c.correctness.memcpy-size-of-pointer
    snprintf(out, sizeof(out), "%d", n);
}
