import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

class Rights {
  void open(File file, Set<PosixFilePermission> bits) throws IOException {
    // ruleid: java.security.world-writable-file
    file.setWritable(true, false);
    // ruleid: java.security.world-writable-file
    PosixFilePermissions.fromString("rwxrwxrwx");
    // ruleid: java.security.world-writable-file
    Files.setPosixFilePermissions(file.toPath(), EnumSet.of(PosixFilePermission.OTHERS_WRITE));
    // ok: java.security.world-writable-file
    file.setWritable(true);
    // ok: java.security.world-writable-file
    file.setWritable(true, true);
    // ok: java.security.world-writable-file
    PosixFilePermissions.fromString("rw-r-----");
    // ok: java.security.world-writable-file
    bits.add(PosixFilePermission.OWNER_WRITE);
    // ok: java.security.world-writable-file
    bits.remove(PosixFilePermission.OTHERS_WRITE);
  }
}

class Commands {
  void change(Runtime runtime, Set<PosixFilePermission> bits) throws IOException {
    // ruleid: java.security.world-writable-file
    bits.add(PosixFilePermission.OTHERS_WRITE);
    // ok: java.security.world-writable-file
    bits.add(PosixFilePermission.OWNER_WRITE);
    // ruleid: java.security.world-writable-file
    runtime.exec("chmod 777 /srv/app");
    // ruleid: java.security.world-writable-file
    runtime.exec("/bin/chmod -R o+w /srv/app");
    // ok: java.security.world-writable-file
    runtime.exec("chmod 750 /srv/app");
    // ok: java.security.world-writable-file
    runtime.exec("chmod o-w /srv/app");
  }
}
