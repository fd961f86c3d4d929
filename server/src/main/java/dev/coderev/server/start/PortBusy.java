package dev.coderev.server.start;

/** Something else listens on the port that the server was to use. */
public final class PortBusy extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortBusy(int port, Throwable cause) {
    super("port " + port + " is in use; stop what listens there or choose another --port", cause);
  }
}
