using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using OkSign.Client;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What a server could do to a client that trusts it: send it elsewhere, or drown it.</summary>
public sealed class HostileAnswerTests
{
    private const int Megabyte = 1024 * 1024;
    private const int GigabyteInMegabytes = 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_ToAnotherHost_IsNotFollowed(int status)
    {
        await using Receiver elsewhere = await Receiver.StartAsync();
        await using Receiver service = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.At("/services/rest/v1/users/retrieve").AbsoluteUri;
            return Task.CompletedTask;
        });
        await using OkSignClient client = ClientOf(service);

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => client.Users.RetrieveAsync(Cancel));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Single(service.Calls);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task Compressed_AnswerThatNobodyAskedFor_IsNotUnpacked()
    {
        await using Receiver service = await Receiver.StartAsync(SendBombAsync);
        await using OkSignClient client = ClientOf(service);

        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => client.Users.RetrieveAsync(Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Compressed_AnswerUnpackedByTheUsersHandler_IsReadNoFurtherThanTheLimit(bool isDownload)
    {
        await using Receiver service = await Receiver.StartAsync(SendBombAsync);
        await using OkSignClient client = ClientOf(service, new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All });

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(
            () => isDownload ? client.Documents.RetrieveAsync(new SourceDocumentId("123456-1"), Cancel) : client.Users.RetrieveAsync(Cancel));

        Assert.Contains("longer than", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithoutEnd_IsReadNoFurtherThanTheLimit()
    {
        await using Receiver service = await Receiver.StartAsync(async context =>
        {
            byte[] spaces = Encoding.ASCII.GetBytes(new string(' ', Megabyte));
            while (true)
            {
                await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
            }
        });
        await using OkSignClient client = ClientOf(service);

        OkSignUnexpectedContentException exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => client.Users.RetrieveAsync(Cancel));

        Assert.Contains("longer than", exception.Message, StringComparison.Ordinal);
    }

    private static OkSignClient ClientOf(Receiver service, HttpMessageHandler? network = null)
        => OkSignClient.Create(OkSignCredentials.Parse(Person.Authorization), options => options.BaseAddress = service.At("/services/rest/"), network);

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
