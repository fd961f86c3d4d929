/** The operations on members of a project and on its jobs. */
@NullMarked
package dev.coderev.server.project.team;

import org.jspecify.annotations.NullMarked;
