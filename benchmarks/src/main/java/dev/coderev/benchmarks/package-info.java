/** Programs that measure the speed and accuracy of the reviewer and print JSON. */
@NullMarked
package dev.coderev.benchmarks;

import org.jspecify.annotations.NullMarked;
