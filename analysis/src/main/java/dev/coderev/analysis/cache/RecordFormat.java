package dev.coderev.analysis.cache;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;

/**
 * How values of one record type become bytes and come back. What a record holds is found by its
 * components: other records, sealed families of them, enums, lists, sets, maps, optional values,
 * texts, numbers, truths and sets of bits. Safe to share.
 *
 * <p>The bytes say nothing of the types, so they are only for the very classes that wrote them.
 */
public final class RecordFormat<T extends Record> {
  private static final int HEADER = 8;

  private final Class<T> type;
  private final ValueForm form;

  public RecordFormat(Class<T> type) {
    this.type = type;
    this.form = new ValueForms().of(type);
  }

  public byte[] bytes(T value) {
    PackTexts texts = new PackTexts();
    PackOutput body = new PackOutput(texts);
    form.write(value, body);
    PackOutput all = new PackOutput(texts);
    all.fixed(HEADER + body.size());
    all.fixed(texts.size());
    all.raw(body.bytes());
    all.raw(texts.table());
    return all.bytes();
  }

  /**
   * The value that gave these bytes.
   *
   * @throws RuntimeException of some kind if none did
   */
  public T value(byte[] bytes) {
    PackInput in = PackInput.of(bytes, PackInput.fixed(bytes, 0), PackInput.fixed(bytes, 4));
    return type.cast(form.read(in.at(HEADER)));
  }
}
