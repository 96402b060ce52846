using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client.OkDokument;
using OkSign.Emulator;

namespace OkSign.Client.AspNetCore.Tests.Callbacks;

/// <summary>What OKdokument calls, and what becomes of it.</summary>
public sealed class CompletionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Completion_OfTheService_IsConfirmedAndHandled(bool isSigned)
    {
        await using Portal portal = await Portal.StartAsync();
        CreatedSignatureRequest created = await SendAsync(portal);

        await FinishAsync(portal, created, isSigned);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);

        (string how, RoundEnded round) = Assert.IsType<(string, RoundEnded)>(Assert.Single(portal.Handled.All));
        Assert.Equal(isSigned ? "signed" : "canceled", how);
        Assert.Equal((created.DocumentId, (SignatureRequestId?)created.Id), (round.DocumentId, round.SignatureRequestId));
        Assert.Equal("lease.pdf", round.FileName);
        Assert.Equal([200], portal.Emulator.Callbacks.Select(static callback => callback.StatusCode));
    }

    [Fact]
    public async Task Completion_ThatComesAgain_IsHandledOnce()
    {
        await using Portal portal = await Portal.StartAsync();
        CreatedSignatureRequest created = await SendAsync(portal);
        await FinishAsync(portal, created, isSigned: true);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);

        using HttpResponseMessage again = await PostAsync(portal, $$"""{"state":"signed","id":"{{created.DocumentId!.Value.Value}}","signatureRequestId":"{{created.Id.Value}}"}""");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(portal.Handled.All);
    }

    [Fact]
    public async Task Completion_ThatSaysAnotherStateThanTheService_IsToldByTheServices()
    {
        await using Portal portal = await Portal.StartAsync();
        CreatedSignatureRequest created = await SendAsync(portal, withCallback: false);
        await FinishAsync(portal, created, isSigned: true);

        using HttpResponseMessage answer = await PostAsync(portal, $$"""{"state":"canceled","id":"{{created.DocumentId!.Value.Value}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("signed", Assert.IsType<(string How, RoundEnded)>(Assert.Single(portal.Handled.All)).How);
    }

    [Fact]
    public async Task Completion_WhoseFirstCallFailed_IsUncertain()
    {
        await using Portal portal = await Portal.StartAsync();
        CreatedSignatureRequest created = await SendAsync(portal, callback: new Uri(portal.Address, "/no-such-page"));
        await FinishAsync(portal, created, isSigned: true);
        await portal.Emulator.CallbacksDeliveredAsync(Cancel);

        using HttpResponseMessage answer = await PostAsync(portal, $$"""{"state":"signed","id":"{{created.DocumentId!.Value.Value}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("uncertain", Assert.IsType<(string How, RoundEnded)>(Assert.Single(portal.Handled.All)).How);
    }

    [Fact]
    public async Task Completion_ThatIsAheadOfTheService_IsLookedIntoAgain()
    {
        await using Portal portal = await Portal.StartAsync();
        CreatedSignatureRequest created = await SendAsync(portal, withCallback: false);

        using HttpResponseMessage answer = await PostAsync(portal, $$"""{"state":"signed","id":"{{created.DocumentId!.Value.Value}}"}""");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(portal.Handled.All);

        await FinishAsync(portal, created, isSigned: true);
        await portal.MoveOnAsync(TimeSpan.FromMinutes(1));

        Assert.Single(portal.Handled.All);
    }

    [Theory]
    [InlineData("""{"state":"signed","id":"nobody-knows-this-document"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"state":"signed"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"state":"signed","id":"a b"}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Completion_OfAStranger_IsRefused(string body, HttpStatusCode expected)
    {
        await using Portal portal = await Portal.StartAsync();

        using HttpResponseMessage answer = await PostAsync(portal, body);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(portal.Handled.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Completion_LongerThanItCanBe_IsRefused(bool tellsItsLength)
    {
        await using Portal portal = await Portal.StartAsync();
        byte[] body = Encoding.ASCII.GetBytes(new string(' ', OkDokumentCompletion.MaxLength + 1));
        using HttpContent content = tellsItsLength ? new ByteArrayContent(body) : new StreamContent(new BufferedStream(new MemoryStream(body)));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/okdokument/completion?secret={Portal.Secret}") { Content = content };
        request.Headers.TransferEncodingChunked = tellsItsLength ? null : true;

        using HttpResponseMessage answer = await portal.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static Task<CreatedSignatureRequest> SendAsync(Portal portal, bool withCallback = true, Uri? callback = null)
        => portal.OkDokument.SignatureRequests.CreateAsync(
            OkSignFile.FromBytes(Pdf.WithPages("Lease"), "lease.pdf"),
            new SignatureRequestSettings
            {
                SendInfoUrl = callback ?? (withCallback ? portal.Services.GetRequiredService<OkDokumentCallbackAddresses>().At(portal.Address).Completion : null),
            },
            Cancel);

    private static async Task FinishAsync(Portal portal, CreatedSignatureRequest created, bool isSigned)
    {
        EmulatedDocumentSigner signer = portal.Emulator.OkDokument.Signer(created.SigningUrl);
        await (isSigned ? signer.SignAsync(cancellationToken: Cancel) : signer.CancelAsync(cancellationToken: Cancel));
    }

    private static Task<HttpResponseMessage> PostAsync(Portal portal, string body)
        => portal.Http.PostAsync(new Uri($"/okdokument/completion?secret={Portal.Secret}", UriKind.Relative), new StringContent(body), Cancel);
}
