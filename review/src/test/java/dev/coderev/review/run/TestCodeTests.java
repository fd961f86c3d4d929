package dev.coderev.review.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCodeTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          A.java    | import org.junit.jupiter.api.Test;
          A.java    | import static org.assertj.core.api.Assertions.assertThat;
          a.py      | from unittest import TestCase
          a.py      | import pytest
          a.py      | __    self.assertStatus(200)
          a.js      | const { expect } = require('chai');
          a.ts      | import { test, expect } from "vitest";
          a.ts      | } from '@jest/globals'
          a.go      | import "testing"
          a_test.go | package a
          a.php     | final class RowsTest extends \\Kept\\BaseTestCase
          a.rb      | require_relative "../test_helper"
          a.rb      | class RowsTest < ActiveSupport::TestCase
          A.cs      | using Xunit;
          A.swift   | @testable import XCTest
          a.cc      | #include <gtest/gtest.h>
          a.c       | #include "test/rows.h"
          """)
  void aFileThatUsesATestFrameworkIsOfTests(String path, String line) {
    assertThat(isOfTests(path, "\n" + line.replace("__", "") + "\nmore();\n")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          tests/A.java      | import org.junitpioneer.Words;
          src/test/A.java   | // import org.junit.Test;
          testcases/A.java  | String text = "import org.junit.Test;";
          tests/test_a.py   | import unittests_of_ours
          tests/a.js        | const chain = require('chai-like');
          a.go              | const what = "testing"
          test/a.php        | class Rows extends TestCases
          a.rb              | require "restspec"
          testcases/a.c     | #include "std_testcase.h"
          """)
  void namesOfFoldersAndLookAlikesSayNothing(String path, String line) {
    assertThat(isOfTests(path, "\n" + line + "\nmore();\n")).isFalse();
  }

  @Test
  void describedBehaviourIsATestAndADescriptionIsNot() {
    assertThat(
            isOfTests("a.js", "describe('rows', () => {\n  it('are read', () => read());\n});\n"))
        .isTrue();
    assertThat(isOfTests("a.js", "describe('rows');\nconst unit = () => submit('x');\n")).isFalse();
  }

  @Test
  void aModuleOfTestsBeginsWhereItSaysSo() {
    String code = "fn read() {}\n\n";
    TestCode both = of("a.rs", code + "#[cfg(test)]\nmod tests {\n  fn reads() {}\n}\n");
    assertThat(both.holds(0)).isFalse();
    assertThat(both.holds(code.length() + 30)).isTrue();
    assertThat(of("a.rs", code).holds(3)).isFalse();
  }

  private static boolean isOfTests(String path, String text) {
    return of(path, text).holds(0);
  }

  private static TestCode of(String path, String text) {
    return TestCode.of(new SourceFile(path, Language.TEXT, text));
  }
}
