package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FlowClass;

/** A class of one of the files of a session. */
record ClassRef(Analysis in, FlowClass type) {}
