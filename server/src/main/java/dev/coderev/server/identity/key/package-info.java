/** API keys. */
@NullMarked
package dev.coderev.server.identity.key;

import org.jspecify.annotations.NullMarked;
