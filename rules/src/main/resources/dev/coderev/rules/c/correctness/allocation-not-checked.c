#include <stdlib.h>
#include <string.h>

struct node {
    int value;
    struct node *next;
};

struct node *make(int value) {
    // ruleid: c.correctness.allocation-not-checked
    struct node *n = malloc(sizeof *n);
    n->value = value;
    return n;
}

char *copy(const char *text, size_t size) {
    // ruleid: c.correctness.allocation-not-checked
    char *out = malloc(size);
    memcpy(out, text, size);
    return out;
}

struct node *make_checked(int value) {
    // ok: c.correctness.allocation-not-checked
    struct node *n = malloc(sizeof *n);
    if (n == NULL) {
        return NULL;
    }
    n->value = value;
    return n;
}

char *only_allocated(size_t size) {
    // ok: c.correctness.allocation-not-checked
    char *out = malloc(size);
    return out;
}
