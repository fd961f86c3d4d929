#include <stdlib.h>

char *grow(char *buffer, size_t size) {
    // ruleid: c.correctness.realloc-to-same-pointer
    buffer = realloc(buffer, size);
    return buffer;
}

char *grow_checked(char *buffer, size_t size) {
    // ok: c.correctness.realloc-to-same-pointer
    char *bigger = realloc(buffer, size);
    if (bigger == NULL) {
        free(buffer);
        return NULL;
    }
    // ok: c.correctness.realloc-to-same-pointer
    buffer = bigger;
    return buffer;
}

struct list {
    int *items;
};

void extend(struct list *l, size_t size) {
    // ruleid: c.correctness.realloc-to-same-pointer
    l->items = realloc(l->items, size);
}
