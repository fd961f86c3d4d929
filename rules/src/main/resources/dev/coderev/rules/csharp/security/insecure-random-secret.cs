using System;
using System.Security.Cryptography;

public class Accounts
{
    public string NewResetToken()
    {
        // ruleid: csharp.security.insecure-random-secret
        var random = new Random();
        return random.Next().ToString("x");
    }

    public void Start()
    {
        // ruleid: csharp.security.insecure-random-secret
        var otp = Random.Shared.Next(100000, 999999);
        // ok: csharp.security.insecure-random-secret
        var delay = Random.Shared.Next(100);
        // ok: csharp.security.insecure-random-secret
        var token = RandomNumberGenerator.GetBytes(32);
    }

    public int Roll()
    {
        // ok: csharp.security.insecure-random-secret
        return new Random().Next(1, 7);
    }
}
