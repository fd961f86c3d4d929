/** Requests for analyses, their jobs and their results. */
@NullMarked
package dev.coderev.server.analysis.run;

import org.jspecify.annotations.NullMarked;
