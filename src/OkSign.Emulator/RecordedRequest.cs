namespace OkSign.Emulator;

/// <summary>A request that the emulator has answered, or that a fault of <see cref="OkSignEmulator.Faults"/> holds or has ended.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, such as <c>/services/rest/v1/document/upload</c>.</param>
/// <param name="Operation">The service's name of the operation, such as <c>Document.upload</c>; null when no operation was hit.</param>
/// <param name="StatusCode">The HTTP status of the answer; 0 when a fault let none begin.</param>
/// <param name="Headers">The request's headers, names case-insensitive, without the credentials.</param>
public sealed record RecordedRequest(
    string Method,
    string Path,
    string? Operation,
    int StatusCode,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The fault that the request met; null for none.</summary>
    public EmulatorFault? Fault { get; init; }

    /// <summary>
    /// Whether the operation was run to an answer, <c>OK</c> or <c>FAILED</c>, be it that the client never saw it. False when a fault,
    /// wrong credentials or a rate limit came before.
    /// </summary>
    public bool CarriedOut { get; init; }
}
