package dev.coderev.server.integration.hook;

/** What a host tells us of. */
sealed interface HookEvent {
  /** Commits came to a branch. */
  record Pushed(String repository, String branch, String before, String head, boolean toDefault)
      implements HookEvent {
    private static final String NOTHING = "0{40}|0{64}";

    /** Whether the branch was not there before. */
    boolean isNew() {
      return before.matches(NOTHING);
    }

    /** Whether the branch is there no more. */
    boolean isRemoval() {
      return head.matches(NOTHING);
    }
  }

  /** A pull or merge request was opened, opened again, or got other commits. */
  record Proposed(String repository, long number, String head, String base, String branch)
      implements HookEvent {}

  /** Something that starts nothing. */
  record Other() implements HookEvent {}
}
