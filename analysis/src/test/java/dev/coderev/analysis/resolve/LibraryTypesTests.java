package dev.coderev.analysis.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryTypesTests {
  @Test
  void knowsSpecialKindsOfTypes() {
    assertThat(LibraryTypes.below("java.sql.Statement")).contains("java.sql.PreparedStatement");
    assertThat(LibraryTypes.below("java.sql.PreparedStatement"))
        .doesNotContain("java.sql.Statement");
    assertThat(LibraryTypes.below("com.example.Unknown")).isEmpty();
  }

  @Test
  void knowsWhatMethodsGiveThatATypeAboveDeclares() {
    assertThat(LibraryTypes.result("java.sql.Connection", "createStatement"))
        .contains("java.sql.Statement");
    assertThat(LibraryTypes.result("java.sql.PreparedStatement", "getResultSet"))
        .contains("java.sql.ResultSet");
    assertThat(LibraryTypes.result("java.sql.Connection", "close")).isEmpty();
  }

  @Test
  void namesTheWordsThatShowAType() {
    assertThat(LibraryTypes.words("java.sql.Statement"))
        .contains("Statement", "CallableStatement", "createStatement")
        .doesNotContain("Connection");
    assertThat(LibraryTypes.words("com.example.Unknown")).containsExactly("Unknown");
  }
}
