/** The projects, their settings and their members. */
@NullMarked
package dev.coderev.server.project.registry;

import org.jspecify.annotations.NullMarked;
