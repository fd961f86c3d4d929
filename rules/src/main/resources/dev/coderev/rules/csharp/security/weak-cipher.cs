using System.Security.Cryptography;

public class Box
{
    public void Open(byte[] key)
    {
        // ruleid: csharp.security.weak-cipher
        using var des = DES.Create();
        // ruleid: csharp.security.weak-cipher
        var triple = new TripleDESCryptoServiceProvider();
        using var aes = Aes.Create();
        // ruleid: csharp.security.weak-cipher
        aes.Mode = CipherMode.ECB;
        // ok: csharp.security.weak-cipher
        aes.Mode = CipherMode.CBC;
        // ok: csharp.security.weak-cipher
        using var gcm = new AesGcm(key);
    }
}
