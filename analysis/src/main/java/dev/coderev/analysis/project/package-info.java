/**
 * What the files of a project declare, import and call, and what a name in one means in another.
 */
@NullMarked
package dev.coderev.analysis.project;

import org.jspecify.annotations.NullMarked;
