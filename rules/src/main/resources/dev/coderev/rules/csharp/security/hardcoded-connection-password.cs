using System.Data.SqlClient;

public class Store
{
    public void Open(string configured)
    {
        // ruleid: csharp.security.hardcoded-connection-password
        var connection = new SqlConnection("Server=db;Database=app;User Id=sa;Password=hunter42;");
        // ruleid: csharp.security.hardcoded-connection-password
        connection.ConnectionString = "Server=db;Uid=app;Pwd=opensesame";
        // ok: csharp.security.hardcoded-connection-password
        var safe = new SqlConnection(configured);
        // ok: csharp.security.hardcoded-connection-password
        var integrated = new SqlConnection("Server=db;Database=app;Integrated Security=true");
    }
}
