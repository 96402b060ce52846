using System.Net;
using System.Net.Sockets;
using System.Text;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Faults;

/// <summary>Faults that need the true answer: of JSON and of a PDF.</summary>
public class SpoiltAnswerTests
{
    [Fact]
    public async Task TruncatedAnswer_Json_IsHalfOfItAndTheWorkIsDone()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.TruncatedAnswer());

        Answer answer = await service.TryUploadAsync(TestPdf.OnePage());

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.MediaType));
        Assert.StartsWith("{\"status\":\"OK\",\"reason\":\"123456-", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'}', answer.Body);
        Assert.Equal(answer.Body.Length, answer.Response.Content.Headers.ContentLength);
        Assert.Equal(1, await service.DocumentCountAsync());
        Assert.True(service.Emulator.Requests[0].CarriedOut);
    }

    [Fact]
    public async Task TruncatedAnswer_Pdf_IsItsFirstHalf()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        string docid = await service.UploadAsync(pdf);
        service.Emulator.Faults.Inject("Document.retrieve", EmulatorFault.TruncatedAnswer());

        Answer answer = await service.GetAsync("v1/document/retrieve", docid);

        Assert.Equal((HttpStatusCode.OK, TestService.Pdf), (answer.StatusCode, answer.MediaType));
        Assert.Equal(pdf[..(pdf.Length / 2)], answer.Body);
    }

    [Fact]
    public async Task BrokenAnswer_Json_AnnouncesAllAndIsResetHalfWay()
    {
        await using TestService service = await TestService.StartAsync();
        string whole = await RawHttp.ExchangeAsync(service.Emulator, Get(service, "v1/users/retrieve"));
        service.Emulator.Faults.Inject("Users.retrieve", EmulatorFault.BrokenAnswer());

        (string broken, bool reset) = await RawHttp.ExchangeToTheEndAsync(service.Emulator, Get(service, "v1/users/retrieve"));

        Assert.True(reset);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", broken, StringComparison.Ordinal);
        string body = BodyOf(whole);
        Assert.Equal(body[..(body.Length / 2)], BodyOf(broken));
        Assert.Contains($"\r\nContent-Length: {body.Length}\r\n", broken, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", broken, StringComparison.Ordinal);
        Assert.Equal([200, 200], service.Emulator.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task BrokenAnswer_Pdf_IsAnIOExceptionInTheMiddleOfTheBody()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        string docid = await service.UploadAsync(pdf);
        service.Emulator.Faults.Inject("Document.retrieve", EmulatorFault.BrokenAnswer());

        using HttpResponseMessage response = await service.HeadersAsync("v1/document/retrieve", docid);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var read = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(read, TestContext.Current.CancellationToken));

        Assert.Equal(pdf.Length, response.Content.Headers.ContentLength);
        Assert.Equal(pdf[..(pdf.Length / 2)], read.ToArray());
    }

    [Fact]
    public async Task BrokenAnswer_Write_HasDoneItsWork()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.BrokenAnswer());

        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => service.TryUploadAsync(TestPdf.OnePage()));

        Assert.IsType<SocketException>(failure.GetBaseException());
        Assert.Equal(1, await service.DocumentCountAsync());
    }

    [Fact]
    public async Task StalledAnswer_Pdf_ComesToItsHalfAndNoFurther()
    {
        await using TestService service = await TestService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        string docid = await service.UploadAsync(pdf);
        service.Emulator.Faults.Inject("Document.retrieve", EmulatorFault.StalledAnswer());

        using (HttpResponseMessage response = await service.HeadersAsync("v1/document/retrieve", docid))
        {
            RecordedRequest held = await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);
            Assert.Equal(("Document.retrieve", 200, true), (held.Operation, held.StatusCode, held.CarriedOut));
            await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            byte[] half = new byte[pdf.Length / 2];
            await body.ReadExactlyAsync(half, TestContext.Current.CancellationToken);
            Assert.Equal(pdf[..half.Length], half);
            Task<int> more = body.ReadAsync(new byte[1], TestContext.Current.CancellationToken).AsTask();
            Assert.False(more.IsCompleted);
        }

        // The client has gone away: the server lets go.
        await service.Emulator.ConnectionsClosedAsync(remaining: 1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task BrokenAnswer_ToARefusal_BreaksTheRefusal()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.retrieve", EmulatorFault.TruncatedAnswer());

        Answer answer = await service.GetAsync("v1/document/retrieve", "123456-nothing");

        Assert.StartsWith("{\"status\":\"FAILED\"", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        Assert.True(service.Emulator.Requests[0].CarriedOut);
    }

    private static string Get(TestService service, string path) => RawHttp.Head(service.Emulator, "GET", path) + "\r\n";

    private static string BodyOf(string answer) => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}
