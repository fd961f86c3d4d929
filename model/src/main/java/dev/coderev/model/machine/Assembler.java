package dev.coderev.model.machine;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Instructions of x86-64 with vectors of 512 bits, as bytes: the few that kernels need.
 *
 * <p>Vector registers go by their numbers, 0 to 31. Operands are in the order of the processor's
 * manual: the first is written. Encodings are those of "Intel 64 and IA-32 Architectures Software
 * Developer's Manual", volume 2; distances are always 32 bits wide.
 */
public final class Assembler {

  /** The opcode maps of the vector prefix. */
  private static final int MAP_0F = 1;

  private static final int MAP_0F38 = 2;
  private static final int MAP_0F3A = 3;

  /** The mandatory prefixes: none, 66, F3. */
  private static final int PLAIN = 0;

  private static final int P66 = 1;
  private static final int PF3 = 2;

  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  /** A place in the code. */
  public record Label(int at) {}

  /** The place that the next instruction gets. */
  public Label here() {
    return new Label(code.size());
  }

  public byte[] toBytes() {
    return code.toByteArray();
  }

  /** {@code vmovdqu32}: a vector from memory. */
  public void load(int to, Address from) {
    vector(MAP_0F, PF3, 0x6f, to, 0, from);
  }

  /** {@code vmovups}: a vector to memory. */
  public void store(Address to, int from) {
    vector(MAP_0F, PLAIN, 0x11, from, 0, to);
  }

  /** {@code vpbroadcastd}: one number of 32 bits for all lanes. */
  public void loadEach(int to, Register base, int distance) {
    vector(MAP_0F38, P66, 0x58, to, 0, base.at(distance));
  }

  /** {@code vbroadcasti32x4}: 16 bytes, four times. */
  public void loadQuarters(int to, Address from) {
    vector(MAP_0F38, P66, 0x5a, to, 0, from);
  }

  /** {@code vcvtph2ps}: sixteen halves as floats. */
  public void loadHalves(int to, Address from) {
    vector(MAP_0F38, P66, 0x13, to, 0, from);
  }

  /** {@code vpmovzxwd}: sixteen words of 16 bits, widened by zeros. */
  public void loadWords(int to, Address from) {
    vector(MAP_0F38, P66, 0x33, to, 0, from);
  }

  /** {@code vpmovsxbd}: sixteen signed bytes, widened. */
  public void loadBytes(int to, Address from) {
    vector(MAP_0F38, P66, 0x21, to, 0, from);
  }

  /** {@code vpmovdb}: the lowest byte of each of sixteen integers. */
  public void storeBytes(Address to, int from) {
    vector(MAP_0F38, PF3, 0x31, from, 0, to);
  }

  /** {@code vmovss}: the first number of a vector. */
  public void storeFirst(Address to, int from) {
    vector(MAP_0F, PF3, 0x11, from, 0, to);
  }

  /** {@code vpmovdw}: the lower halves of sixteen integers. */
  public void storeWords(Address to, int from) {
    vector(MAP_0F38, PF3, 0x33, from, 0, to);
  }

  /** {@code kxnorw; vpgatherdd}: sixteen words of 32 bits, each at a distance of its own. */
  public void gather(int to, Address from, int distances) {
    bytes(0xc5, 0xf4, 0x46, 0xc9);
    int base = from.base().number();
    int first = MAP_0F38 | ((to & 8) == 0 ? 0x80 : 0) | ((distances & 8) == 0 ? 0x40 : 0);
    first |= (base >= 8 ? 0 : 0x20) | ((to & 16) == 0 ? 0x10 : 0);
    bytes(0x62, first, 0x7d, 0x41 | ((distances & 16) == 0 ? 8 : 0), 0x90);
    bytes(0x84 | (to & 7) << 3, (distances & 7) << 3 | (base & 7));
    word(from.distance());
  }

  /** {@code vpandd}. */
  public void and(int to, int a, int b) {
    vector(MAP_0F, P66, 0xdb, to, a, b);
  }

  /** {@code vpandd}. */
  public void and(int to, int a, Address b) {
    vector(MAP_0F, P66, 0xdb, to, a, b);
  }

  /** {@code vpxord}. */
  public void xor(int to, int a, int b) {
    vector(MAP_0F, P66, 0xef, to, a, b);
  }

  /** {@code vpxord}. */
  public void xor(int to, int a, Address b) {
    vector(MAP_0F, P66, 0xef, to, a, b);
  }

  /** {@code vpsrlw}: words of 16 bits, moved right. */
  public void shiftWordsRight(int to, int from, int bits) {
    vector(MAP_0F, P66, 0x71, 2, to, from);
    code.write(bits);
  }

  /** {@code vpslld}: words of 32 bits, moved left. */
  public void shiftLeft(int to, int from, int bits) {
    vector(MAP_0F, P66, 0x72, 6, to, from);
    code.write(bits);
  }

  /** {@code vpshufb}: bytes of a table, by the low four bits of each index. */
  public void lookUp(int to, int table, int index) {
    vector(MAP_0F38, P66, 0x00, to, table, index);
  }

  /** {@code vpdpbusd}: adds four products of unsigned and signed bytes to each sum. */
  public void addByteProducts(int sum, int unsigned, Address signed) {
    vector(MAP_0F38, P66, 0x50, sum, unsigned, signed);
  }

  /** {@code vcvtdq2ps}: integers as floats. */
  public void toFloats(int to, int from) {
    vector(MAP_0F, PLAIN, 0x5b, to, 0, from);
  }

  /** {@code vcvtps2dq}: floats rounded to integers, ties to even. */
  public void toIntegers(int to, int from) {
    vector(MAP_0F, P66, 0x5b, to, 0, from);
  }

  /** {@code vrndscaleps}: floats rounded to whole floats, ties to even. */
  public void round(int to, int from) {
    vector(MAP_0F3A, P66, 0x08, to, 0, from);
    code.write(0);
  }

  /** {@code vscalefps}: {@code a · 2^b}, where b is whole. */
  public void scaleByPower(int to, int a, int b) {
    vector(MAP_0F38, P66, 0x2c, to, a, b);
  }

  /** {@code vshuff32x4}: exchanges quarters of a vector: 0x4e those two apart, 0xb1 neighbours. */
  public void swapQuarters(int to, int from, int order) {
    vector(MAP_0F3A, P66, 0x23, to, from, from);
    code.write(order);
  }

  /** {@code vpermilps}: exchanges floats within each quarter, by an order as for quarters. */
  public void swapFloats(int to, int from, int order) {
    vector(MAP_0F3A, P66, 0x04, to, 0, from);
    code.write(order);
  }

  /** {@code vmaxps}; of a number and none gives b. */
  public void max(int to, int a, int b) {
    vector(MAP_0F, PLAIN, 0x5f, to, a, b);
  }

  /** {@code vminps}; of a number and none gives b. */
  public void min(int to, int a, int b) {
    vector(MAP_0F, PLAIN, 0x5d, to, a, b);
  }

  /** {@code vminps}; of a number and none gives b. */
  public void min(int to, int a, Address b) {
    vector(MAP_0F, PLAIN, 0x5d, to, a, b);
  }

  /** {@code vmulps}. */
  public void multiply(int to, int a, int b) {
    vector(MAP_0F, PLAIN, 0x59, to, a, b);
  }

  /** {@code vmulps}. */
  public void multiply(int to, int a, Address b) {
    vector(MAP_0F, PLAIN, 0x59, to, a, b);
  }

  /** {@code vaddps}. */
  public void add(int to, int a, int b) {
    vector(MAP_0F, PLAIN, 0x58, to, a, b);
  }

  /** {@code vaddps}. */
  public void add(int to, int a, Address b) {
    vector(MAP_0F, PLAIN, 0x58, to, a, b);
  }

  /** {@code vpaddd}: integers. */
  public void addIntegers(int to, int a, int b) {
    vector(MAP_0F, P66, 0xfe, to, a, b);
  }

  /** {@code vsubps}. */
  public void subtract(int to, int a, int b) {
    vector(MAP_0F, PLAIN, 0x5c, to, a, b);
  }

  /** {@code vpmaxsd}: integers. */
  public void maxIntegers(int to, int a, int b) {
    vector(MAP_0F38, P66, 0x3d, to, a, b);
  }

  /** {@code vpmulld}: integers. */
  public void multiplyIntegers(int to, int a, Address b) {
    vector(MAP_0F38, P66, 0x40, to, a, b);
  }

  /** {@code vsqrtps}. */
  public void root(int to, int from) {
    vector(MAP_0F, PLAIN, 0x51, to, 0, from);
  }

  /** {@code vdivps}. */
  public void divide(int to, int a, int b) {
    vector(MAP_0F, PLAIN, 0x5e, to, a, b);
  }

  /** {@code vfmadd213ps}: {@code value = value · a + b}. */
  public void multiplyAdd(int value, int a, Address b) {
    vector(MAP_0F38, P66, 0xa8, value, a, b);
  }

  /** {@code vfmsub231ps}: {@code value = a · b − value}. */
  public void subtractFromProduct(int value, int a, int b) {
    vector(MAP_0F38, P66, 0xba, value, a, b);
  }

  /** {@code vfmadd231ps}: {@code sum += a · b}. */
  public void addProduct(int sum, int a, int b) {
    vector(MAP_0F38, P66, 0xb8, sum, a, b);
  }

  /** {@code vfmadd231ps}: {@code sum += a · b}. */
  public void addProduct(int sum, int a, Address b) {
    vector(MAP_0F38, P66, 0xb8, sum, a, b);
  }

  /** {@code prefetcht1}: asks for a cache line, into the second cache. */
  public void prefetch(Address line) {
    if (line.base().number() >= 8) {
      code.write(0x41);
    }
    bytes(0x0f, 0x18);
    memory(2, line);
  }

  /** {@code mov}: 64 bits from memory. */
  public void load(Register to, Address from) {
    rex(to.number(), from.base().number());
    code.write(0x8b);
    memory(to.number(), from);
  }

  /** {@code mov} between registers. */
  public void move(Register to, Register from) {
    rex(from.number(), to.number());
    bytes(0x89, 0xc0 | (from.number() & 7) << 3 | (to.number() & 7));
  }

  /** {@code mov} of a constant. */
  public void set(Register to, int constant) {
    rex(0, to.number());
    bytes(0xc7, 0xc0 | (to.number() & 7));
    word(constant);
  }

  /** {@code add}: 64 bits from memory. */
  public void add(Register to, Address from) {
    rex(to.number(), from.base().number());
    code.write(0x03);
    memory(to.number(), from);
  }

  /** {@code add} of a constant. */
  public void add(Register to, int constant) {
    rex(0, to.number());
    bytes(0x81, 0xc0 | (to.number() & 7));
    word(constant);
  }

  /** {@code sub 1; jnz}: jumps while the register has not become zero. */
  public void loop(Register counter, Label start) {
    rex(0, counter.number());
    bytes(0x83, 0xe8 | (counter.number() & 7), 1);
    bytes(0x0f, 0x85);
    word(start.at() - (code.size() + Integer.BYTES));
  }

  /** {@code vzeroupper; ret}. */
  public void end() {
    bytes(0xc5, 0xf8, 0x77, 0xc3);
  }

  /** An instruction on three vector registers. */
  private void vector(int map, int prefix, int opcode, int reg, int second, int third) {
    boolean high = (third & 8) != 0;
    boolean highest = (third & 16) != 0;
    vectorPrefix(map, prefix, reg, second, highest, high, false);
    bytes(opcode, 0xc0 | (reg & 7) << 3 | (third & 7));
  }

  /** An instruction on two vector registers and memory. */
  private void vector(int map, int prefix, int opcode, int reg, int second, Address third) {
    vectorPrefix(map, prefix, reg, second, false, third.base().number() >= 8, third.each());
    code.write(opcode);
    memory(reg, third);
  }

  /** The four bytes of the EVEX prefix; most bits are stored inverted. */
  private void vectorPrefix(
      int map, int prefix, int reg, int second, boolean x, boolean b, boolean each) {
    int first = map;
    first |= (reg & 8) == 0 ? 0x80 : 0;
    first |= x ? 0 : 0x40;
    first |= b ? 0 : 0x20;
    first |= (reg & 16) == 0 ? 0x10 : 0;
    int last = 0x40 | (each ? 0x10 : 0) | ((second & 16) == 0 ? 8 : 0);
    bytes(0x62, first, (~second & 15) << 3 | 4 | prefix, last);
  }

  private void rex(int reg, int base) {
    code.write(0x48 | (reg >= 8 ? 4 : 0) | (base >= 8 ? 1 : 0));
  }

  /** The operand bytes of memory at a register plus 32 bits. */
  private void memory(int reg, Address address) {
    code.write(0x80 | (reg & 7) << 3 | (address.base().number() & 7));
    word(address.distance());
  }

  private void word(int value) {
    bytes(value, value >> 8, value >> 16, value >> 24);
  }

  private void bytes(int... values) {
    Arrays.stream(values).forEach(code::write);
  }
}
