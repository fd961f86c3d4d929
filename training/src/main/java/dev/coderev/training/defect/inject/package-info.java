/** Defects put into real methods, and what else could be changed in the same places. */
@NullMarked
package dev.coderev.training.defect.inject;

import org.jspecify.annotations.NullMarked;
