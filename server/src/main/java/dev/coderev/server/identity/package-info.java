/** Who the users are: what other modules may know of them. */
@NullMarked
package dev.coderev.server.identity;

import org.jspecify.annotations.NullMarked;
