/** Proven repairs: generated, decided upon, applied, verified, rolled back. */
@NullMarked
package dev.coderev.server.fix.proposal;

import org.jspecify.annotations.NullMarked;
