using System;
using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Threading.Tasks;
using System.Xml;

namespace Billing;

public class Ledger
{
    private decimal total;

    public async Task<decimal> SumAsync(XmlReader reader)
    {
        decimal sum = 0;
        while (await reader.ReadAsync())
        {
            if (reader.Name == "amount")
            {
                sum += reader.ReadElementContentAsDecimal();
            }
        }
        return sum;
    }

    public Task StoreAsync(decimal sum)
    {
        lock (this)
        {
            total += sum;
        }
        return Task.CompletedTask;
    }

    public async void Reload(Stream backup)
    {
        await Task.Yield();
        try
        {
            total = (decimal)new BinaryFormatter().Deserialize(backup);
        }
        catch (Exception)
        {
        }
    }
}
