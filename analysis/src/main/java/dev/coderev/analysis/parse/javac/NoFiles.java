package dev.coderev.analysis.parse.javac;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * A file manager that has no files: parsing needs none.
 *
 * <p>It says that there is a path for annotation processors, with nothing on it. Without one javac
 * looks through the class path of this process for plug-ins, and would start them.
 */
final class NoFiles implements JavaFileManager {
  private static final ClassLoader NO_CLASSES = new ClassLoader(null) {};

  @Override
  public ClassLoader getClassLoader(Location location) {
    return NO_CLASSES;
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.ANNOTATION_PROCESSOR_PATH;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {
    return List.of();
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file.getName();
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.equals(b);
  }

  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    return false;
  }

  @Override
  public int isSupportedOption(String option) {
    return -1;
  }

  @Override
  public JavaFileObject getJavaFileForInput(
      Location location, String className, JavaFileObject.Kind kind) {
    throw new UnsupportedOperationException("no files to read");
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    throw new UnsupportedOperationException("no files to write");
  }

  @Override
  public FileObject getFileForInput(Location location, String packageName, String relativeName) {
    throw new UnsupportedOperationException("no files to read");
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    throw new UnsupportedOperationException("no files to write");
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
