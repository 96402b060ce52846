using CsCheck;

namespace OkSign.Client.Tests;

/// <summary>Whatever comes back, a call ends with a result or with a child of the one family of exceptions.</summary>
public class AnyAnswerTests
{
    private const string ActiveRows =
        """{"status":"OK","reason":[{"docid":"a-1","createdate":"2026-03-01T12:00:00Z","status":1,"signed_docid":"","more":{"x":["\ud83d\ude00"]}}]}""";

    private const string Metadata =
        """{"status":"OK","reason":{"fields":[{"inputtype":"CanvasSIG","metadata":{"value":{"isodate":"2026-03-01T12:00:00Z"}}},{"value":["a"]}]}}""";

    private const string Descriptor =
        """{"reason":{"fields":[{"inputtype":"Select","name":"a","signerid":"b","selectoptions":["x",{"k":1}],"signingoptions":{"pen":{},"u":1}}]},"status":"ok"}""";

    private const string Created =
        """{"status":"OK","reason":{"docid":"a-1","url":"https://sign.example/012345-6F0A3B5E-0000-4000-8000-00000000000A","signersinfo":[{"url":"https://x.example"}]}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task ListActive_AnyAnswer_IsAResultOrOfTheFamily()
        => AnyAnswer.Like(ActiveRows).SampleAsync(body => CallAsync(body, static client => client.Documents.ListActiveAsync(Cancel)), iter: 3_000, threads: 1);

    [Fact]
    public Task RetrieveMetadata_AnyAnswer_IsAResultOrOfTheFamily()
        => AnyAnswer.Like(Metadata).SampleAsync(body => CallAsync(body, static client => client.Metadata.RetrieveAsync(Sample.SignedId, Cancel)), iter: 3_000, threads: 1);

    [Fact]
    public Task RetrieveDescriptor_AnyAnswer_IsAResultOrOfTheFamily()
        => AnyAnswer.Like(Descriptor).SampleAsync(
            body => CallAsync(body, static client => client.FormDescriptors.RetrieveAsync(Sample.SourceId, Cancel)),
            iter: 3_000,
            threads: 1);

    [Fact]
    public Task CreateBriefcase_AnyAnswer_IsAResultOrOfTheFamily()
        => AnyAnswer.Like(Created).SampleAsync(
            body => CallAsync(body, static client => client.Briefcases.CreateAsync(new() { Documents = [Sample.SourceId] }, Cancel)),
            iter: 3_000,
            threads: 1);

    [Fact]
    public Task Retrieve_AnyAnswer_IsAResultOrOfTheFamily()
        => Gen.OneOf(AnyAnswer.Bytes, AnyAnswer.Assembled).SampleAsync(
            body => CallAsync(body, static client => client.Documents.RetrieveAsync(Sample.SignedId, Cancel)),
            iter: 3_000,
            threads: 1);

    private static async Task CallAsync(byte[] body, Func<OkSignClient, Task> call)
    {
        using var network = new StubNetwork().Answers(body);
        using OkSignClient client = TestClient.Over(network);
        try
        {
            await call(client);
        }
        catch (OkSignException)
        {
            // The only way in which it may fail.
        }
    }
}
