package dev.coderev.model.machine;

/**
 * An operand in memory.
 *
 * @param distance in bytes from where the register points
 * @param each whether one number of 32 bits is read for all lanes
 */
public record Address(Register base, int distance, boolean each) {}
