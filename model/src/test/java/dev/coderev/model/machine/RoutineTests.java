package dev.coderev.model.machine;

import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RDX;
import static dev.coderev.model.machine.Register.RSI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutineTests {

  @BeforeEach
  void onlyWhereTheProcessorHasTheInstructions() {
    assumeTrue(Processor.multipliesBytes());
  }

  @Test
  void runsOnArraysOfTheHeap() {
    var code = new Assembler();
    code.load(R8, RCX.at(0));
    var start = code.here();
    code.load(0, RDI.at(0));
    code.multiply(0, 0, RSI.eachAt(0));
    code.store(RDX.at(0), 0);
    code.add(RDI, 64);
    code.add(RDX, 64);
    code.loop(R8, start);
    code.end();
    var x = new float[48];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    var y = new float[48];

    Routine.of(code.toBytes())
        .orElseThrow()
        .call(
            MemorySegment.ofArray(x),
            MemorySegment.ofArray(new float[] {2}),
            MemorySegment.ofArray(y),
            MemorySegment.ofArray(new long[] {3}));

    for (int i = 0; i < 48; i++) {
      assertThat(y[i]).isEqualTo(2f * i);
    }
  }
}
