using System.Data.SqlClient;
using System.IO;
using System.Threading.Tasks;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace Billing;

public class InvoicesController : Controller
{
    private const string Folder = "/srv/invoices";
    private readonly Ledger ledger = new Ledger();

    [HttpGet("invoices")]
    public IActionResult Find(string customer)
    {
        return Ok(Search(customer));
    }

    private int Search(string customer)
    {
        using var connection = new SqlConnection("Server=db;Database=billing;User Id=app;Password=winter2024");
        connection.Open();
        var sql = "SELECT count(*) FROM invoices WHERE customer = '" + customer + "'";
        using var command = new SqlCommand(sql, connection);
        return (int)command.ExecuteScalar();
    }

    [HttpGet("invoices/file")]
    public IActionResult Download(string name)
    {
        return File(System.IO.File.ReadAllBytes(Path.Combine(Folder, name)), "application/pdf");
    }

    [HttpPost("invoices/import")]
    public async Task<IActionResult> Import()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
        using var reader = XmlReader.Create(Request.Body, settings);
        var total = ledger.SumAsync(reader).Result;
        await ledger.StoreAsync(total);
        return Ok(total);
    }

    [HttpGet("invoices/paid")]
    public IActionResult Paid(string returnUrl)
    {
        return Redirect(returnUrl);
    }
}
