/** The operation that gives the metrics out. */
@NullMarked
package dev.coderev.server.platform.scrape;

import org.jspecify.annotations.NullMarked;
