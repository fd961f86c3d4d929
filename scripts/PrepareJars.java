import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jars of a folder fit for the AOT cache: rewrites class files of Java 6 and older as
 * class files of Java 8, and leaves signatures out.
 *
 * <p>The cache takes no class file without stack maps, and picocli is still compiled for Java 5. It
 * takes no class of a signed jar either, and JGit's is signed: each start would check its
 * signature, which costs more than all that a scan wants of JGit. Maven has checked the checksum of
 * what it downloaded. Only the copies that the launcher starts are rewritten; a jar that cannot be
 * rewritten stays as it was.
 *
 * <p>{@code java scripts/PrepareJars.java FOLDER}
 */
final class PrepareJars {

  private static final int OLDEST_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

  public static void main(String[] arguments) throws IOException {
    try (var jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        if (isUnfit(jar)) {
          refresh(jar);
        }
      }
    }
  }

  private static boolean isUnfit(Path jar) throws IOException {
    try (var file = new ZipFile(jar.toFile())) {
      return file.stream()
          .anyMatch(entry ->
              isSignature(entry)
                  || isClass(entry) && version(file, entry) < OLDEST_WITH_STACK_MAPS);
    }
  }

  private static void refresh(Path jar) throws IOException {
    Path fresh = jar.resolveSibling(jar.getFileName() + ".fresh");
    try (var file = new ZipFile(jar.toFile());
        var neighbours = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        var out = new ZipOutputStream(Files.newOutputStream(fresh))) {
      var types =
          ClassHierarchyResolver.ofResourceParsing(neighbours)
              .orElse(ClassHierarchyResolver.defaultResolver());
      var classFile =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ConstantPoolSharingOption.NEW_POOL,
              ClassFile.ClassHierarchyResolverOption.of(types));
      for (var entry : Collections.list(file.entries())) {
        if (isSignature(entry)) {
          continue;
        }
        byte[] bytes = bytes(file, entry);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            isClass(entry) && version(bytes) < OLDEST_WITH_STACK_MAPS
                ? refresh(classFile, bytes)
                : bytes);
        out.closeEntry();
      }
    }
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writing each method anew is what gives it stack maps. */
  private static byte[] refresh(ClassFile classFile, byte[] bytes) {
    ClassTransform methods =
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    ClassTransform version =
        (type, element) -> {
          if (element instanceof ClassFileVersion) {
            type.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            type.with(element);
          }
        };
    return classFile.transformClass(classFile.parse(bytes), methods.andThen(version));
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static int version(ZipFile file, ZipEntry entry) {
    return version(bytes(file, entry));
  }

  /** The major version: the fourth big-endian short of a class file. */
  private static int version(byte[] bytes) {
    return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
  }

  private static byte[] bytes(ZipFile file, ZipEntry entry) {
    try (var in = file.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
