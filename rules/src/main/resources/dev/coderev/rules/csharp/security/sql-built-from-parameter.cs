using System.Data.SqlClient;

public class Users
{
    private readonly SqlConnection connection;

    public int Find(string name)
    {
        // ruleid: csharp.security.sql-built-from-parameter
        var command = new SqlCommand("SELECT id FROM users WHERE name = '" + name + "'", connection);
        return (int)command.ExecuteScalar();
    }

    public void Remove(string name, int age)
    {
        string sql = string.Format("DELETE FROM users WHERE name = '{0}' AND age = {1}", name, age);
        var command = connection.CreateCommand();
        // ruleid: csharp.security.sql-built-from-parameter
        command.CommandText = sql;
        // ok: csharp.security.sql-built-from-parameter
        command.CommandText = "DELETE FROM users WHERE age = " + age;
        // ok: csharp.security.sql-built-from-parameter
        command.CommandText = "DELETE FROM users WHERE name = @name";
        command.Parameters.AddWithValue("@name", name);
    }

    public void Run(string statement)
    {
        // ok: csharp.security.sql-built-from-parameter
        var command = new SqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
