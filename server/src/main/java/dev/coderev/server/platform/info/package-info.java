/** What the server says about itself. */
@NullMarked
package dev.coderev.server.platform.info;

import org.jspecify.annotations.NullMarked;
