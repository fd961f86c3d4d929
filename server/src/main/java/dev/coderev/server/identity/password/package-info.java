/** Change and reset of passwords. */
@NullMarked
package dev.coderev.server.identity.password;

import org.jspecify.annotations.NullMarked;
