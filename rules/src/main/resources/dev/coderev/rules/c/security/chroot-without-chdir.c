#include <stdlib.h>
#include <unistd.h>

void jail(const char *dir) {
    // ruleid: c.security.chroot-without-chdir
    chroot(dir);
    setuid(1000);
}

void jail_fixed(void) {
    // ruleid: c.security.chroot-without-chdir
    if (chroot("/srv/jail") != 0) {
        exit(1);
    }
}

void jail_inside(const char *dir) {
    // ok: c.security.chroot-without-chdir
    chroot(dir);
    chdir("/");
}

void jail_checked(const char *dir) {
    // ok: c.security.chroot-without-chdir
    if (chroot(dir) != 0 || chdir("/") != 0) {
        exit(1);
    }
}
