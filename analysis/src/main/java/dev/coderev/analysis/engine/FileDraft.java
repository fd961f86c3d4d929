package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.source.Language;
import java.util.Optional;

/**
 * One file examined by everything but taint rules.
 *
 * @param number of the file in the project
 * @param chances what taint rules may have to do with it
 * @param declarations empty where the file was not parsed
 */
record FileDraft(
    int number,
    Language language,
    FileOutcome outcome,
    LanguageRules.Chances chances,
    Optional<FileDeclarations> declarations) {}
