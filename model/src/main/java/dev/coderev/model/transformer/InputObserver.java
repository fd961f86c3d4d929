package dev.coderev.model.transformer;

import java.util.List;

/** Sees what the linear layers of a transformer are given, for calibration. */
@FunctionalInterface
public interface InputObserver {

  /** Looks at nothing. */
  InputObserver NONE = (layers, x, rows) -> {};

  /**
   * Is told before layers multiply.
   *
   * @param layers the module paths of the layers that share the inputs
   * @param x [rows, width], and possibly more behind; must not be kept
   */
  void inputs(List<String> layers, float[] x, int rows);
}
