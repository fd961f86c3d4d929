/** What the server counts and measures of itself. */
@NullMarked
package dev.coderev.server.platform.metric;

import org.jspecify.annotations.NullMarked;
