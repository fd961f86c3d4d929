/** Webhooks: deliveries come in, reviews of changes go back. */
@NullMarked
package dev.coderev.server.integration.hook;

import org.jspecify.annotations.NullMarked;
