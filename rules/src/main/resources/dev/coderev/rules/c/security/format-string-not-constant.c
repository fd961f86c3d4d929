#include <stdio.h>
#include <syslog.h>

#define BANNER "ready\n"

void show(const char *message, char *line) {
    // ruleid: c.security.format-string-not-constant
    printf(message);
    // ruleid: c.security.format-string-not-constant
    fprintf(stderr, line);
    // ruleid: c.security.format-string-not-constant
    syslog(LOG_INFO, message);
    // ok: c.security.format-string-not-constant
    printf("%s", message);
    // ok: c.security.format-string-not-constant
    printf("done\n");
    // ok: c.security.format-string-not-constant
    printf(BANNER);
    // ok: c.security.format-string-not-constant
    fprintf(stderr, "%s\n", line);
}
