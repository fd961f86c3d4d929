#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void list(const char *folder) {
    char command[256];
    snprintf(command, sizeof command, "ls %s", folder);
    // ruleid: c.security.command-injection
    system(command);
}

int main(int argc, char **argv) {
    char command[256];
    snprintf(command, sizeof command, "ping -c 1 %s", argv[1]);
    // ruleid: c.security.command-injection
    system(command);

    char line[128];
    fgets(line, sizeof line, stdin);
    // ruleid: c.security.command-injection
    popen(line, "r");

    list(getenv("TARGET"));

    // ok: c.security.command-injection
    system("uptime");
    // ok: c.security.command-injection
    execl("/bin/ping", "ping", "-c", "1", argv[1], (char *)NULL);

    char number[64];
    snprintf(number, sizeof number, "head -n %d log", atoi(argv[2]));
    // ok: c.security.command-injection
    system(number);
    return 0;
}
