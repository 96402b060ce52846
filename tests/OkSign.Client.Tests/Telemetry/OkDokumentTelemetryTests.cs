using System.Diagnostics;
using System.Net;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using OkSign.Client.Tests.OkDokument.Contracts;

namespace OkSign.Client.Tests.Telemetry;

/// <summary>What listeners hear of each operation of OKdokument: these spans and tags, and no id that stands in a path.</summary>
[Collection(nameof(Alone))]
public sealed class OkDokumentTelemetryTests : IDisposable
{
    private readonly StubNetwork _network = new();

    public static TheoryData<string, string> CallsAndAnswers() => OkDokumentContractTable.CallsAndAnswers();

    public void Dispose() => _network.Dispose();

    [Theory]
    [MemberData(nameof(CallsAndAnswers))]
    public async Task Call_EachAnswer_HasTheDocumentedSpansAndMeasurements(string call, string answerName)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call);
        ContractAnswer answer = contract.Answers.Single(candidate => candidate.Name == answerName);
        Answer(answer);

        (RecordedTelemetry telemetry, object? outcome) = await RecordAsync(contract);

        // Of a download, only the beginning is the operation; what comes later is for the reader.
        string? failure = answer.Body.AsSpan().StartsWith("%PDF-"u8) ? null : (outcome as OkSignException)?.GetType().FullName;
        AssertSpan(telemetry.Operation, contract.Operation, failure, new()
        {
            ["oksign.operation.name"] = contract.Operation,
            ["server.address"] = "dokument.example",
            ["server.port"] = 443,
            ["http.response.status_code"] = answer.Status,
        });
        AssertSpan(Assert.Single(telemetry.Attempts), $"{contract.Method} {contract.PathTemplate ?? contract.Path}", answer.Status >= 400 ? $"{answer.Status}" : null, new()
        {
            ["http.request.method"] = contract.Method,
            ["url.template"] = contract.PathTemplate ?? contract.Path,
            ["server.address"] = "dokument.example",
            ["server.port"] = 443,
            ["http.response.status_code"] = answer.Status,
        });
        Assert.Equivalent(RecordedTelemetry.TagsOf(telemetry.Operation), Assert.Single(telemetry.Measurements).Tags, strict: true);
        Assert.DoesNotContain(telemetry.Texts, static text => text.Contains(Dokument.DocumentIdText, StringComparison.Ordinal) || text.Contains(Dokument.RequestIdText, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OkDokument.DocumentInfo", "/v2/{documentId}/info")]
    [InlineData("OkDokument.DownloadDocument", "/rest/document/{documentId}")]
    [InlineData("OkDokument.DeleteDocument", "/v2/{documentId}")]
    [InlineData("OkDokument.SetCallback", "/v2/{signatureRequestId}/callback")]
    [InlineData("OkDokument.OpenDocument", "/open/{signatureRequestId}")]
    [InlineData("OkDokument.Counter", "/v2/counter")]
    public async Task Call_UnderAnotherPath_HasThatOneAsItsTemplate(string operation, string path)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(operation);
        Answer(contract.Answers.Single(static answer => answer.IsModel));

        (RecordedTelemetry telemetry, _) = await RecordAsync(contract, options => options.Wire.Operations[operation] = new WireForm { Path = path });

        Activity attempt = Assert.Single(telemetry.Attempts);
        Assert.Equal(($"{contract.Method} {path}", path), (attempt.DisplayName, attempt.GetTagItem("url.template")));
        Assert.Equal(
            path.Replace("{documentId}", Dokument.DocumentIdText, StringComparison.Ordinal).Replace("{signatureRequestId}", Dokument.RequestIdText, StringComparison.Ordinal),
            _network.Requests[0].Address.AbsolutePath);
        Assert.DoesNotContain(telemetry.Texts, static text => text.Contains(Dokument.DocumentIdText, StringComparison.Ordinal) || text.Contains(Dokument.RequestIdText, StringComparison.Ordinal));
    }

    private static void AssertSpan(Activity span, string name, string? error, Dictionary<string, object?> tags)
    {
        if (error is not null)
        {
            tags["error.type"] = error;
        }

        Assert.Equal(name, span.DisplayName);
        Assert.Equivalent(tags, RecordedTelemetry.TagsOf(span), strict: true);
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, span.Status);
        Assert.Empty(span.Events);
    }

    private void Answer(ContractAnswer answer)
    {
        if (answer.Location is { } location)
        {
            _network.Redirects(location, (HttpStatusCode)answer.Status);
        }
        else
        {
            _network.Answers(answer.Body, (HttpStatusCode)answer.Status);
        }
    }

    private async Task<(RecordedTelemetry Telemetry, object? Outcome)> RecordAsync(Contract<OkDokumentClient> contract, Action<OkDokumentClientOptions>? configure = null)
    {
        using var telemetry = new RecordedTelemetry();
        await using OkDokumentClient client = TestOkDokument.Over(_network, configure: options =>
        {
            options.Retry.MaxRetries = 0;
            configure?.Invoke(options);
        });
        return (telemetry, await contract.OutcomeAsync(client, TestContext.Current.CancellationToken));
    }
}
