#include <stdio.h>

enum { READY = 2 };

int check(int state, FILE *in) {
    int c;
    // ruleid: c.correctness.assignment-in-condition
    if (state = 1) {
        return 1;
    }
    // ruleid: c.correctness.assignment-in-condition
    if (state = READY) {
        return 2;
    }
    // ok: c.correctness.assignment-in-condition
    if (state == 1) {
        return 3;
    }
    // ok: c.correctness.assignment-in-condition
    while ((c = fgetc(in)) != EOF) {
        state++;
    }
    return state;
}
