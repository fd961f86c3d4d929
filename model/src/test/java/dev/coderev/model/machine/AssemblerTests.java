package dev.coderev.model.machine;

import static dev.coderev.model.machine.Register.R10;
import static dev.coderev.model.machine.Register.R11;
import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.R9;
import static dev.coderev.model.machine.Register.RAX;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RDX;
import static dev.coderev.model.machine.Register.RSI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The bytes are those that GNU as gives for the same instructions. */
class AssemblerTests {

  @Test
  void vectorsComeFromMemoryAndGoThere() {
    assertBytes(it -> it.load(29, RDI.at(64)), "62617e486faf40000000");
    assertBytes(it -> it.store(R10.at(-64), 9), "62517c48118ac0ffffff");
    assertBytes(it -> it.loadEach(28, RCX, 64), "62627d4858a140000000");
    assertBytes(it -> it.loadQuarters(27, RCX.at(80)), "62627d485a9950000000");
    assertBytes(it -> it.loadHalves(31, R11.at(32)), "62427d4813bb20000000");
    assertBytes(it -> it.loadWords(17, RSI.at(32)), "62e27d48338e20000000");
    assertBytes(it -> it.prefetch(RDI.at(16384)), "0f189700400000");
    assertBytes(it -> it.prefetch(R10.at(16384)), "410f189200400000");
  }

  @Test
  void bitsMoveAndMeet() {
    assertBytes(it -> it.and(30, 9, 28), "62013548dbf4");
    assertBytes(it -> it.xor(3, 18, 3), "62f16d40efdb");
    assertBytes(it -> it.xor(29, 28, RDI.at(192)), "62611d40efafc0000000");
    assertBytes(it -> it.shiftWordsRight(30, 29, 4), "62910d4071d504");
    assertBytes(it -> it.shiftLeft(8, 24, 16), "62913d4872f010");
    assertBytes(it -> it.lookUp(29, 27, 30), "6202254000ee");
  }

  @Test
  void numbersAreMultipliedAndAdded() {
    assertBytes(it -> it.addByteProducts(23, 30, RSI.eachAt(1040)), "62e20d5050be10040000");
    assertBytes(it -> it.toFloats(12, 20), "62317c485be4");
    assertBytes(it -> it.multiply(5, 6, 23), "62b14c4859ef");
    assertBytes(it -> it.multiply(29, 31, RSI.eachAt(0)), "6261045059ae00000000");
    assertBytes(it -> it.add(1, 2, 16), "62b16c4858c8");
    assertBytes(it -> it.addProduct(11, 23, 29), "62124540b8dd");
    assertBytes(it -> it.addProduct(11, 23, R8.eachAt(4)), "62524550b89804000000");
  }

  @Test
  void floatsAreComparedAndRounded() {
    assertBytes(it -> it.max(23, 6, 5), "62e14c485ffd");
    assertBytes(it -> it.min(23, 6, 5), "62e14c485dfd");
    assertBytes(it -> it.min(23, 6, RAX.at(64)), "62e14c485db840000000");
    assertBytes(it -> it.subtract(9, 20, 5), "62715c405ccd");
    assertBytes(it -> it.divide(9, 20, 5), "62715c405ecd");
    assertBytes(it -> it.scaleByPower(9, 20, 5), "62725d402ccd");
    assertBytes(it -> it.round(9, 21), "62337d4808cd00");
    assertBytes(it -> it.toIntegers(9, 21), "62317d485bcd");
    assertBytes(it -> it.addIntegers(9, 20, 5), "62715d40fecd");
    assertBytes(it -> it.multiplyAdd(30, 7, RCX.eachAt(64)), "62624558a8b140000000");
    assertBytes(it -> it.subtractFromProduct(30, 7, 31), "62024548baf7");
    assertBytes(it -> it.root(9, 21), "62317c4851cd");
    assertBytes(it -> it.maxIntegers(9, 20, 5), "62725d403dcd");
    assertBytes(it -> it.multiplyIntegers(9, 20, RCX.eachAt(64)), "62725d50408940000000");
    assertBytes(it -> it.storeFirst(RDX.at(64), 17), "62e17e48118a40000000");
    assertBytes(it -> it.add(9, 20, RCX.eachAt(64)), "62715c50588940000000");
    assertBytes(it -> it.and(9, 20, RCX.eachAt(64)), "62715d50db8940000000");
  }

  @Test
  void lanesChangePlacesAndWidths() {
    assertBytes(it -> it.swapQuarters(9, 21, 0x4e), "6233554023cd4e");
    assertBytes(it -> it.swapFloats(9, 21, 0xb1), "62337d4804cdb1");
    assertBytes(it -> it.loadBytes(25, RDI.at(64)), "62627d48218f40000000");
    assertBytes(it -> it.storeBytes(RDX.at(64), 25), "62627e48318a40000000");
    assertBytes(it -> it.storeWords(RDX.at(64), 17), "62e27e48338a40000000");
    assertBytes(it -> it.gather(0, RDI.at(2), 31), "c5f446c962b27d4190843f02000000");
    assertBytes(it -> it.gather(17, RDI.at(2), 31), "c5f446c962a27d41908c3f02000000");
    assertBytes(it -> it.gather(8, R10.at(2), 3), "c5f446c962527d4990841a02000000");
  }

  @Test
  void generalRegistersCountAndPoint() {
    assertBytes(it -> it.set(R8, 64), "49c7c040000000");
    assertBytes(it -> it.load(R8, RCX.at(8)), "4c8b8108000000");
    assertBytes(it -> it.move(R10, RDI), "4989fa");
    assertBytes(it -> it.add(RSI, R11.at(48)), "4903b330000000");
    assertBytes(it -> it.add(RDI, 256), "4881c700010000");
    assertBytes(it -> it.loop(R9, it.here()), "4983e9010f85f6ffffff");
    assertBytes(Assembler::end, "c5f877c3");
  }

  private static void assertBytes(Consumer<Assembler> instruction, String expected) {
    var code = new Assembler();
    instruction.accept(code);
    assertThat(HexFormat.of().formatHex(code.toBytes())).isEqualTo(expected);
  }
}
