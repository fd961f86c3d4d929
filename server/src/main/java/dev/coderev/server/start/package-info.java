/**
 * The start of the server: command line, data folder, database, web, and their end in reverse
 * order.
 */
@NullMarked
package dev.coderev.server.start;

import org.jspecify.annotations.NullMarked;
