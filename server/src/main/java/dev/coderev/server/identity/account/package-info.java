/** Accounts: registration, profile, roles, suspension. */
@NullMarked
package dev.coderev.server.identity.account;

import org.jspecify.annotations.NullMarked;
