#include <stdlib.h>

void drop(char *text, char *other) {
    // ruleid: c.correctness.double-free
    free(text);
    free(other);
    free(text);
}

void drop_both(char *text, char *other) {
    // ok: c.correctness.double-free
    free(text);
    free(other);
}

void renew(char *text) {
    // ok: c.correctness.double-free
    free(text);
    text = malloc(8);
    free(text);
}

void reset(char *text) {
    // ok: c.correctness.double-free
    free(text);
    text = NULL;
    free(text);
}

void either(char *text, int fast) {
    if (fast) {
        // ok: c.correctness.double-free
        free(text);
    } else {
        free(text);
    }
}
