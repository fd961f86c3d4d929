package dev.coderev.model.deploy;

/** What lets requests take tokens. Requests together never take more than it allows. */
@FunctionalInterface
public interface TokenAllowance {

  /** Tokens that one request may take. */
  @FunctionalInterface
  interface Reservation {

    /** Counts what was taken and gives the rest back; further calls do nothing. */
    void settle(long taken, long given);
  }

  /**
   * Reserves tokens for a request.
   *
   * @throws BudgetExceeded when these are more than are left
   */
  Reservation reserve(long tokens);
}
