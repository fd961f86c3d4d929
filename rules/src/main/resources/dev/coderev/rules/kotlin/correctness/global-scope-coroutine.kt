import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.launch

class Sync(private val scope: CoroutineScope) {
    fun start() {
        // ruleid: kotlin.correctness.global-scope-coroutine
        GlobalScope.launch { upload() }
        // ok: kotlin.correctness.global-scope-coroutine
        scope.launch { upload() }
    }

    private fun upload() {}
}
