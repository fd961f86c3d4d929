#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int last(struct node *n) {
    free(n);
    // ruleid: c.correctness.use-after-free
    return n->value;
}

void print(char *text) {
    free(text);
    // ruleid: c.correctness.use-after-free
    puts(text);
}

void print_copy(void) {
    char *text = malloc(10);
    free(text);
    // ruleid: c.correctness.use-after-free
    puts(text);
}

void drop_all(struct node *n) {
    while (n) {
        struct node *next = n->next;
        // ok: c.correctness.use-after-free
        free(n);
        n = next;
    }
}

void renew(char *text) {
    free(text);
    text = malloc(10);
    // ok: c.correctness.use-after-free
    puts(text);
}

int value_first(struct node *n) {
    // ok: c.correctness.use-after-free
    int value = n->value;
    free(n);
    return value;
}

void maybe(char *text, int done) {
    if (done) {
        free(text);
        return;
    }
    // ok: c.correctness.use-after-free
    puts(text);
}
