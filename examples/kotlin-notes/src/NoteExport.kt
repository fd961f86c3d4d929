package notes

import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.launch

/** Writes notes as PDF files. */
class NoteExport(private val store: NoteStore) {
    fun start(owner: String, file: String) {
        GlobalScope.launch { export(owner, file) }
    }

    private fun export(owner: String, file: String) {
        val notes = store.find(owner)
        try {
            ProcessBuilder("sh", "-c", "pandoc -o " + file).start().outputStream.use { out ->
                notes.forEach { note -> out.write(note.toByteArray()) }
            }
        } catch (e: java.io.IOException) {
        }
    }
}
