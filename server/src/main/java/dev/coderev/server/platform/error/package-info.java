/** Problem details: the one form in which the API refuses. */
@NullMarked
package dev.coderev.server.platform.error;

import org.jspecify.annotations.NullMarked;
