namespace OkSign.Emulator;

/// <summary>A request that the emulator has answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, such as <c>/services/rest/v1/document/upload</c>.</param>
/// <param name="Operation">The service's name of the operation, such as <c>Document.upload</c>; null when no operation was hit.</param>
/// <param name="StatusCode">The HTTP status of the answer.</param>
/// <param name="Headers">The request's headers, names case-insensitive, without the credentials.</param>
public sealed record RecordedRequest(
    string Method,
    string Path,
    string? Operation,
    int StatusCode,
    IReadOnlyDictionary<string, string> Headers);
