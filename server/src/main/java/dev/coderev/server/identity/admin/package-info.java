/** What administrators, and leaving users, do to accounts. */
@NullMarked
package dev.coderev.server.identity.admin;

import org.jspecify.annotations.NullMarked;
