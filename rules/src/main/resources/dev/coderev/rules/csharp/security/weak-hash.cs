using System.Security.Cryptography;

public class Digest
{
    public void Sum(byte[] data)
    {
        // ruleid: csharp.security.weak-hash
        using var md5 = MD5.Create();
        // ruleid: csharp.security.weak-hash
        var sha1 = new SHA1CryptoServiceProvider();
        // ruleid: csharp.security.weak-hash
        SHA1.HashData(data);
        // ok: csharp.security.weak-hash
        using var sha = SHA256.Create();
        // ok: csharp.security.weak-hash
        SHA512.HashData(data);
    }
}
