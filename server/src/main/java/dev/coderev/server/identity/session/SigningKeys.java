package dev.coderev.server.identity.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.secret.MasterKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The keys that sign access tokens, encrypted at rest and replaced every 90 days. */
@Repository
class SigningKeys {
  private static final String PURPOSE = "signing-key";
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final Duration REREAD = Duration.ofSeconds(30);

  private record Kept(ECKey key, Instant createdAt) {}

  private record Read(List<Kept> keys, Instant at) {}

  private final JdbcClient database;
  private final MasterKey master;
  private final Clock clock;
  private volatile Read read = new Read(List.of(), Instant.EPOCH);

  SigningKeys(JdbcClient database, MasterKey master, Clock clock) {
    this.database = database;
    this.master = master;
    this.clock = clock;
  }

  /** The key to sign with. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public ECKey current() {
    Instant now = clock.instant();
    Optional<Kept> newest = newest(now);
    if (newest.isEmpty()) {
      database.sql("select pg_advisory_xact_lock(4713)").query().listOfRows();
      reread(now);
      newest = newest(now);
    }
    return newest.map(Kept::key).orElseGet(() -> make(now));
  }

  private Optional<Kept> newest(Instant now) {
    return keys(now).stream().filter(k -> k.createdAt().plus(LIFE).isAfter(now)).findFirst();
  }

  private ECKey make(Instant now) {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyID(Secrets.letters(16)).generate();
      database
          .sql("insert into signing_keys (kid, sealed, created_at) values (?, ?, ?)")
          .param(key.getKeyID())
          .param(master.seal(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8)))
          .param(Rows.time(now))
          .update();
      reread(now);
      return key;
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** The keys whose signatures are good, newest first. */
  List<ECKey> valid() {
    Instant now = clock.instant();
    return keys(now).stream()
        .filter(kept -> kept.createdAt().plus(LIFE).plus(OVERLAP).isAfter(now))
        .map(Kept::key)
        .toList();
  }

  Optional<ECKey> find(String kid) {
    Optional<ECKey> known = named(kid);
    if (known.isEmpty() && read.at().plusSeconds(1).isBefore(clock.instant())) {
      reread(clock.instant());
      known = named(kid);
    }
    return known;
  }

  private Optional<ECKey> named(String kid) {
    return valid().stream().filter(key -> key.getKeyID().equals(kid)).findFirst();
  }

  private List<Kept> keys(Instant now) {
    if (read.at().plus(REREAD).isBefore(now)) {
      reread(now);
    }
    return read.keys();
  }

  private void reread(Instant now) {
    read =
        new Read(
            database
                .sql("select sealed, created_at from signing_keys order by created_at desc")
                .query((row, _) ->
                    new Kept(open(row.getBytes("sealed")), Rows.instant(row, "created_at")))
                .list(),
            now);
  }

  private ECKey open(byte[] sealed) {
    try {
      return ECKey.parse(new String(master.open(PURPOSE, sealed), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("a stored key is no key", e);
    }
  }
}
