using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using OkSign.Client;
using OkSign.Client.OkDokument;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What a server could do to a client that trusts it: send it elsewhere, or drown it.</summary>
public sealed class HostileAnswerTests
{
    private const int Megabyte = 1024 * 1024;
    private const int GigabyteInMegabytes = 1024;
    private const string Elsewhere = "/elsewhere?id=Qx7_rT2m";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<SigningService, int> Redirects() => new(Enum.GetValues<SigningService>(), [301, 302, 307, 308]);

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task Redirect_ToAnotherHost_IsNotFollowed(SigningService asked, int status)
    {
        await using Receiver elsewhere = await Receiver.StartAsync();
        await using Receiver service = await Receiver.StartAsync(context => RedirectAsync(context, status, elsewhere));

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReadAsync(asked, service));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Single(service.Calls);
        Assert.Empty(elsewhere.Calls);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_OfASigningLink_IsToldAndNotFollowed(int status)
    {
        bool hasKey = true;
        await using Receiver elsewhere = await Receiver.StartAsync();
        await using Receiver service = await Receiver.StartAsync(context =>
        {
            hasKey = context.Request.Headers.ContainsKey("x-api-key");
            return RedirectAsync(context, status, elsewhere);
        });
        await using OkDokumentClient client = DokumentClientOf(service);

        FoundSignatureRequest? found = await client.SignatureRequests.FindAsync(SignatureRequestId.New(), Cancel);

        Assert.Equal(elsewhere.At(Elsewhere), found?.ViewerUrl);
        Assert.Single(service.Calls);
        Assert.Empty(elsewhere.Calls);
        Assert.False(hasKey);
    }

    [Theory]
    [InlineData(SigningService.OkSign)]
    [InlineData(SigningService.OkDokument)]
    public async Task Compressed_AnswerThatNobodyAskedFor_IsNotUnpacked(SigningService asked)
    {
        await using Receiver service = await Receiver.StartAsync(SendBombAsync);

        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReadAsync(asked, service));
    }

    [Theory]
    [InlineData(SigningService.OkSign, false)]
    [InlineData(SigningService.OkSign, true)]
    [InlineData(SigningService.OkDokument, false)]
    [InlineData(SigningService.OkDokument, true)]
    public async Task Compressed_AnswerUnpackedByTheUsersHandler_IsReadNoFurtherThanTheLimit(SigningService asked, bool isDownload)
    {
        await using Receiver service = await Receiver.StartAsync(SendBombAsync);
        using var network = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(
            () => isDownload ? DownloadAsync(asked, service, network) : ReadAsync(asked, service, network));

        Assert.Contains("longer than", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SigningService.OkSign)]
    [InlineData(SigningService.OkDokument)]
    public async Task Answer_WithoutEnd_IsReadNoFurtherThanTheLimit(SigningService asked)
    {
        await using Receiver service = await Receiver.StartAsync(SendWithoutEndAsync);

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReadAsync(asked, service));

        Assert.Contains("longer than", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_WithATextWithoutEnd_IsReadNoFurtherThanTheLimit()
    {
        await using Receiver service = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = Elsewhere;
            return SendWithoutEndAsync(context);
        });
        await using OkDokumentClient client = DokumentClientOf(service);

        FoundSignatureRequest? found = await client.SignatureRequests.FindAsync(SignatureRequestId.New(), Cancel);

        Assert.Equal(service.At(Elsewhere), found?.ViewerUrl);
    }

    private static OkSignClient ClientOf(Receiver service, HttpMessageHandler? network = null)
        => OkSignClient.Create(OkSignCredentials.Parse(Person.Authorization), options => options.BaseAddress = service.At("/services/rest/"), network);

    private static OkDokumentClient DokumentClientOf(Receiver service, HttpMessageHandler? network = null)
        => OkDokumentClient.Create(new OkDokumentApiKey(Person.ApiKey), options => options.BaseAddress = service.Address, network);

    private static async Task ReadAsync(SigningService asked, Receiver service, HttpMessageHandler? network = null)
    {
        if (asked == SigningService.OkSign)
        {
            await using OkSignClient client = ClientOf(service, network);
            await client.Users.RetrieveAsync(Cancel);
        }
        else
        {
            await using OkDokumentClient client = DokumentClientOf(service, network);
            await client.Usage.RetrieveAsync(Cancel);
        }
    }

    private static async Task DownloadAsync(SigningService asked, Receiver service, HttpMessageHandler network)
    {
        if (asked == SigningService.OkSign)
        {
            await using OkSignClient client = ClientOf(service, network);
            await using PdfDownload download = await client.Documents.RetrieveAsync(new SourceDocumentId("123456-1"), Cancel);
        }
        else
        {
            await using OkDokumentClient client = DokumentClientOf(service, network);
            await using PdfDownload download = await client.Documents.DownloadAsync(new StoredDocumentId("Qx7_rT2m"), Cancel);
        }
    }

    private static Task RedirectAsync(HttpContext context, int status, Receiver elsewhere)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = elsewhere.At(Elsewhere).AbsoluteUri;
        return Task.CompletedTask;
    }

    private static async Task SendWithoutEndAsync(HttpContext context)
    {
        byte[] spaces = Encoding.ASCII.GetBytes(new string(' ', Megabyte));
        while (true)
        {
            await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
        }
    }

    /// <summary>A gigabyte of zeros in a megabyte: a gzip file may have many members.</summary>
    private static async Task SendBombAsync(HttpContext context)
    {
        using var member = new MemoryStream();
        await using (var gzip = new GZipStream(member, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[Megabyte]);
        }

        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        for (int megabyte = 0; megabyte < GigabyteInMegabytes; megabyte++)
        {
            await context.Response.Body.WriteAsync(member.GetBuffer().AsMemory(0, (int)member.Length), context.RequestAborted);
        }
    }
}
