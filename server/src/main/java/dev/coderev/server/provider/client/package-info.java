/** Clients of language models: one wire format each, and what guards every call. */
@NullMarked
package dev.coderev.server.provider.client;

import org.jspecify.annotations.NullMarked;
