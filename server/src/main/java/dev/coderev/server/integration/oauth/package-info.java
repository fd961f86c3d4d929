/** OAuth connections: users lend this server their accounts at code hosts. */
@NullMarked
package dev.coderev.server.integration.oauth;

import org.jspecify.annotations.NullMarked;
