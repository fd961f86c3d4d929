package dev.coderev.server.project.registry;

import dev.coderev.server.identity.AccountGuard;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import org.springframework.stereotype.Component;

/** Keeps the accounts of those without whom a project would have no owner. */
@Component
class OwnerGuard implements AccountGuard {
  private final Members members;

  OwnerGuard(Members members) {
    this.members = members;
  }

  @Override
  public void beforeEnd(String userId) {
    if (members.isSoleOwner(userId)) {
      throw Problem.of(ProblemCode.LAST_OWNER);
    }
  }
}
