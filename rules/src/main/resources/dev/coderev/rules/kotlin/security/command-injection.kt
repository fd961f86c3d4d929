class Images {
    fun shrink(file: String): Process {
        // ruleid: kotlin.security.command-injection
        return Runtime.getRuntime().exec("convert -resize 50% $file out.png")
    }

    fun shell(file: String): Process {
        // ruleid: kotlin.security.command-injection
        return ProcessBuilder("sh", "-c", "convert " + file).start()
    }

    fun direct(file: String): Process {
        // ok: kotlin.security.command-injection
        return ProcessBuilder("convert", "-resize", "50%", file, "out.png").start()
    }

    fun version(): Process {
        // ok: kotlin.security.command-injection
        return Runtime.getRuntime().exec("convert --version")
    }
}
