package dev.coderev.server.integration.hook;

import dev.coderev.server.identity.AccountErased;
import dev.coderev.server.project.RepositoryLogins;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The credentials of repositories whose webhook has a token. */
@Component
class HookLogins implements RepositoryLogins {
  private final Webhooks webhooks;

  HookLogins(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public Optional<Login> of(String projectId, String url) {
    return webhooks.ofProject(projectId).stream()
        .filter(hook -> hook.isAt(url))
        .flatMap(hook -> of(hook).stream())
        .findFirst();
  }

  @EventListener
  void on(AccountErased erased) {
    webhooks.removeTokensOf(erased.userId());
  }

  Optional<Login> of(Webhook hook) {
    return webhooks.token(hook.id()).map(token -> new Login(hook.host().gitUser(), token));
  }
}
