using System.Globalization;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Dashboard;

/// <summary>A call to an address of the developer's application, and what came of it.</summary>
internal sealed record CallbackRow
{
    /// <summary>Tells it from the others.</summary>
    public required string Key { get; init; }

    public required string Service { get; init; }

    /// <summary>What it was about.</summary>
    public required string About { get; init; }

    public required string Method { get; init; }

    public required MaskedAddress Target { get; init; }

    /// <summary>The JSON of a POST.</summary>
    public string? Body { get; init; }

    public int? StatusCode { get; init; }

    public string? Error { get; init; }

    public required int Milliseconds { get; init; }

    public required DateTimeOffset At { get; init; }

    public static CallbackRow Of(SentCallback callback, int number, Clock clock) => new()
    {
        Key = number.ToString(CultureInfo.InvariantCulture),
        Service = callback.Kind == CallbackKind.Completion ? ServiceNames.OkDokument : ServiceNames.OkSign,
        About = callback.Kind switch
        {
            CallbackKind.Signature => "Signature",
            CallbackKind.DeliveryError => "Delivery error",
            CallbackKind.Completion => "End of a round",
            _ => callback.Kind.ToString(),
        },
        Method = callback.Body is null ? "GET" : "POST",
        Target = MaskedAddress.Of(callback.Address),
        Body = callback.Body,
        StatusCode = callback.StatusCode,
        Error = callback.Error,
        Milliseconds = (int)callback.Duration.TotalMilliseconds,
        At = clock.Of(callback.At),
    };
}
