#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void load(char **arguments) {
    char path[256];
    snprintf(path, sizeof path, "%s/plugin.so", getenv("PLUGIN_DIR"));
    // ruleid: c.security.environment-in-setuid-path
    dlopen(path, RTLD_NOW);
    // ruleid: c.security.environment-in-setuid-path
    execv(getenv("EDITOR"), arguments);
    // ok: c.security.environment-in-setuid-path
    dlopen("/usr/lib/app/plugin.so", RTLD_NOW);
    // ok: c.security.environment-in-setuid-path
    execv("/usr/bin/vi", arguments);
}
