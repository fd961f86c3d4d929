#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void serve(int client) {
    char name[128];
    recv(client, name, sizeof name, 0);
    char path[256];
    snprintf(path, sizeof path, "/srv/files/%s", name);
    // ruleid: c.security.path-traversal
    FILE *file = fopen(path, "r");
    if (file) {
        fclose(file);
    }
    snprintf(path, sizeof path, "/srv/files/%s", basename(name));
    // ok: c.security.path-traversal
    fopen("/srv/files/index", "r");
}

void configure(void) {
    // ruleid: c.security.path-traversal
    open(getenv("APP_CONFIG"), O_RDONLY);
    // ok: c.security.path-traversal
    open("/etc/app.conf", O_RDONLY);
}
