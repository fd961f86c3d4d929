#include <stdio.h>

int count(const char *name) {
    int n = 0;
    // ruleid: c.correctness.file-not-closed
    FILE *in = fopen(name, "r");
    while (fgetc(in) != EOF) {
        n++;
    }
    return n;
}

int count_closed(const char *name) {
    int n = 0;
    // ok: c.correctness.file-not-closed
    FILE *in = fopen(name, "r");
    if (in == NULL) {
        return 0;
    }
    while (fgetc(in) != EOF) {
        n++;
    }
    fclose(in);
    return n;
}

FILE *open_log(const char *name) {
    // ok: c.correctness.file-not-closed
    FILE *out = fopen(name, "a");
    return out;
}
