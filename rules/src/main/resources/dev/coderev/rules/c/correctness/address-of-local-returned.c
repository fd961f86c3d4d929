#include <stdio.h>

char *label(int n) {
    char text[16];
    snprintf(text, sizeof text, "%d", n);
    // ruleid: c.correctness.address-of-local-returned
    return text;
}

int *counter(void) {
    int count = 0;
    // ruleid: c.correctness.address-of-local-returned
    return &count;
}

char *shared_label(int n) {
    static char text[16];
    snprintf(text, sizeof text, "%d", n);
    // ok: c.correctness.address-of-local-returned
    return text;
}

int value(void) {
    int count = 0;
    // ok: c.correctness.address-of-local-returned
    return count;
}

struct counter { int value; };
struct counter shared;

struct counter *the_shared_one(void) {
  /* ok: c.correctness.address-of-local-returned */
  return &shared;
}
