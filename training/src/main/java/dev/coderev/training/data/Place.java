package dev.coderev.training.data;

/**
 * How far a stream of documents was read.
 *
 * @param epoch how many times all documents were read
 * @param document of the epoch's order
 * @param offset in that document's tokens
 */
public record Place(long epoch, int document, int offset) {

  public static final Place START = new Place(0, 0, 0);
}
