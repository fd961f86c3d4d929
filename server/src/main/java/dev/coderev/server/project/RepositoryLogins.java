package dev.coderev.server.project;

import java.util.Optional;

/** Someone who knows with what credentials the repository of a project is read. */
public interface RepositoryLogins {
  /** A name and a secret. */
  record Login(String user, String secret) {}

  /** The credentials for this address; empty where it is read without any. */
  Optional<Login> of(String projectId, String url);
}
