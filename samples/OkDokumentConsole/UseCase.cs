using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkDokumentConsole;

/// <summary>A use case of the service's documentation (its chapter 4) as code.</summary>
internal sealed record UseCase(string Name, string Number, string Title, Func<Scene, CancellationToken, Task> RunAsync)
{
    public static IReadOnlyList<UseCase> All { get; } =
    [
        new("simple", "4.1", "One round, waiting by asking", SimpleAsync),
        new("redirect", "4.2", "One round, the signer's browser comes back", RedirectAsync),
        new("sendinfo", "4.3", "One round, the service calls when it is signed", SendInfoAsync),
        new("rounds", "4.4", "Two rounds, one after the other", RoundsAsync),
    ];

    private static async Task SimpleAsync(Scene scene, CancellationToken cancellationToken)
    {
        // Tags in the document's text (_SC1_) become signature fields. The file is streamed from the disk.
        SigningRound round = await scene.OkDokument.NewSignatureRequest(OkSignFile.FromPath(scene.Lease))
            .WithTags()
            .ExpiresAfter(TimeSpan.FromDays(7))
            .SendAsync(cancellationToken);
        await scene.SignAsync(round, cancellationToken);

        FinishedRound finished = await round.WaitUntilFinishedAsync(scene.Patience, cancellationToken);
        await FileAsync(scene, finished, "simple.pdf", cancellationToken);
    }

    private static async Task RedirectAsync(Scene scene, CancellationToken cancellationToken)
    {
        SigningRound round = await scene.OkDokument.NewSignatureRequest(OkSignFile.FromPath(scene.Lease))
            .WithTags()
            .ReturnTo(scene.Receiver.ReturnAddress)
            .SendAsync(cancellationToken);
        await scene.SignAsync(round, cancellationToken);

        // The browser's word is a hint to look, and no more: anybody can type such an address.
        OkDokumentResult result = await scene.Receiver.ReturnedAsync(cancellationToken);
        Console.WriteLine($"    the browser came back: {result.Result}");
        StoredDocument document = await scene.OkDokument.Documents.RetrieveInfoAsync(round.DocumentId, cancellationToken);
        await FileAsync(scene, new FinishedRound(scene.OkDokument, round.DocumentId, document.State), "redirect.pdf", cancellationToken);
    }

    private static async Task SendInfoAsync(Scene scene, CancellationToken cancellationToken)
    {
        if (scene.IsRealService)
        {
            Console.WriteLine("    left out: the service cannot call this machine. See docs/okdokument.md for a host that it can.");
            return;
        }

        // The service does not sign its calls: a secret in the address, a new one for each request, tells them from anybody else's.
        var secret = CallbackSecret.New();
        Task<OkDokumentCompletion> call = scene.Receiver.ExpectAsync(secret, cancellationToken);
        SigningRound round = await scene.OkDokument.NewSignatureRequest(OkSignFile.FromPath(scene.Lease))
            .WithTags()
            .NotifyAt(secret.AddTo(scene.Receiver.CallbackAddress))
            .SendAsync(cancellationToken);
        await scene.SignAsync(round, cancellationToken);

        // And what the call says is confirmed by asking.
        OkDokumentCompletion completion = await call;
        Console.WriteLine($"    the service called: {completion.State}");
        StoredDocument document = await scene.OkDokument.Documents.RetrieveInfoAsync(round.DocumentId, cancellationToken);
        await FileAsync(scene, new FinishedRound(scene.OkDokument, round.DocumentId, document.State), "sendinfo.pdf", cancellationToken);
    }

    private static async Task RoundsAsync(Scene scene, CancellationToken cancellationToken)
    {
        // The lessor signs the first field, and nothing else.
        SigningRound first = await scene.OkDokument.NewSignatureRequest(OkSignFile.FromPath(scene.Lease))
            .WithTags()
            .AllowSignatures("_SC1_")
            .SendAsync(cancellationToken);
        await scene.SignAsync(first, cancellationToken);
        FinishedRound lessor = await first.WaitUntilFinishedAsync(scene.Patience, cancellationToken);
        if (!lessor.IsSigned)
        {
            Console.WriteLine($"    not signed: {lessor.State}");
            return;
        }

        // Then the lessee signs the second one, on the same document. Each round costs a credit.
        SigningRound second = await lessor.NextRound()
            .WithSignatureFields()
            .AllowSignatures("_SC2_")
            .SendAsync(cancellationToken);
        await scene.SignAsync(second, cancellationToken);
        FinishedRound lessee = await second.WaitUntilFinishedAsync(scene.Patience, cancellationToken);
        await FileAsync(scene, lessee, "rounds.pdf", cancellationToken);
    }

    /// <summary>The service is no archive: what is signed is fetched, and then deleted there.</summary>
    private static async Task FileAsync(Scene scene, FinishedRound finished, string name, CancellationToken cancellationToken)
    {
        if (finished.IsCanceled)
        {
            Console.WriteLine("    cancelled by the signer");
            return;
        }

        string path = Path.Combine(scene.Folder, name);
        await finished.DownloadAsync(path, cancellationToken);
        Console.WriteLine($"    filed {path}");
        if (finished.IsSigned)
        {
            await finished.DeleteAsync(cancellationToken);
        }
        else
        {
            // errorsendinfo, say: the service could not tell us, and only the file shows what happened. Better kept there, too.
            Console.WriteLine($"    look whether it is signed: {finished.State}");
        }
    }
}
