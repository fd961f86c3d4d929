/**
 * Weights of few bits as training sees them: rounded forwards, and as if they were not backwards.
 */
@NullMarked
package dev.coderev.training.coded;

import org.jspecify.annotations.NullMarked;
