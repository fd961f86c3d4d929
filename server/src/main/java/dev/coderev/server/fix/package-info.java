/** Repairs of vulnerabilities. */
@NullMarked
package dev.coderev.server.fix;

import org.jspecify.annotations.NullMarked;
