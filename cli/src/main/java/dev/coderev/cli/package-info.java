/** The commands of the {@code coderev} executable. */
@NullMarked
package dev.coderev.cli;

import org.jspecify.annotations.NullMarked;
