#include <stdio.h>

void copy(FILE *in) {
    char c;
    // ruleid: c.correctness.getc-in-char
    while ((c = fgetc(in)) != EOF) {
        putchar(c);
    }
    // ruleid: c.correctness.getc-in-char
    char first = getchar();
    putchar(first);
}

void copy_whole(FILE *in) {
    int c;
    // ok: c.correctness.getc-in-char
    while ((c = fgetc(in)) != EOF) {
        putchar(c);
    }
    // ok: c.correctness.getc-in-char
    int next = getchar();
    putchar(next);
}
