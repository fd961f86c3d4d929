/** Mails to users about what happened in their projects, as far as they want them. */
@NullMarked
package dev.coderev.server.integration.notice;

import org.jspecify.annotations.NullMarked;
