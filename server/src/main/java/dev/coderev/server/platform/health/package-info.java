/** Whether the server can do its work, from real probes. */
@NullMarked
package dev.coderev.server.platform.health;

import org.jspecify.annotations.NullMarked;
