import java.sql.Connection
import java.sql.ResultSet
import java.sql.Statement

class Orders(private val connection: Connection) {
    fun byOwner(statement: Statement, owner: String): ResultSet {
        // ruleid: kotlin.security.sql-injection
        return statement.executeQuery("select * from orders where owner = '$owner'")
    }

    fun byCity(statement: Statement, city: String): ResultSet {
        // ruleid: kotlin.security.sql-injection
        return statement.executeQuery("select * from orders where city = '" + city)
    }

    fun delete(owner: String) {
        // ruleid: kotlin.security.sql-injection
        connection.prepareStatement("delete from orders where owner = '${owner.trim()}'").execute()
    }

    fun bound(owner: String): ResultSet {
        // ok: kotlin.security.sql-injection
        val query = connection.prepareStatement("select * from orders where owner = ?")
        query.setString(1, owner)
        // ok: kotlin.security.sql-injection
        return query.executeQuery()
    }

    fun all(statement: Statement): ResultSet {
        // ok: kotlin.security.sql-injection
        return statement.executeQuery("select * from orders")
    }
}
