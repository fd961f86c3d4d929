/** Taint analysis: the ways of untrusted data from sources to sinks within one file. */
@NullMarked
package dev.coderev.analysis.taint;

import org.jspecify.annotations.NullMarked;
