package dev.coderev.server.integration.hook;

import dev.coderev.server.identity.AccountErased;
import dev.coderev.server.integration.host.LentTokens;
import dev.coderev.server.project.RepositoryLogins;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The credentials of repositories whose webhook has a token. */
@Component
class HookLogins implements RepositoryLogins {
  private final Webhooks webhooks;
  private final LentTokens lent;

  HookLogins(Webhooks webhooks, LentTokens lent) {
    this.webhooks = webhooks;
    this.lent = lent;
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
    return token(hook).map(token -> new Login(hook.host().gitUser(), token));
  }

  /** The token of the webhook, or the one that its user lends. */
  Optional<String> token(Webhook hook) {
    return hook.isLent()
        ? lent.of(hook.userId(), hook.projectId(), hook.host(), hook.address())
        : webhooks.token(hook.id());
  }
}
