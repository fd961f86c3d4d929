/** What happened to versions, kept for those who ask later. */
@NullMarked
package dev.coderev.server.evolution.event;

import org.jspecify.annotations.NullMarked;
