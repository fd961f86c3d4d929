/** The APIs of code hosts. */
@NullMarked
package dev.coderev.server.integration.host;

import org.jspecify.annotations.NullMarked;
