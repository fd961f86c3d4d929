package dev.coderev.server.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.server.platform.settings.ServerSettings.Database;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {
  private static Database read(String url, String... more) {
    Map<String, String> variables = new HashMap<>(Map.of("DATABASE_URL", url));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return SettingsReader.read(variables).database();
  }

  @Test
  void takesUserAndPasswordOutOfTheAddress() {
    Database database = read("postgresql://ada:p%40ss%2Fw+rd@db.example:5433/reviews");
    assertThat(database.url()).contains("jdbc:postgresql://db.example:5433/reviews");
    assertThat(database.user()).isEqualTo("ada");
    assertThat(database.password()).contains("p@ss/w+rd");
    assertThat(database.toString() + SettingsReader.read(Map.of()))
        .doesNotContain("ada", "p@ss", "db.example");
  }

  @Test
  void takesThemOutOfTheOptionsAndOfTheDriversFormToo() {
    for (String url :
        new String[] {
          "jdbc:postgresql://db/reviews?user=ada&password=p%26w&sslmode=require",
          "jdbc:postgresql://ada:p%26w@db/reviews?sslmode=require",
          "postgres://ada:p%26w@db/reviews?sslmode=require"
        }) {
      Database database = read(url);
      assertThat(database.url()).as(url).contains("jdbc:postgresql://db/reviews?sslmode=require");
      assertThat(database.user()).isEqualTo("ada");
      assertThat(database.password()).contains("p&w");
    }
  }

  @Test
  void givesOptionsTheNamesOfTheDriver() {
    assertThat(
            read("postgresql://a,b:5433/reviews?application_name=x&connect_timeout=3"
                    + "&target_session_attrs=read-write&sslrootcert=/ca.pem")
                .url())
        .contains(
            "jdbc:postgresql://a,b:5433/reviews?ApplicationName=x&connectTimeout=3"
                + "&targetServerType=primary&sslrootcert=/ca.pem");
  }

  @Test
  void keepsToTheVariablesWhereTheAddressNamesNobody() {
    Database database =
        read("postgresql://db/x", "DATABASE_USER", "ada", "DATABASE_PASSWORD", "word");
    assertThat(database.user()).isEqualTo("ada");
    assertThat(database.password()).contains("word");
    assertThat(read("postgresql://db/x").user()).isEqualTo("coderev");
    assertThat(read("postgresql://ada@db/x", "DATABASE_USER", "ada").user()).isEqualTo("ada");
  }

  @Test
  void refusesTwoUsersWithoutNamingAPassword() {
    assertThatThrownBy(() ->
            read(
                "postgresql://ada:first@db/x",
                "DATABASE_USER",
                "bob",
                "DATABASE_PASSWORD",
                "second"))
        .isInstanceOf(SettingsInvalid.class)
        .hasMessageContaining("DATABASE_USER says something else")
        .hasMessageContaining("DATABASE_PASSWORD says something else")
        .hasMessageNotContainingAny("first", "second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://db/x",
        "db/x",
        "postgresql:/db",
        "postgresql://a:%zz@db/x",
        "postgresql://db/x/y",
        "postgresql://"
      })
  void refusesWhatIsNoAddress(String url) {
    assertThatThrownBy(() -> read(url))
        .isInstanceOf(SettingsInvalid.class)
        .hasMessageContaining("DATABASE_URL must begin with postgresql://")
        .hasMessageNotContaining("%zz");
  }
}
