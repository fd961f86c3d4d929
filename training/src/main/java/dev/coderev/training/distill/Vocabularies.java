package dev.coderev.training.distill;

import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.TrainingException;
import java.nio.file.Path;

/** The tokens of two checkpoints, which must be the same for one to teach the other. */
final class Vocabularies {

  private Vocabularies() {}

  /** Refuses checkpoints of which one calls a token what the other calls another. */
  static void requireSame(Path teacher, Path student) {
    try (Tokenizer theirs = Tokenizer.open(teacher);
        Tokenizer mine = Tokenizer.open(student)) {
      if (theirs.size() != mine.size()) {
        throw new TrainingException(
            "vocabularies differ: %d tokens in %s, %d in %s"
                .formatted(theirs.size(), teacher, mine.size(), student));
      }
      for (int id = 0; id < theirs.size(); id++) {
        if (!theirs.token(id).equals(mine.token(id))) {
          throw new TrainingException(
              "vocabularies differ: token %d is %s in %s, %s in %s"
                  .formatted(
                      id,
                      theirs.token(id).orElse("none"),
                      teacher,
                      mine.token(id).orElse("none"),
                      student));
        }
      }
    }
  }
}
