using System.Net;
using OkSign.Client;
using OkSign.Client.OkDokument;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>The operations of OKdokument in the matrix.</summary>
internal static class OkDokumentCases
{
    private static readonly Calls<OkDokumentClient> Calls = new(static cell => cell.OkDokument);

    public static IReadOnlyList<OperationCase> All { get; } =
    [
        .. new[]
        {
            OperationCase.Unsafe("OkDokument.CreateSignatureRequest", stage => RegisterAsync(stage, static client => client.SignatureRequests.CreateAsync)),
            OperationCase.Unsafe("OkDokument.Upload", stage => RegisterAsync(stage, static client => client.SignatureRequests.UploadAsync)),
            OperationCase.Read("OkDokument.OpenDocument", OpenAsync) with { IsRedirect = true },
            OperationCase.Download("OkDokument.DownloadDocument", async stage => await Calls.DownloadAsync(await stage.OkDokument.StoredAsync(), (client, id, token) => client.Documents.DownloadAsync(id, token))),
            OperationCase.Delete("OkDokument.DeleteDocument", DeleteDocumentAsync) with { StatusOfGone = HttpStatusCode.NotFound },
            OperationCase.Read("OkDokument.ListDocuments", _ => Calls.ReadAsync((client, token) => client.Documents.ListAsync(cancellationToken: token))),
            OperationCase.Read("OkDokument.DocumentInfo", async stage => await Calls.ReadAsync(await stage.OkDokument.StoredAsync(), (client, id, token) => client.Documents.RetrieveInfoAsync(id, token))),
            OperationCase.Idempotent("OkDokument.UpdateSignatureRequest", UpdateAsync),
            OperationCase.Delete("OkDokument.DeleteSignatureRequest", RevokeAsync) with { StatusOfGone = HttpStatusCode.BadRequest },
            OperationCase.Read("OkDokument.Counter", _ => Calls.ReadAsync((client, token) => client.Usage.RetrieveAsync(token))),
            OperationCase.Unsafe("OkDokument.UploadDocument", StoreAsync),
            OperationCase.Idempotent("OkDokument.SetCallback", SetCallbackAsync) with { MayAnswerWithoutText = true },
        }.Select(static operation => operation with { Service = SigningService.OkDokument }),
    ];

    private static Task<Work> RegisterAsync(
        Stage stage,
        Func<OkDokumentClient, Func<OkSignFile, SignatureRequestSettings, CancellationToken, Task<CreatedSignatureRequest>>> registering)
    {
        string name = stage.NextName("contract");
        string email = stage.NextEmail();
        SignatureRequestSettings settings = stage.OkDokument.Invitation(email);
        int credits = stage.OkDokument.Credits;
        return Task.FromResult(Calls.Making(
            (client, token) => registering(client)(OkSignFile.FromBytes(Stage.Paper, name), settings, token),
            async () =>
            {
                int documents = await stage.OkDokument.DocumentsOf(name);
                Assert.Equal(documents, credits - stage.OkDokument.Credits);
                Assert.Equal(documents, stage.OkDokument.InvitationsTo(email));
                return documents;
            }));
    }

    private static async Task<Work> OpenAsync(Stage stage)
        => await Calls.ReadAsync(await stage.OkDokument.RegisteredAsync(), (client, id, token) => client.SignatureRequests.FindAsync(id, token));

    private static async Task<Work> DeleteDocumentAsync(Stage stage)
    {
        StoredDocumentId document = await stage.OkDokument.StoreAsync();
        return Calls.Removing(
            (client, token) => client.Documents.DeleteAsync(document, token),
            async () => await stage.OkDokument.Client.Documents.RetrieveInfoAsync(document, Stage.Cancel));
    }

    private static async Task<Work> UpdateAsync(Stage stage)
    {
        CreatedSignatureRequest request = await stage.OkDokument.RegisterAsync();
        var address = new Uri($"https://app.example.com/{stage.NextName("done")}");
        return Calls.Doing(
            (client, token) => client.SignatureRequests.UpdateAsync(request.Id, new SignatureRequestUpdate { ResultUrl = address }, token),
            async () => (await stage.OkDokument.SignAsync(request)).AbsolutePath == address.AbsolutePath ? 1 : 0);
    }

    private static async Task<Work> RevokeAsync(Stage stage)
    {
        CreatedSignatureRequest request = await stage.OkDokument.RegisterAsync();
        return Calls.Removing(
            (client, token) => client.SignatureRequests.DeleteAsync(request.Id, token),
            async () => await stage.OkDokument.Client.SignatureRequests.FindAsync(request.Id, Stage.Cancel));
    }

    private static Task<Work> StoreAsync(Stage stage)
    {
        string name = stage.NextName("contract");
        int credits = stage.OkDokument.Credits;
        return Task.FromResult(Calls.Making(
            (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes(Stage.Paper, name), cancellationToken: token),
            async () =>
            {
                Assert.Equal(credits, stage.OkDokument.Credits);
                return await stage.OkDokument.DocumentsOf(name);
            }));
    }

    private static async Task<Work> SetCallbackAsync(Stage stage)
    {
        CreatedSignatureRequest request = await stage.OkDokument.RegisterAsync();

        // Nobody is there, which does not matter: that it is called shows.
        var address = new Uri($"http://127.0.0.1:1/{stage.NextName("signed")}");
        return Calls.Doing(
            (client, token) => client.SignatureRequests.SetCallbackAsync(request.Id, address, token),
            async () =>
            {
                await stage.OkDokument.SignAsync(request);
                return stage.OkDokument.CallsTo(address);
            });
    }
}
