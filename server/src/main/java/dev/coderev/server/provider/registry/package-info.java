/** The providers as they are stored and shown to administrators. */
@NullMarked
package dev.coderev.server.provider.registry;

import org.jspecify.annotations.NullMarked;
