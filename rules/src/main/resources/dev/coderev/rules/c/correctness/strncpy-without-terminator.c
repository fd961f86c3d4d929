#include <string.h>

struct entry {
    char name[16];
};

void store(struct entry *e, const char *name) {
    char local[16];
    // ruleid: c.correctness.strncpy-without-terminator
    strncpy(local, name, sizeof(local));
    // ruleid: c.correctness.strncpy-without-terminator
    strncpy(e->name, name, sizeof(e->name));
}

void store_terminated(struct entry *e, const char *name) {
    // ok: c.correctness.strncpy-without-terminator
    strncpy(e->name, name, sizeof(e->name));
    e->name[sizeof(e->name) - 1] = '\0';
    char local[16];
    // ok: c.correctness.strncpy-without-terminator
    strncpy(local, name, sizeof(local) - 1);
    local[15] = '\0';
}
