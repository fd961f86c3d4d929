/** Defect tasks as data: code that may have a defect, and the edits that could repair it. */
@NullMarked
package dev.coderev.training.defect;

import org.jspecify.annotations.NullMarked;
