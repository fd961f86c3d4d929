#include <stdio.h>

void ask(FILE *in, const char *text) {
    char name[32];
    int age;
    // ruleid: c.security.scanf-without-width
    scanf("%s", name);
    // ruleid: c.security.scanf-without-width
    fscanf(in, "%d %s", &age, name);
    // ruleid: c.security.scanf-without-width
    sscanf(text, "%[^,]", name);
    // ok: c.security.scanf-without-width
    scanf("%31s", name);
    // ok: c.security.scanf-without-width
    sscanf(text, "%d", &age);
    // ok: c.security.scanf-without-width
    scanf("%*s%d", &age);
}
