class Ports {
    fun of(text: String): Int {
        // ruleid: kotlin.maintainability.empty-catch
        try {
            return text.toInt()
        } catch (e: NumberFormatException) {
        }
        return 8080
    }

    fun named(text: String): Int {
        // ok: kotlin.maintainability.empty-catch
        try {
            return text.toInt()
        } catch (ignored: NumberFormatException) {
        }
        return 8080
    }

    fun handled(text: String): Int {
        // ok: kotlin.maintainability.empty-catch
        try {
            return text.toInt()
        } catch (e: NumberFormatException) {
            return 8080
        }
    }
}
