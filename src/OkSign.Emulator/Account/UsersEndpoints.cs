using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Account;

/// <summary><c>Users.retrieve</c>.</summary>
internal sealed class UsersEndpoints(IReadOnlyList<EmulatedUser> users, EmptyAnswer empty) : IOperationGroup
{
    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Users.retrieve", HttpMethods.Get, "v1/users/retrieve"), Retrieve);

    private IResult Retrieve(HttpRequest request) => users.Count == 0 ? empty.Result : Envelope.Ok(users);
}
