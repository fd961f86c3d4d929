package dev.coderev.server.provider.local;

import dev.coderev.server.platform.health.Probe;
import org.springframework.stereotype.Component;

/** Whether the model of this machine is there; rules work without it. */
@Component
class ModelProbe implements Probe {
  private final LocalModels models;

  ModelProbe(LocalModels models) {
    this.models = models;
  }

  @Override
  public String component() {
    return "model";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public boolean isDependency() {
    return models.state() != LocalModels.State.ABSENT;
  }

  @Override
  public Observation look() {
    return switch (models.state()) {
      case LOADED -> Observation.HEALTHY;
      case LOADING -> new Observation(State.WARNING, "the model is being loaded");
      case FAILED -> new Observation(State.CRITICAL, "the model cannot be loaded");
      case ABSENT -> new Observation(State.HEALTHY, "no model is set up");
    };
  }
}
