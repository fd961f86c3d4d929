/** What administrators see of versions, and what they may move. */
@NullMarked
package dev.coderev.server.evolution.control;

import org.jspecify.annotations.NullMarked;
