/** The source of a project: stored snapshots and how they come in. */
@NullMarked
package dev.coderev.server.project.source;

import org.jspecify.annotations.NullMarked;
