package dev.coderev.server.platform.web;

/** Which slice of a list is asked for. */
public record Paging(int page, int limit) {
  static final int MOST = 100;

  public long offset() {
    return (page - 1L) * limit;
  }
}
