package dev.coderev.model.kernel;

/** Code for one kind of work, which equal values describe. */
interface MachineCode {

  /** The instructions. */
  byte[] assemble();
}
