import javax.crypto.Cipher

class Vault {
    fun ciphers() {
        // ruleid: kotlin.security.weak-cipher
        Cipher.getInstance("DES/CBC/PKCS5Padding")
        // ruleid: kotlin.security.weak-cipher
        Cipher.getInstance("AES/ECB/PKCS5Padding")
        // ruleid: kotlin.security.weak-cipher
        val cipher = Cipher.getInstance("AES")
        // ok: kotlin.security.weak-cipher
        Cipher.getInstance("AES/GCM/NoPadding")
        // ok: kotlin.security.weak-cipher
        Cipher.getInstance("ChaCha20-Poly1305")
    }
}
