package notes

import java.security.MessageDigest
import java.sql.Connection
import kotlin.random.Random

/** The notes in the database. */
class NoteStore(private val connection: Connection) {
    private val titles = mutableMapOf<Long, String>()

    fun find(owner: String): List<String> {
        val found = mutableListOf<String>()
        connection.createStatement().use { statement ->
            val rows = statement.executeQuery("select text from note where owner = '$owner'")
            while (rows.next()) {
                found.add(rows.getString("text"))
            }
        }
        return found
    }

    fun count(owner: String): Int {
        connection.prepareStatement("select count(*) from note where owner = ?").use { query ->
            query.setString(1, owner)
            query.executeQuery().use { rows -> return if (rows.next()) rows.getInt(1) else 0 }
        }
    }

    fun title(id: Long): String = titles[id]!!

    fun shareLink(id: Long): String {
        val shareToken = Random.nextLong().toString(16)
        return "/shared/$id/$shareToken"
    }

    fun fingerprint(text: String): ByteArray =
        MessageDigest.getInstance("MD5").digest(text.toByteArray())
}
