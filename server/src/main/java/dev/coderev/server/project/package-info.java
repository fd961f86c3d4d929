/** Projects: who may do what in one, and what source it has. */
@NullMarked
package dev.coderev.server.project;

import org.jspecify.annotations.NullMarked;
