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

void drop(int client) {
    char name[64];
    recvfrom(client, name, sizeof name, 0, NULL, NULL);
    // ruleid: c.security.path-traversal
    unlink(name);
    // ok: c.security.path-traversal
    unlink("/var/run/app.pid");
}
