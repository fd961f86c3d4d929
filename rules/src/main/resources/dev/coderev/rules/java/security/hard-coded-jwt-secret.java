import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

class Signing {
  private static final String FIXED = "winter-rain";

  void keys(String secret) {
    // ruleid: java.security.hard-coded-jwt-secret
    Algorithm.HMAC256("winter-rain");
    // ruleid: java.security.hard-coded-jwt-secret
    Algorithm.HMAC512(FIXED);
    // ruleid: java.security.hard-coded-jwt-secret
    Jwts.builder().setSubject("x").signWith(SignatureAlgorithm.HS256, "winter-rain").compact();
    // ok: java.security.hard-coded-jwt-secret
    Algorithm.HMAC256(secret);
    // ok: java.security.hard-coded-jwt-secret
    Algorithm.HMAC256(System.getenv("TOKEN_SECRET"));
    // ok: java.security.hard-coded-jwt-secret
    Jwts.builder().setSubject("x").signWith(SignatureAlgorithm.HS256, secret).compact();
  }
}
