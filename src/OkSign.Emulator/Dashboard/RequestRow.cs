using System.Globalization;

namespace OkSign.Emulator.Dashboard;

/// <summary>A request to either service, or to a page of a signer.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Operation">The service's name of the operation; null when none was hit.</param>
/// <param name="StatusCode">The status of the answer; 0 when a fault let none begin.</param>
/// <param name="Fault">What went wrong on purpose; null for nothing.</param>
internal sealed record RequestRow(string Key, string Method, string Path, string? Operation, int StatusCode, string? Fault)
{
    public static RequestRow Of(RecordedRequest request, int number) => new(
        number.ToString(CultureInfo.InvariantCulture),
        request.Method,
        request.Path,
        request.Operation,
        request.StatusCode,
        request.Fault?.Name);
}
