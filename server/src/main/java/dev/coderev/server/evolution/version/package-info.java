/** Versions, their states and their aliases. */
@NullMarked
package dev.coderev.server.evolution.version;

import org.jspecify.annotations.NullMarked;
