#include <fcntl.h>
#include <sys/stat.h>

void create(int fd) {
    // ruleid: c.security.world-writable-file
    chmod("/var/lib/app/state", 0777);
    // ruleid: c.security.world-writable-file
    mkdir("/var/lib/app", 0666);
    // ruleid: c.security.world-writable-file
    fchmod(fd, S_IRUSR | S_IWUSR | S_IWOTH);
    // ok: c.security.world-writable-file
    chmod("/var/lib/app/state", 0644);
    // ok: c.security.world-writable-file
    open("/var/lib/app/key", O_CREAT | O_WRONLY, 0600);
}
