package dev.coderev.server.platform.access;

/** Who may call an operation; project roles are checked against the project that it names. */
public enum Who {
  ANYONE(PlatformRole.VIEWER),
  /** Whoever is signed in, and where users sign in through code hosts, whoever is not. */
  SIGNING_IN(PlatformRole.VIEWER),
  SELF(PlatformRole.VIEWER),
  READ(PlatformRole.VIEWER),
  MEMBER(PlatformRole.USER),
  MAINTAINER(PlatformRole.USER),
  OWNER(PlatformRole.USER),
  USER(PlatformRole.USER),
  ADMIN(PlatformRole.ADMIN);

  private final PlatformRole least;

  Who(PlatformRole least) {
    this.least = least;
  }

  /** The platform role without which the operation is refused. */
  public PlatformRole least() {
    return least;
  }
}
