using System.Net;
using System.Net.Http;
using System.Net.Security;

public class Client
{
    public void Open()
    {
        var handler = new HttpClientHandler();
        // ruleid: csharp.security.certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => true;
        // ruleid: csharp.security.certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ruleid: csharp.security.certificate-validation-off
        ServicePointManager.ServerCertificateValidationCallback += (sender, cert, chain, errors) => true;
        // ok: csharp.security.certificate-validation-off
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => errors == SslPolicyErrors.None;
    }
}
