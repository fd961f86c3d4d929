#include <stdlib.h>

void *image(size_t width, size_t height) {
    // ruleid: c.security.multiplication-in-allocation
    return malloc(width * height);
}

void *grow(void *old, unsigned rows, unsigned columns) {
    // ruleid: c.security.multiplication-in-allocation
    return realloc(old, rows * columns);
}

int *numbers(size_t count) {
    // ok: c.security.multiplication-in-allocation
    return malloc(count * sizeof(int));
}

void *pixels(size_t width, size_t height) {
    // ok: c.security.multiplication-in-allocation
    return calloc(width, height);
}

void *fixed(void) {
    // ok: c.security.multiplication-in-allocation
    return malloc(16 * 1024);
}
