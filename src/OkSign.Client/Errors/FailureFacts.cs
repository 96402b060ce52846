using System.Net;

namespace OkSign.Client;

/// <summary>What every exception of the family carries, gathered where the failure was noticed.</summary>
internal readonly record struct FailureFacts(
    string Operation,
    int Attempts,
    HttpStatusCode? StatusCode = null,
    string? ResponseBody = null,
    bool MayHaveReachedService = false,
    string? Code = null);
