import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import javax.crypto.SecretKey;

class Tokens {
  void read(String token, SecretKey key, Algorithm algorithm) {
    // ruleid: java.security.unverified-jwt
    JWT.decode(token).getSubject();
    // ruleid: java.security.unverified-jwt
    Jwts.parser().build().parseClaimsJwt(token);
    // ruleid: java.security.unverified-jwt
    Jwts.parser().unsecured().build().parse(token);
    // ruleid: java.security.unverified-jwt
    JWT.create().sign(Algorithm.none());
    // ok: java.security.unverified-jwt
    JWT.require(algorithm).build().verify(token);
    // ok: java.security.unverified-jwt
    Jwts.parser().verifyWith(key).build().parseSignedClaims(token);
    // ok: java.security.unverified-jwt
    java.util.Base64.getDecoder().decode(token);
  }
}
