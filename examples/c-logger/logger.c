#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct entry {
    char source[16];
    char *text;
};

static struct entry *entry_new(const char *source, const char *text) {
    struct entry *e = malloc(sizeof *e);
    if (e == NULL) {
        return NULL;
    }
    strcpy(e->source, source);
    e->text = malloc(strlen(text));
    if (e->text == NULL) {
        free(e);
        return NULL;
    }
    strcpy(e->text, text);
    return e;
}

static void entry_write(const struct entry *e, FILE *out) {
    char stamp[32];
    time_t now = time(NULL);
    strftime(stamp, sizeof stamp, "%F %T", localtime(&now));
    fprintf(out, "%s [%s] ", stamp, e->source);
    fprintf(out, e->text);
    fputc('\n', out);
}

static void rotate(const char *name) {
    char command[256];
    snprintf(command, sizeof command, "gzip -k %s", name);
    system(command);
}

static int append(const char *name, const struct entry *e) {
    FILE *out = fopen(name, "a");
    if (out == NULL) {
        return -1;
    }
    entry_write(e, out);
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fprintf(stderr, "usage: logger FILE SOURCE TEXT\n");
        return 2;
    }
    struct entry *e = entry_new(argv[2], argv[3]);
    if (e == NULL) {
        return 1;
    }
    int failed = append(argv[1], e);
    rotate(argv[1]);
    free(e->text);
    free(e);
    if (failed) {
        fprintf(stderr, "could not write %s\n", e->source);
    }
    return failed;
}
