using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests.Callbacks;

/// <summary>Endpoints of the application's own.</summary>
public sealed class FilterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callback_ThatIsSo_ComesToTheEndpoint()
    {
        await using Portal portal = await StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);

        Assert.Equal((HttpStatusCode.OK, $"{request.Signers[0].Id} False"), await CallAsync(portal, $"signed_docid={copy}&signerid={request.Signers[0].Id}"));
        await portal.SignAsync(request.Signers[1]);
        Assert.Equal((HttpStatusCode.OK, $"{request.Signers[0].Id},{request.Signers[1].Id} True"), await CallAsync(portal, $"source_docid={request.DocumentId}"));
        Assert.Empty(portal.Handled.All);
    }

    [Fact]
    public async Task Callback_ThatIsNotSo_DoesNot()
    {
        await using Portal portal = await StartAsync();
        SignatureRequest request = await portal.SendAsync();
        await portal.SignAsync(request.Signers[0]);
        SignedDocumentId copy = await portal.CopyOfAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, ""), await CallAsync(portal, "source_docid=123456-00000000-0000-4000-8000-000000000001"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await CallAsync(portal, $"signed_docid={copy}&signerid={request.Signers[1].Id}"));
        Assert.Equal((HttpStatusCode.BadRequest, ""), await CallAsync(portal, "filename=only.pdf"));
        Assert.Equal((HttpStatusCode.BadRequest, ""), await CallAsync(portal, "nothing=known"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await CallAsync(portal, $"signed_docid={copy}", secret: "not-the-secret-at-all"));
        portal.Emulator.Faults.Inject("Linkedlist.retrieve", EmulatorFault.Status(HttpStatusCode.BadGateway));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await CallAsync(portal, $"signed_docid={copy}"));
    }

    [Fact]
    public async Task Completion_ThatIsSo_ComesToTheEndpoint()
    {
        await using Portal portal = await StartAsync();
        CreatedSignatureRequest round = await portal.OkDokument.SignatureRequests.CreateAsync(OkSignFile.FromBytes(Pdf.WithPages("Lease"), "lease.pdf"), cancellationToken: Cancel);
        string body = $$"""{"id":"{{round.DocumentId!.Value.Value}}","state":"signed"}""";

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await CompleteAsync(portal, body));
        await portal.Emulator.OkDokument.Signer(round.SigningUrl).SignAsync(cancellationToken: Cancel);

        Assert.Equal((HttpStatusCode.OK, "signed"), await CompleteAsync(portal, body));
        Assert.Equal((HttpStatusCode.NotFound, ""), await CompleteAsync(portal, """{"id":"nobody-knows-this-one"}"""));
        Assert.Equal((HttpStatusCode.BadRequest, ""), await CompleteAsync(portal, """{"state":"signed"}"""));
        Assert.Equal((HttpStatusCode.BadRequest, ""), await CompleteAsync(portal, "no json"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ""), await CompleteAsync(portal, new string(' ', OkDokumentCompletion.MaxLength + 1)));
        Assert.Equal((HttpStatusCode.NotFound, ""), await CompleteAsync(portal, body, secret: "not-the-secret-at-all"));
        portal.Emulator.Faults.Inject("OkDokument.DocumentInfo", EmulatorFault.Status(HttpStatusCode.BadGateway));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await CompleteAsync(portal, body));
    }

    [Fact]
    public void Endpoint_WithoutTheFilter_IsToldSo()
    {
        var context = new DefaultHttpContext();

        Assert.Throws<InvalidOperationException>(() => context.GetOkSignCallback());
        Assert.Throws<InvalidOperationException>(() => context.GetOkDokumentRound());
    }

    private static Task<Portal> StartAsync()
        => Portal.StartAsync(app: static app =>
        {
            app.MapGet("/mine", static (HttpContext context) =>
            {
                ConfirmedCallback callback = context.GetOkSignCallback();
                return $"{string.Join(',', callback.Signatures.Select(static signature => signature.SignerId))} {callback.IsComplete}";
            }).AddEndpointFilter<OkSignCallbackFilter>();
            app.MapPost("/mine", static (HttpContext context) => context.GetOkDokumentRound().State.ToString()).AddEndpointFilter<OkDokumentCompletionFilter>();
        });

    private static async Task<(HttpStatusCode Status, string Text)> CallAsync(Portal portal, string query, string secret = Portal.Secret)
    {
        using HttpResponseMessage answer = await portal.Http.GetAsync(new Uri($"/mine?{query}&secret={secret}", UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<(HttpStatusCode Status, string Text)> CompleteAsync(Portal portal, string body, string secret = Portal.Secret)
    {
        using HttpResponseMessage answer = await portal.Http.PostAsync(new Uri($"/mine?secret={secret}", UriKind.Relative), new StringContent(body), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
