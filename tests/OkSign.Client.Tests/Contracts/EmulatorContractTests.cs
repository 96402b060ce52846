using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OkSign.Emulator;

namespace OkSign.Client.Tests.Contracts;

/// <summary>The emulator against the contracts: it takes the very requests that they write down and answers in the form that they show.</summary>
public sealed class EmulatorContractTests
{
    private const string UnknownId = "123456-DEADBEEF-1111-2222-3333-444455556666";

    public static TheoryData<string> Operations() => [.. ContractTable.All.Select(contract => contract.Operation)];

    public static TheoryData<string> OperationsAboutADocument()
        => [.. ContractTable.All.Where(contract => contract.Headers.ContainsKey("x-oksign-docid")).Select(contract => contract.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_OfTheContract_GetsAnAnswerOfItsForm(string operation)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation);
        await using Arrangement arranged = await Arrangement.CreateAsync(isSigned: operation != "FormDesc.upload");
        await arranged.AddWhatIsMeantByAsync(contract);

        using HttpResponseMessage response = await arranged.SendAsync(contract);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        ContractAnswer model = contract.Answers.Single(answer => answer.IsModel);
        Assert.Equal(MediaTypeHeaderValue.Parse(model.ContentType).MediaType, response.Content.Headers.ContentType?.MediaType);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (model.ContentType == "application/pdf")
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
    [MemberData(nameof(OperationsAboutADocument))]
    public async Task Request_ForAnUnknownDocument_SaysSoWithHttp200(string operation)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation);
        await using Arrangement arranged = await Arrangement.CreateAsync(isSigned: true);
        await arranged.AddWhatIsMeantByAsync(contract);

        using HttpResponseMessage response = await arranged.SendAsync(contract, documentId: UnknownId);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        string expected = operation == "Linkedlist.retrieve" ? "OK" : "FAILED";
        Assert.Equal(expected, (string?)answer["status"]);
        Assert.Equal(JsonValueKind.String, answer["reason"]!.GetValueKind());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_WithoutCredentials_IsRefused(string operation)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation);
        await using Arrangement arranged = await Arrangement.CreateAsync(isSigned: true);

        using HttpResponseMessage response = await arranged.SendAsync(contract, authorization: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_WithAnotherMethod_IsRefused(string operation)
    {
        Contract<OkSignClient> contract = ContractTable.Of(operation) with { Method = "PATCH" };
        await using Arrangement arranged = await Arrangement.CreateAsync(isSigned: true);

        using HttpResponseMessage response = await arranged.SendAsync(contract);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    /// <summary>An emulator at the contracts' time, with a document that the first of its two signers has signed or not.</summary>
    private sealed class Arrangement : IAsyncDisposable
    {
        private readonly OkSignEmulator _emulator;
        private readonly HttpClient _http = new();
        private string _source = "";
        private string _signed = "";
        private string _attachment = Wire.AttachmentText;
        private string _otherSource = "";
        private string _token = "";

        private Arrangement(OkSignEmulator emulator) => _emulator = emulator;

        public static async Task<Arrangement> CreateAsync(bool isSigned)
        {
            var clock = new FakeTimeProvider(Wire.Timestamp.AddMinutes(10));
            var arranged = new Arrangement(await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { TimeProvider = clock }));
            arranged._source = (string)(await arranged.ReasonAsync("Document.upload"))!;
            if (isSigned)
            {
                JsonNode links = await arranged.ReasonAsync("FormDesc.upload");
                await arranged._emulator.Signer(new Uri((string)links[0]!["url"]!)).SignAsync(
                    new SigningScript { Method = "tan", Mobile = "+32470000001", Values = new Dictionary<string, string> { ["CITY"] = "Ghent" } },
                    TestContext.Current.CancellationToken);
                arranged._signed = (string)(await arranged.ReasonAsync("Linkedlist.retrieve", arranged._source))["signed_docid"]!;
            }

            return arranged;
        }

        /// <summary>
        /// Adds what a contract speaks of: an attachment, contacts, a second document, a message that failed, the briefcase or session that a
        /// token belongs to.
        /// </summary>
        public async Task AddWhatIsMeantByAsync(Contract<OkSignClient> contract)
        {
            if (contract.Headers.ContainsValue(Wire.AttachmentText) || contract.JsonBody?.Contains(Wire.AttachmentText, StringComparison.Ordinal) == true)
            {
                _attachment = (string)(await ReasonAsync("EmailAttachment.upload"))!;
            }

            if (contract.Operation is "Contacts.retrieve" or "Contacts.remove")
            {
                await ReasonAsync("Contacts.upload");
            }

            if (contract.Operation == "Webhooks.retrieve")
            {
                // Of the first document nobody is told any more: the signer has signed it.
                _emulator.FailDelivery("anna@example.com");
                _attachment = (string)(await ReasonAsync("EmailAttachment.upload"))!;
                await ReasonAsync("Notifications.upload", await AddDocumentAsync());
            }

            if (contract.Operation.StartsWith("Briefcase.", StringComparison.Ordinal))
            {
                _otherSource = await AddDocumentAsync();
            }

            if (contract.Headers.ContainsValue(Wire.TokenText))
            {
                JsonNode created = await ReasonAsync($"{contract.Operation.Split('.')[0]}.create");
                string link = (string)(created as JsonValue ?? created["docid"] ?? created["token"])!;
                _token = link.Split('/')[^1];
            }
        }

        public Task<HttpResponseMessage> SendAsync(Contract<OkSignClient> contract) => SendAsync(contract, documentId: null, _emulator.Authorization);

        public Task<HttpResponseMessage> SendAsync(Contract<OkSignClient> contract, string documentId) => SendAsync(contract, documentId, _emulator.Authorization);

        public async Task<HttpResponseMessage> SendAsync(Contract<OkSignClient> contract, string? documentId = null, string? authorization = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(contract.Method), _emulator.BaseAddress.AbsoluteUri.TrimEnd('/') + contract.Path);
            if ((contract.Body ?? (contract.JsonBody is { } json ? Encoding.UTF8.GetBytes(WithRealIds(json)) : null)) is { } body)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contract.Headers["content-type"]);
            }

            foreach ((string name, string value) in contract.Headers.Where(header => header.Key != "content-type"))
            {
                request.Headers.TryAddWithoutValidation(name, name == "x-oksign-docid" && documentId is not null ? documentId : WithRealIds(value));
            }

            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("x-oksign-authorization", authorization);
            }

            return await _http.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _emulator.DisposeAsync();
        }

        private async Task<string> AddDocumentAsync()
        {
            string id = (string)(await ReasonAsync("Document.upload"))!;
            await ReasonAsync("FormDesc.upload", id);
            return id;
        }

        private string WithRealIds(string text)
            => text
                .Replace(Wire.SourceText, _source, StringComparison.Ordinal)
                .Replace(Wire.OtherSourceText, _otherSource, StringComparison.Ordinal)
                .Replace(Wire.SignedText, _signed, StringComparison.Ordinal)
                .Replace(Wire.AttachmentText, _attachment, StringComparison.Ordinal)
                .Replace(Wire.TokenText, _token, StringComparison.Ordinal);

        private async Task<JsonNode> ReasonAsync(string operation, string? documentId = null)
        {
            using HttpResponseMessage response = await SendAsync(ContractTable.Of(operation), documentId, _emulator.Authorization);
            JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal("OK", (string?)answer["status"]);
            return answer["reason"]!;
        }
    }
}
