/** The learning loop as administrators see and stop it; what learns is not part of the server. */
@NullMarked
package dev.coderev.server.evolution.learning;

import org.jspecify.annotations.NullMarked;
