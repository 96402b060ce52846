using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Account;

/// <summary><c>Credits.retrieve</c>.</summary>
internal sealed class CreditsEndpoints(CreditBalance credits, DocumentStore documents, Clock clock, WireVariants variants) : IOperationGroup
{
    private const string Subscription = "PRO";
    private const long MaxAccountSize = 1024L * 1024 * 1024;

    public void Map(OperationRoutes routes)
        => routes.Map(new Operation("Credits.retrieve", HttpMethods.Get, "v1/credits/retrieve"), Retrieve);

    private IResult Retrieve(HttpRequest request)
    {
        var answer = new Answer(
            credits.Balance,
            Timestamps.Format(EndOfNextYear(clock.Now)),
            Subscription,
            Paid: true,
            documents.All().Sum(document => document.StoredBytes),
            MaxAccountSize);
        return variants.CreditsEnvelope ? Envelope.Ok(answer) : new JsonResult(answer);
    }

    private static DateTimeOffset EndOfNextYear(DateTimeOffset now) => new(now.Year + 1, 12, 31, 23, 59, 59, now.Offset);

    private sealed record Answer(
        [property: JsonPropertyName("quantity")] decimal Quantity,
        [property: JsonPropertyName("validuntil")] string ValidUntil,
        [property: JsonPropertyName("subscription")] string Subscription,
        [property: JsonPropertyName("paid")] bool Paid,
        [property: JsonPropertyName("account_size")] long AccountSize,
        [property: JsonPropertyName("max_account_size")] long MaxAccountSize);
}
