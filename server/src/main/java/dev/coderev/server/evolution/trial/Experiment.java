package dev.coderev.server.evolution.trial;

import java.time.Instant;
import java.util.Optional;

/**
 * A comparison of two versions on copies of real work. No copies are made yet, so none has a
 * winner.
 *
 * @param trafficSplit the share of copies for the second variant, in percent
 */
record Experiment(
    String id,
    String name,
    ExperimentStatus status,
    String variantA,
    String variantB,
    int trafficSplit,
    Optional<Instant> startDate,
    Optional<Instant> endDate) {}
