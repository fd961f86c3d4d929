package dev.coderev.server.platform.settings;

/** Where the server speaks to the person who started it. */
@FunctionalInterface
public interface OperatorConsole {
  void tell(String line);
}
