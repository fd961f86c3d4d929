/** Reports: made as jobs, stored, downloaded. */
@NullMarked
package dev.coderev.server.report;

import org.jspecify.annotations.NullMarked;
