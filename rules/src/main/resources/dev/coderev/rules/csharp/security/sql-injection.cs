using System.Data.SqlClient;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

public class OrdersController : Controller
{
    private readonly ShopContext shop;
    private readonly SqlConnection connection;

    [HttpGet("orders")]
    public IActionResult Find(string customer)
    {
        // ruleid: csharp.security.sql-injection
        var command = new SqlCommand("SELECT * FROM orders WHERE customer = '" + customer + "'", connection);
        // ruleid: csharp.security.sql-injection
        shop.Orders.FromSqlRaw($"SELECT * FROM orders WHERE customer = '{customer}'");
        // ok: csharp.security.sql-injection
        var safe = new SqlCommand("SELECT * FROM orders WHERE customer = @customer", connection);
        safe.Parameters.AddWithValue("@customer", customer);
        // ok: csharp.security.sql-injection
        shop.Orders.FromSqlInterpolated($"SELECT * FROM orders WHERE customer = {customer}");
        return Ok();
    }

    public IActionResult Delete()
    {
        var id = Request.Query["id"];
        var command = connection.CreateCommand();
        // ruleid: csharp.security.sql-injection
        command.CommandText = "DELETE FROM orders WHERE id = " + id;
        // ok: csharp.security.sql-injection
        command.CommandText = "DELETE FROM orders WHERE id = @id";
        int number = int.Parse(Request.Query["id"]);
        // ok: csharp.security.sql-injection
        command.CommandText = "DELETE FROM orders WHERE id = " + number;
        Count(Request.Form["name"]);
        return Ok();
    }

    private void Count(string name)
    {
        string sql = "SELECT count(*) FROM users WHERE name = '" + name + "'";
        // ruleid: csharp.security.sql-injection
        var command = new SqlCommand(sql, connection);
    }
}
