/** The data folder and the PostgreSQL that lives in it. */
@NullMarked
package dev.coderev.server.platform.database;

import org.jspecify.annotations.NullMarked;
