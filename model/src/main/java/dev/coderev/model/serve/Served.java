package dev.coderev.model.serve;

import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.generate.TokenBytes;
import dev.coderev.model.template.ChatTemplate;
import dev.coderev.model.tokens.Tokenizer;
import java.util.Optional;

/**
 * A model as the server sees it.
 *
 * @param id what clients call it
 * @param template how it wants conversations; without one chat is refused
 */
public record Served(
    String id,
    Batcher batcher,
    Tokenizer tokenizer,
    TokenBytes bytes,
    Optional<ChatTemplate> template) {}
