package dev.coderev.model.serve;

import java.time.Duration;
import java.util.Optional;

/**
 * What one answer took.
 *
 * @param model the name that the client gave
 * @param promptTokens that were read; 0 when the request was refused before
 * @param completionTokens that were generated
 * @param first until the first piece of text; empty where none came
 * @param status of the answer, as HTTP has it
 */
public record ModelUse(
    String model,
    boolean chat,
    int promptTokens,
    int completionTokens,
    Optional<Duration> first,
    Duration whole,
    int status) {}
