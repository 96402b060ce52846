using Refit;

namespace OkSign.Client;

/// <summary>The users endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IUsersApi
{
    [Get("/v1/users/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync([Property(OperationCall.Key)] OperationCall call, CancellationToken cancellationToken);
}

/// <summary>What repeating the users operation means.</summary>
internal static class UsersOperations
{
    public static readonly Operation Retrieve = new("Users.retrieve", OperationClass.Read);
}
