/** What an operator can set, read once and checked before anything starts. */
@NullMarked
package dev.coderev.server.platform.settings;

import org.jspecify.annotations.NullMarked;
