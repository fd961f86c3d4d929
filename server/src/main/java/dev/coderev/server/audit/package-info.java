/** The append-only record of who did what. */
@NullMarked
package dev.coderev.server.audit;

import org.jspecify.annotations.NullMarked;
