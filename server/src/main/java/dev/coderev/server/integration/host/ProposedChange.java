package dev.coderev.server.integration.host;

/**
 * A change in a repository that a host told us of.
 *
 * @param repository its full name
 * @param number of the pull or merge request; 0 is a push
 * @param base commit, or what the host says it is; the real beginning of the change may lie before
 */
public record ProposedChange(
    String repository, long number, String head, String base, String branch) {
  public boolean isProposal() {
    return number > 0;
  }
}
