/** Whether a model finds defects: tasks answered by likelihood, without sampling. */
@NullMarked
package dev.coderev.training.defect.measure;

import org.jspecify.annotations.NullMarked;
