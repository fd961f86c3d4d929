class Prices(private val prices: Map<String, Int>) {
    fun of(name: String): Int {
        // ruleid: kotlin.correctness.not-null-assertion-on-map
        return prices[name]!!
    }

    fun safe(name: String): Int {
        // ok: kotlin.correctness.not-null-assertion-on-map
        return prices.getValue(name)
    }

    fun orZero(name: String): Int {
        // ok: kotlin.correctness.not-null-assertion-on-map
        return prices[name] ?: 0
    }
}
