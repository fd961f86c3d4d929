package dev.coderev.review.run;

import dev.coderev.analysis.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Code that only tests run, known by what no other code has: the import of a test framework, a
 * class of test cases, a file or module that the language's own tools build for tests alone. Names
 * of folders say nothing, as a folder of tests may hold what is to be examined.
 */
final class TestCode {
  /** A file in which one of these is found is a file of tests. */
  private static final Pattern FRAMEWORK =
      Pattern.compile(
          Stream.of(
                  // Java, Kotlin, Scala, Groovy
                  "import\\s+(?:static\\s+)?(?:org\\.(?:junit|testng|mockito|assertj|scalatest)"
                      + "|junit\\.framework|kotlin\\.test|io\\.kotest|spock\\.lang)\\b",
                  // Python
                  "(?:import|from)\\s+(?:unittest|pytest|nose|testtools|twisted\\.trial"
                      + "|django\\.test|tornado\\.testing)\\b",
                  "\\s+self\\.assert[A-Z_]\\w*\\(",
                  // JavaScript, TypeScript
                  "(?:import|\\}|const|let|var)\\b?.{0,200}(?:from\\s*|require\\(\\s*)['\"]"
                      + "(?:mocha|chai|jest|@jest/globals|vitest|ava|tape|sinon|supertest|node:test"
                      + "|@playwright/test|@testing-library/[\\w-]+)['\"]",
                  "\\s*describe(?:\\.\\w+)?\\(\\s*['\"`][^\\n]*\\n(?:[^\\n]*\\n){0,400}?"
                      + "\\s+(?:it|test|beforeEach)(?:\\.\\w+)?\\(",
                  // Go
                  "(?:\\s+|import\\s+)(?:\\w+\\s+)?\"(?:testing|net/http/httptest)\"[ \\t]*(?://.*)?$",
                  // PHP
                  "(?:(?:abstract|final)\\s+)?class\\s+\\w+\\s+extends\\s+\\\\?(?:\\w+\\\\)*\\w*TestCase\\b",
                  // Ruby
                  "\\s*require(?:_relative)?\\s*\\(?['\"](?:\\S*/)?(?:minitest(?:/\\w+)?|test/unit|rspec"
                      + "|(?:test|spec|rails)_helper)['\"]",
                  "\\s*class\\s+\\S+\\s*<\\s*\\S*TestCase\\b",
                  // C#, Swift
                  "\\s*using\\s+(?:static\\s+)?(?:Xunit|NUnit\\.Framework|Microsoft\\.VisualStudio\\.TestTools)\\b",
                  "(?:@testable\\s+)?import\\s+XCTest\\b",
                  // C, C++
                  "\\s*#\\s*include\\s*[<\"](?:gtest/|gmock/|catch2/|cmocka\\.h|boost/test/|tests?/)")
              .map(line -> "(?:" + line + ")")
              .reduce((one, other) -> one + "|" + other)
              .map(lines -> "(?m)^(?:" + lines + ")")
              .orElseThrow());

  /** Rust keeps tests in a module at the end of the file that they test. */
  private static final Pattern RUST_MODULE =
      Pattern.compile("(?m)^#\\[cfg\\(test\\)\\]\\s+(?:pub\\s+)?mod\\b");

  private final boolean whole;
  private final int from;

  private TestCode(boolean whole, int from) {
    this.whole = whole;
    this.from = from;
  }

  static TestCode of(SourceFile file) {
    boolean whole = file.path().endsWith("_test.go") || FRAMEWORK.matcher(file.text()).find();
    int from = Integer.MAX_VALUE;
    if (file.path().endsWith(".rs")) {
      Matcher module = RUST_MODULE.matcher(file.text());
      from = module.find() ? module.start() : from;
    }
    return new TestCode(whole, from);
  }

  /** Whether the character at this offset belongs to tests. */
  boolean holds(int offset) {
    return whole || offset >= from;
  }
}
