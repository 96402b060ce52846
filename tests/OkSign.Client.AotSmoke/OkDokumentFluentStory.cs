using System.Text.Json;
using OkSign.Client.OkDokument;
using OkSign.Smoke;

namespace OkSign.Client.AotSmoke;

/// <summary>What stands above OKdokument's operations: rounds of signing, waiting, requests of any kind, and failures that say what they are.</summary>
internal static class OkDokumentFluentStory
{
    public static async Task TellAsync(OkDokumentClient okdokument)
    {
        SigningRound first = await okdokument.NewSignatureRequest(Sample.Contract).SignAnywhere().ExpiresAfter(TimeSpan.FromDays(1)).SendAsync();
        await SigningPage.SubmitAsync(first.SigningUrl);
        Check.That((await first.WaitUntilFinishedAsync()).State == StoredDocumentState.Signed);

        SigningRound second = await first.NextRound().SignAnywhere().SendAsync();
        await SigningPage.SubmitAsync(second.SigningUrl);
        Check.That((await second.WaitUntilFinishedAsync()).DocumentId == first.DocumentId);
        Console.WriteLine("Two rounds of signing, waited for");

        JsonElement counters = await okdokument.Raw.ReadAsync(new RawRequest(HttpMethod.Get, "/JSON/counter"));
        Check.That(counters.ValueKind == JsonValueKind.Object);
        Console.WriteLine("A raw request of OKdokument");

        OkSignConflictException used = await Check.FailsAsync<OkSignConflictException>(
            () => okdokument.NewSignatureRequest(Sample.Contract).WithId(first.Id).SignAnywhere().SendAsync());
        Check.That(used.MayHaveReachedService);
        Console.WriteLine($"A refusal of OKdokument: {used.GetType().Name}");
    }
}
