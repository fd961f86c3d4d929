/** Messages by mail, where a mail server is configured. */
@NullMarked
package dev.coderev.server.platform.mail;

import org.jspecify.annotations.NullMarked;
