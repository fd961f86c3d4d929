/** Keys and values that are encrypted at rest. */
@NullMarked
package dev.coderev.server.platform.secret;

import org.jspecify.annotations.NullMarked;
