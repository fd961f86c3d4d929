/** Sessions and their tokens. */
@NullMarked
package dev.coderev.server.identity.session;

import org.jspecify.annotations.NullMarked;
