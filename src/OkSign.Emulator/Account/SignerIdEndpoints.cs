using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Account;

/// <summary><c>Signerid.calculate</c>: the same person always gets the same id. The service's own calculation is not known.</summary>
internal sealed class SignerIdEndpoints : IOperationGroup
{
    private const int HexDigits = 12;

    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Signerid.calculate", HttpMethods.Post, "v1/signerid/calculate"), Calculate);

    private static async Task<IResult> Calculate(HttpRequest request)
    {
        var problems = new Problems();
        var person = new JsonMembers(await JsonBody.ReadObjectAsync(request.HttpContext), "", problems);
        string? name = person.RequiredText("name");
        string? email = person.RequiredText("email");
        problems.ThrowIfAny();
        return Envelope.Ok(Calculate(name!, email!));
    }

    private static string Calculate(string name, string email)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{email.ToLowerInvariant()}\n{name}"));
        return $"bt_00000000-0000-0000-0000-0000000-{Convert.ToHexString(hash)[..HexDigits]}";
    }
}
