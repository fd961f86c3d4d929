package dev.coderev.model.deploy;

/** Where a deployment is in its life. */
public enum DeploymentState {
  UNINITIALIZED,
  STARTING,
  RUNNING,
  STOPPING,
  STOPPED,
  ERROR
}
