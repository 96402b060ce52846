using OkSign.Client.OkDokument;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace OkSign.Client.Tests.OkDokument;

/// <summary>Bodies with a file in them that go out a second time, over a real connection: nothing between keeps what went out first.</summary>
public sealed class OkDokumentRepetitionTests : IDisposable
{
    private const int Length = 200_000;

    private readonly WireMockServer _server = WireMockServer.Start();

    public OkDokumentRepetitionTests()
    {
        _server.Given(Request.Create().UsingPost()).InScenario("busy").WillSetStateTo("free").RespondWith(Response.Create().WithStatusCode(429));
        _server.Given(Request.Create().UsingPost()).InScenario("busy").WhenStateIs("free").RespondWith(Response.Create().WithStatusCode(200).WithBody(Dokument.Created()));
    }

    public static TheoryData<string> Calls => ["base64", "multipart", "stored"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_TooManyAtFirst_SendsTheSameAgain(string call)
    {
        await using var client = OkDokumentClient.Create(Dokument.ApiKey, options =>
        {
            options.BaseAddress = new Uri(_server.Url!);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        byte[] pdf = [.. "before"u8, .. Sample.Pdf(Length)];
        using var stream = new MemoryStream(pdf) { Position = 6 };
        var file = OkSignFile.FromStream(stream, "a.pdf");

        await (call switch
        {
            "base64" => client.SignatureRequests.CreateAsync(file, cancellationToken: Cancel),
            "multipart" => client.SignatureRequests.UploadAsync(file, cancellationToken: Cancel),
            _ => (Task)client.Documents.UploadAsync(file, cancellationToken: Cancel),
        });

        byte[][] bodies = [.. _server.LogEntries.Select(static entry => entry.RequestMessage!.BodyAsBytes!)];
        Assert.Equal(2, bodies.Length);
        Assert.Equal(bodies[0], bodies[1]);
        Assert.InRange(bodies[1].Length, Length, 2 * Length);
    }
}
