package dev.coderev.server.integration.hook;

import dev.coderev.server.integration.host.ProposedChange;
import java.util.Optional;

/**
 * The review of one change for one webhook.
 *
 * @param checkId what the host calls the check that shows it
 * @param summaryId what the host calls the summary of the proposed change
 */
record ChangeReview(
    String id,
    String webhookId,
    ProposedChange change,
    String analysisId,
    Optional<String> checkId,
    Optional<String> summaryId) {}
