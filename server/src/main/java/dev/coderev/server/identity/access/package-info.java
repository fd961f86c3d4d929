/** Who stands behind the credentials of a request. */
@NullMarked
package dev.coderev.server.identity.access;

import org.jspecify.annotations.NullMarked;
