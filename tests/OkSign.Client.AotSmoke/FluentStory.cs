using System.Text.Json;
using OkSign.Smoke;

namespace OkSign.Client.AotSmoke;

/// <summary>What stands above the operations: the fluent request, waiting, requests of any kind, and failures that say what they are.</summary>
internal static class FluentStory
{
    public static async Task TellAsync(OkSignClient oksign)
    {
        SignatureRequest sent = await oksign.NewSignatureRequest(Sample.Contract)
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(72, 355), SigningMethod.Pen))
            .NotifyByEmail(mail => mail.Subject("Please sign").Body("<p>Hello</p>"))
            .SendAsync();
        await SigningPage.SignAsync(sent.Signers.Single().SigningUrl);
        SignedDocument signed = await sent.WaitUntilSignedAsync();
        Check.That(signed.Metadata.SignaturesPlaced == 1);
        Console.WriteLine("A fluent request, signed and waited for");

        JsonElement credits = await oksign.Raw.ReadAsync(new RawRequest(HttpMethod.Get, "/v1/credits/retrieve"));
        Check.That(credits.ValueKind == JsonValueKind.Object);
        Console.WriteLine("A raw request");

        var unknown = new SignedDocumentId("123456-00000000-0000-4000-8000-000000000009");
        OkSignException failure = await Check.FailsAsync<OkSignException>(() => oksign.Metadata.RetrieveAsync(unknown));
        Check.That(failure.Operation == "Metadata.retrieve (v2)");
        Console.WriteLine($"A refusal: {failure.GetType().Name}");
    }
}
