import kotlinx.coroutines.runBlocking

class Mails {
    suspend fun send(text: String) {
        // ruleid: kotlin.correctness.run-blocking-in-suspend
        runBlocking { deliver(text) }
        // ok: kotlin.correctness.run-blocking-in-suspend
        deliver(text)
    }

    fun main() {
        // ok: kotlin.correctness.run-blocking-in-suspend
        runBlocking { deliver("hello") }
    }

    private suspend fun deliver(text: String) {}
}
