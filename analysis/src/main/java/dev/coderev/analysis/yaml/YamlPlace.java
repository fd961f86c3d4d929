package dev.coderev.analysis.yaml;

/**
 * Where something stands in a YAML file.
 *
 * @param file as the user named it
 * @param line 1-based
 * @param column 1-based
 */
public record YamlPlace(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
