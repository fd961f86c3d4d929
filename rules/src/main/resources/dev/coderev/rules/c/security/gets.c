#include <stdio.h>

void read_name(void) {
    char name[32];
    // ruleid: c.security.gets
    gets(name);
    // ok: c.security.gets
    fgets(name, sizeof name, stdin);
}

void read_again(char *line) {
    // ruleid: c.security.gets
    gets(line);
    // ok: c.security.gets
    puts(line);
}
