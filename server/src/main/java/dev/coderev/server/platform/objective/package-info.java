/** Whether the server is as good as promised, watched without a monitor beside it. */
@NullMarked
package dev.coderev.server.platform.objective;

import org.jspecify.annotations.NullMarked;
