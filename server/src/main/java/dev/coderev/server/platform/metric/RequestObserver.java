package dev.coderev.server.platform.metric;

/** Somebody who looks at every request that was answered. */
public interface RequestObserver {
  void seen(RequestSeen request);
}
