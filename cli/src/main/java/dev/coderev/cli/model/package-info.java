/** The commands of the model workbench. */
@NullMarked
package dev.coderev.cli.model;

import org.jspecify.annotations.NullMarked;
