/** The services that answer as language models: how they are reached, and how they do. */
@NullMarked
package dev.coderev.server.provider;

import org.jspecify.annotations.NullMarked;
