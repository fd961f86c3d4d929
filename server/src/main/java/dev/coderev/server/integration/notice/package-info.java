/** Messages to users and operators about what happened in projects, as far as they want them. */
@NullMarked
package dev.coderev.server.integration.notice;

import org.jspecify.annotations.NullMarked;
