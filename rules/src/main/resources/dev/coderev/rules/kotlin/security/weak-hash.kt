import java.security.MessageDigest

class Checksums {
    fun weak(data: ByteArray): ByteArray {
        // ruleid: kotlin.security.weak-hash
        return MessageDigest.getInstance("MD5").digest(data)
    }

    fun old(data: ByteArray): ByteArray {
        // ruleid: kotlin.security.weak-hash
        val digest = MessageDigest.getInstance("SHA-1")
        return digest.digest(data)
    }

    fun strong(data: ByteArray): ByteArray {
        // ok: kotlin.security.weak-hash
        return MessageDigest.getInstance("SHA-256").digest(data)
    }
}
