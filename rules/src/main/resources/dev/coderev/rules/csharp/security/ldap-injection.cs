using System.DirectoryServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Security.Application;

public class PeopleController : Controller
{
    [HttpGet("person")]
    public IActionResult Find(string uid)
    {
        var searcher = new DirectorySearcher();
        // ruleid: csharp.security.ldap-injection
        searcher.Filter = "(uid=" + uid + ")";
        // ruleid: csharp.security.ldap-injection
        var other = new DirectorySearcher($"(&(objectClass=person)(uid={uid}))");
        // ok: csharp.security.ldap-injection
        searcher.Filter = "(uid=" + Encoder.LdapFilterEncode(uid) + ")";
        // ok: csharp.security.ldap-injection
        searcher.Filter = "(objectClass=group)";
        return Ok();
    }
}
