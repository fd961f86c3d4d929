package dev.coderev.server.platform.database;

/** Another server has the data folder. */
public final class DataFolderInUse extends DatabaseUnusable {
  private static final long serialVersionUID = 1;

  DataFolderInUse(String message) {
    super(message);
  }
}
