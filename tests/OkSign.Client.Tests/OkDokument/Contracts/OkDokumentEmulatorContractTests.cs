using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;
using OkSign.Emulator;

namespace OkSign.Client.Tests.OkDokument.Contracts;

/// <summary>The emulator against the contracts: it takes the very requests that they write down and answers in the form that they show.</summary>
public sealed class OkDokumentEmulatorContractTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Calls() => [.. OkDokumentContractTable.AllCalls.Select(contract => contract.ToString())];

    public static TheoryData<string> CallsWithAKey()
        => [.. OkDokumentContractTable.AllCalls.Where(contract => !contract.IsAnonymous).Select(contract => contract.ToString())];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Request_OfTheContract_GetsAnAnswerOfItsForm(string call)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call);
        await using Arrangement arranged = await Arrangement.CreateFor(contract);

        using HttpResponseMessage response = await arranged.SendAsync(contract);

        ContractAnswer model = contract.Answers.Single(answer => answer.IsModel);
        Assert.Equal(model.Status, (int)response.StatusCode);
        byte[] body = await response.Content.ReadAsByteArrayAsync(Cancel);
        if (model.Location is not null)
        {
            Assert.Contains($"/viewDocument?id={arranged.DocumentId}", response.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
        else if (model.ContentType == "application/pdf")
        {
            Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(body), StringComparison.Ordinal);
        }
        else
        {
            JsonNode actual = JsonNode.Parse(body)!;
            Assert.True(JsonForm.IsThatOf(JsonNode.Parse(model.Body), actual), $"Expected the form of{Environment.NewLine}{Encoding.UTF8.GetString(model.Body)}{Environment.NewLine}but was{Environment.NewLine}{actual}");
        }
    }

    [Theory]
    [MemberData(nameof(CallsWithAKey))]
    public async Task Request_WithoutAKey_IsRefused(string call)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call);
        await using Arrangement arranged = await Arrangement.CreateFor(contract);

        using HttpResponseMessage response = await arranged.SendAsync(contract with { IsAnonymous = true });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Request_WithAnotherMethod_IsRefused(string call)
    {
        Contract<OkDokumentClient> contract = OkDokumentContractTable.Of(call) with { Method = "PUT" };
        await using Arrangement arranged = await Arrangement.CreateFor(contract);

        using HttpResponseMessage response = await arranged.SendAsync(contract);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    /// <summary>An emulator at the contracts' time, with the document that they are about, and the request unless they make it.</summary>
    private sealed class Arrangement : IAsyncDisposable
    {
        private readonly OkSignEmulator _emulator;
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        private Arrangement(OkSignEmulator emulator) => _emulator = emulator;

        public string DocumentId { get; private set; } = Dokument.DocumentIdText;

        public static async Task<Arrangement> CreateFor(Contract<OkDokumentClient> contract)
        {
            var options = new OkSignEmulatorOptions { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) };
            options.OkDokument.ApiKey = Dokument.ApiKeyText;
            var arranged = new Arrangement(await OkSignEmulator.StartAsync(options, Cancel));
            await arranged.ArrangeAsync(makesRequest: contract.Operation is "OkDokument.CreateSignatureRequest" or "OkDokument.Upload");
            return arranged;
        }

        public Task<HttpResponseMessage> SendAsync(Contract<OkDokumentClient> contract)
        {
            byte[]? body = contract.JsonBody is { } json ? Encoding.UTF8.GetBytes(Here(json)) : contract.Body;
            var request = new HttpRequestMessage(new HttpMethod(contract.Method), new Uri(_emulator.OkDokument.BaseAddress, Here(contract.Path + contract.Query)))
            {
                Content = body is null ? null : new ByteArrayContent(body),
            };
            if (contract.Headers.TryGetValue("content-type", out string? type))
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            }

            if (!contract.IsAnonymous)
            {
                request.Headers.Add("x-api-key", Dokument.ApiKeyText);
            }

            return _http.SendAsync(request, Cancel);
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _emulator.DisposeAsync();
        }

        private string Here(string text) => text.Replace(Dokument.DocumentIdText, DocumentId, StringComparison.Ordinal);

        /// <summary>Something of everything that is counted, and the document in the end.</summary>
        private async Task ArrangeAsync(bool makesRequest)
        {
            await using OkDokumentClient client = OkDokumentClient.Create(Dokument.ApiKey, options => options.BaseAddress = _emulator.OkDokument.BaseAddress);
            StoredDocumentId other = await client.Documents.UploadAsync(File(), cancellationToken: Cancel);
            await using (PdfDownload pdf = await client.Documents.DownloadAsync(other, Cancel))
            {
                await pdf.CopyToAsync(Stream.Null, Cancel);
            }

            await client.Documents.DeleteAsync(other, Cancel);
            StoredDocumentId document = await client.Documents.UploadAsync(File(), cancellationToken: Cancel);
            if (!makesRequest)
            {
                await client.SignatureRequests.CreateForStoredAsync(document, new SignatureRequestSettings { SignatureRequestId = Dokument.RequestId }, Cancel);
            }

            DocumentId = document.Value;
        }

        private static OkSignFile File() => OkSignFile.FromBytes(SamplePdf.Contract, "lease.pdf");
    }
}
