#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int read_if_allowed(const char *name) {
    if (access(name, R_OK) == 0) {
        // ruleid: c.security.check-before-open
        return open(name, O_RDONLY);
    }
    return -1;
}

FILE *read_regular(const char *name) {
    struct stat about;
    if (stat(name, &about) != 0) {
        return NULL;
    }
    // ruleid: c.security.check-before-open
    return fopen(name, "r");
}

int read_opened(const char *name) {
    struct stat about;
    // ok: c.security.check-before-open
    int file = open(name, O_RDONLY);
    if (fstat(file, &about) != 0) {
        return -1;
    }
    return file;
}

int make(const char *name) {
    if (access(name, F_OK) != 0) {
        // ok: c.security.check-before-open
        return open(name, O_CREAT | O_EXCL | O_WRONLY, 0600);
    }
    return -1;
}

int other(const char *name, const char *target) {
    if (access(name, R_OK) != 0) {
        return -1;
    }
    // ok: c.security.check-before-open
    return open(target, O_RDONLY);
}
