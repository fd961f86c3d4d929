package dev.coderev.server.analysis;

/** Someone who knows which version of the reviewer serves at the moment. */
public interface ServingVersion {
  String id();
}
