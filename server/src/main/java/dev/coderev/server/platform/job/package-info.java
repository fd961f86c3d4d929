/** Work that outlives a request: queued, run once, remembered. */
@NullMarked
package dev.coderev.server.platform.job;

import org.jspecify.annotations.NullMarked;
