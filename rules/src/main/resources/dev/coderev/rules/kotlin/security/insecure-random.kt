import java.security.SecureRandom
import kotlin.random.Random

class Tokens {
    private val secure = SecureRandom()

    fun create(): String {
        // ruleid: kotlin.security.insecure-random
        val token = Random.nextLong().toString()
        // ruleid: kotlin.security.insecure-random
        val salt = Random.nextBytes(16)
        // ok: kotlin.security.insecure-random
        val delay = Random.nextInt(100)
        // ok: kotlin.security.insecure-random
        val strongToken = secure.nextLong().toString()
        return token + salt + delay + strongToken
    }
}
