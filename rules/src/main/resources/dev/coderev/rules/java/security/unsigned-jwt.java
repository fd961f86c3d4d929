import io.jsonwebtoken.Jwts;
import javax.crypto.SecretKey;

class Tickets {
  String open(String name) {
    // ruleid: java.security.unsigned-jwt
    return Jwts.builder().subject(name).compact();
  }

  String issuer(String name) {
    // ruleid: java.security.unsigned-jwt
    return Jwts.builder().subject(name).issuer("shop").compact();
  }

  String signed(String name, SecretKey key) {
    // ok: java.security.unsigned-jwt
    return Jwts.builder().subject(name).signWith(key).compact();
  }

  String early(String name, SecretKey key) {
    // ok: java.security.unsigned-jwt
    return Jwts.builder().signWith(key).subject(name).issuer("shop").compact();
  }
}
