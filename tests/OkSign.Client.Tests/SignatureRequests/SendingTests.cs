using System.Net;
using System.Text.Json.Nodes;

namespace OkSign.Client.Tests.SignatureRequests;

/// <summary>The way of a request to the service: what is called in which order, and what is said and undone when something fails.</summary>
public sealed class SendingTests : IDisposable
{
    private const string SecondIdText = "012345-6f0a3b5e-0000-4000-8000-000000000003";
    private const string AttachmentIdText = "012345-6f0a3b5e-0000-4000-8000-000000000009";
    private const string TokenText = "012345-6F0A3B5E-0000-4000-8000-00000000000A";
    private const string Links = """[ { "name": "Anna", "id": "bt_00000000-0000-0000-0000-000000000001", "url": "https://service.example/sign/anna" } ]""";

    private readonly StubNetwork _network = new();
    private readonly TestClock _clock = new();
    private readonly OkSignClient _client;

    public SendingTests() => _client = TestClient.Over(_network, _clock, options => options.Retry.MaxRetries = 0);

    public static TheoryData<string> Refusals => ["failed", "forbidden", "limited", "unreachable"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<string> Calls => _network.Requests.Select(request => $"{request.Method} {request.Address.AbsolutePath["/rest".Length..]}");

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task Send_SimpleRequest_UploadsAndDescribes()
    {
        AnswerUpload().AnswersReason(Links);

        SignatureRequest sent = await Simple().SendAsync(Cancel);

        Assert.Equal(["POST /v1/document/upload", "POST /v1/formdesc/upload"], Calls);
        Assert.Equal(Sample.Pdf(), _network.Requests[0].Body);
        Assert.Equal(Sample.SourceId, sent.DocumentId);
        RequestedSigner anna = Assert.Single(sent.Signers);
        Assert.Equal(("Anna", SignerId.Anonymous(1), new Uri("https://service.example/sign/anna")), (anna.Name, anna.Id, anna.SigningUrl));
        Assert.Equal("RequestedSigner", anna.ToString());
    }

    [Fact]
    public async Task Send_LinksInAnotherOrder_AreInTheOrderOfTheRequest()
    {
        AnswerUpload().AnswersReason("""
            [ { "id": "bt_99", "url": "https://s.example/user", "name": "User" },
              { "id": "bt_00000000-0000-0000-0000-000000000002", "url": "https://s.example/b" },
              { "id": "bt_00000000-0000-0000-0000-000000000001", "url": "https://s.example/a" } ]
            """);

        SignatureRequest sent = await Simple().Signer("Bert", "b@example.com", Signs).SendAsync(Cancel);

        Assert.Equal(["Anna", "Bert", "User"], sent.Signers.Select(signer => signer.Name));
        Assert.Equal(["/a", "/b", "/user"], sent.Signers.Select(signer => signer.SigningUrl.AbsolutePath));
    }

    [Fact]
    public async Task Send_LinksWithoutIds_AreThoseOfTheSignersInOrder()
    {
        AnswerUpload().AnswersReason("""[ { "url": "https://s.example/a" }, { "url": "https://s.example/b" } ]""");

        SignatureRequest sent = await Simple().Signer("Bert", "b@example.com", Signs).SendAsync(Cancel);

        Assert.Equal([("Anna", SignerId.Anonymous(1)), ("Bert", SignerId.Anonymous(2))], sent.Signers.Select(signer => (signer.Name, signer.Id!.Value)));
    }

    [Fact]
    public async Task Send_WithAttachments_UploadsThemFirstAndNamesThem()
    {
        _network.AnswersReason($"\"{AttachmentIdText}\"");
        AnswerUpload().AnswersReason(Links);

        await Simple().NotifyByEmail(mail => mail.Subject("S").Attach(Sample.File(300)).Attach(new EmailAttachmentId("older"))).SendAsync(Cancel);

        Assert.Equal(["POST /v1/emailattachment/upload", "POST /v1/document/upload", "POST /v1/formdesc/upload"], Calls);
        Assert.Equal(["older", AttachmentIdText], JsonNode.Parse(_network.Requests[2].Text)!["notifications"]!["smtp"]!["attachments"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public async Task Send_WithUsersAndTemplates_LooksThemUpBeforeTheUpload()
    {
        _network
            .AnswersReason("""[ { "name": "Owner", "email": "owner@example.com", "signerid": "bt_owner" } ]""")
            .AnswersReason("""[ { "name": "Mine", "subject": "From the template" } ]""");
        AnswerUpload().AnswersReason(Links);

        await Simple().CountersignedBy("owner@example.com", Signs).NotifyByEmail(mail => mail.FromTemplate("MINE")).SendAsync(Cancel);

        Assert.Equal(["GET /v1/users/retrieve", "GET /v1/emailtemplates/retrieve", "POST /v1/document/upload", "POST /v1/formdesc/upload"], Calls);
        JsonNode descriptor = JsonNode.Parse(_network.Requests[3].Text)!;
        Assert.Equal("bt_owner", (string?)descriptor["fields"]![1]!["signerid"]);
        Assert.Equal("From the template", (string?)descriptor["notifications"]!["smtp"]!["subject"]);
    }

    [Fact]
    public async Task OnUploaded_EachOne_IsToldBeforeTheDescription()
    {
        List<string> told = [];
        AnswerUpload().AnswersReason(Links);

        await Simple()
            .OnUploaded(id => told.Add($"{id} after {_network.Requests.Count}"))
            .OnUploaded(id => told.Add("second"))
            .SendAsync(Cancel);

        Assert.Equal([$"{Sample.SourceIdText} after 1", "second"], told);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Send_DescriptionIsRefused_CarriesTheDocument(string refusal)
    {
        AnswerUpload();
        Refuse(refusal);

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(() => Simple().SendAsync(Cancel));

        Assert.Equal(Sample.SourceId, exception.DocumentId);
        Assert.Equal([Sample.SourceId], exception.Documents);
        Assert.False(exception.WereRemoved);
        Assert.False(exception.MayHaveReachedService);
        Assert.Equal("FormDesc.upload", exception.Operation);
        OkSignException cause = Assert.IsType<OkSignException>(exception.InnerException, exactMatch: false);
        Assert.Equal((cause.StatusCode, cause.Attempts, cause.ResponseBody), (exception.StatusCode, exception.Attempts, exception.ResponseBody));
        Assert.Contains(Sample.SourceIdText, exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, _network.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Send_RefusedAndToBeRemoved_RemovesTheOrphan(string refusal)
    {
        AnswerUpload();
        Refuse(refusal);
        _network.AnswersReason("\"\"");

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => Simple().RemoveDocumentIfRefused().SendAsync(Cancel));

        Assert.True(exception.WereRemoved);
        Assert.Equal("DELETE /v1/document/remove", Calls.Last());
        Assert.Equal(Sample.SourceIdText, _network.Requests[^1].Headers["x-oksign-docid"]);
    }

    [Fact]
    public async Task Send_RefusedAndRemovalFails_SaysThatTheDocumentIsStillThere()
    {
        AnswerUpload().AnswersFailure("\"No.\"").AnswersFailure("\"Too soon\"");

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => Simple().RemoveDocumentIfRefused().SendAsync(Cancel));

        Assert.False(exception.WereRemoved);
        Assert.IsType<OkSignRejectedException>(exception.InnerException);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("html")]
    [InlineData("server error")]
    public async Task Send_AnswerOfTheDescriptionIsLost_RemovesNothing(string how)
    {
        AnswerUpload();
        _ = how switch
        {
            "lost" => _network.Fails(new HttpRequestException("reset")),
            "html" => _network.Answers("<html>"),
            _ => _network.Answers(HttpStatusCode.InternalServerError),
        };

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => Simple().RemoveDocumentIfRefused().SendAsync(Cancel));

        Assert.True(exception.MayHaveReachedService);
        Assert.False(exception.WereRemoved);
        Assert.Equal(2, _network.Requests.Count);
    }

    [Fact]
    public async Task Send_UploadFails_IsTheUploadsOwnException()
    {
        _network.Fails(new HttpRequestException("reset"));

        OkSignTransportException exception = await Assert.ThrowsAsync<OkSignTransportException>(() => Simple().SendAsync(Cancel));

        Assert.Equal("Document.upload", exception.Operation);
        Assert.True(exception.MayHaveReachedService);
    }

    [Fact]
    public async Task Send_UploadIsRefused_RemovesTheAttachments()
    {
        _network.AnswersReason($"\"{AttachmentIdText}\"").AnswersFailure("\"No.\"").AnswersReason("\"\"");

        await Assert.ThrowsAsync<OkSignRejectedException>(() => Simple().NotifyByEmail(mail => mail.Subject("S").Attach(Sample.File())).SendAsync(Cancel));

        Assert.Equal(["POST /v1/emailattachment/upload", "POST /v1/document/upload", "DELETE /v1/emailattachment/remove"], Calls);
        Assert.Equal(AttachmentIdText, _network.Requests[2].Headers["x-oksign-docid"]);
    }

    [Fact]
    public async Task SendExpress_TwoSigners_GivesEachALinkOfItsOwn()
    {
        AnswerUpload()
            .AnswersReason("""[ { "id": "bt_00000000-0000-0000-0000-000000000001", "url": "https://s.example/a" }, { "id": "bt_00000000-0000-0000-0000-000000000002", "url": "https://s.example/b" } ]""")
            .AnswersReason($"\"https://s.example/express/{TokenText}\"")
            .AnswersReason("""{ "url": "https://s.example/express/2", "token": "second" }""");

        SignatureRequest sent = await Simple().Signer("Bert", "b@example.com", Signs)
            .SendExpressAsync(new ExpressLinkSettings { ValidityDays = 30, ReturnUrl = new Uri("https://app.example.com/done") }, Cancel);

        Assert.Equal([$"/express/{TokenText}", "/express/2"], sent.Signers.Select(signer => signer.SigningUrl.AbsolutePath));
        Assert.Equal([new SignExpressToken(TokenText), new SignExpressToken("second")], sent.Signers.Select(signer => signer.ExpressToken!.Value));
        JsonNode session = JsonNode.Parse(_network.Requests[3].Text)!;
        Assert.Equal("bt_00000000-0000-0000-0000-000000000002", (string?)session["signerid"]);
        Assert.Equal(30, (int)session["validity"]!);
        Assert.Equal("https://app.example.com/done", (string?)session["returnURL"]);
        Assert.Equal(Sample.SourceIdText, (string?)session["documents"]![0]!["docid"]);
    }

    [Fact]
    public async Task SendExpress_SessionIsRefused_CarriesTheDocument()
    {
        AnswerUpload().AnswersReason(Links).AnswersFailure("\"No.\"").AnswersReason("\"\"");

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => Simple().RemoveDocumentIfRefused().SendExpressAsync(cancellationToken: Cancel));

        Assert.Equal("SignExpress.create", exception.Operation);
        Assert.True(exception.WereRemoved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendExpress_SessionIsRefused_RemovesAttachmentsOnlyWithTheDocumentWhoseMessagesHaveThem(bool removes)
    {
        _network.AnswersReason($"\"{AttachmentIdText}\"");
        AnswerUpload().AnswersReason(Links).AnswersFailure("\"No.\"").AnswersReason("\"\"").AnswersReason("\"\"");
        SignatureRequestBuilder request = Simple().NotifyByEmail(mail => mail.Subject("S").Attach(Sample.File(300)));

        await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => (removes ? request.RemoveDocumentIfRefused() : request).SendExpressAsync(cancellationToken: Cancel));

        Assert.Equal(removes, Calls.Contains("DELETE /v1/emailattachment/remove"));
        Assert.Equal(removes, Calls.Contains("DELETE /v1/document/remove"));
    }

    [Fact]
    public async Task SendExpress_AnswerWithoutALink_CarriesTheDocument()
    {
        AnswerUpload().AnswersReason(Links).AnswersReason($"\"{TokenText}\"");

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => Simple().RemoveDocumentIfRefused().SendExpressAsync(cancellationToken: Cancel));

        Assert.IsType<OkSignUnexpectedContentException>(exception.InnerException);
        Assert.False(exception.WereRemoved);
    }

    [Fact]
    public async Task SendTogether_TwoRequests_BundlesThemAndTellsTheSigners()
    {
        AnswerUpload().AnswersReason("[]");
        AnswerUpload(SecondIdText).AnswersReason("[]")
            .AnswersReason($$"""{ "docid": "{{TokenText}}", "signersinfo": {{Links}} }""")
            .AnswersReason("\"\"");

        // The second document names the same people the other way round: each keeps the id that the first gave.
        SentBriefcase sent = await _client.NewBriefcase("Hiring pack")
            .Add(Simple().Signer("Bert", "b@example.com", Signs))
            .Add(_client.NewSignatureRequest(Sample.File(300)).Signer("Bert", "b@example.com", Signs).Signer("Anna", "a@example.com", Signs))
            .NotifyByEmail(mail => mail.Subject("Please sign"))
            .CallbackUrl(new Uri("https://app.example.com/c"))
            .ReturnUrl(new Uri("https://app.example.com/r"))
            .WebhookUrl(new Uri("https://app.example.com/w"))
            .SendTogetherAsync(Cancel);

        Assert.Equal(
            ["POST /v1/document/upload", "POST /v1/formdesc/upload", "POST /v1/document/upload", "POST /v1/formdesc/upload", "POST /v1/briefcase/create", "POST /v1/notifications/upload"],
            Calls);
        Assert.Equal("bt_00000000-0000-0000-0000-000000000002", (string?)JsonNode.Parse(_network.Requests[3].Text)!["signersinfo"]![0]!["id"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                { "packagename": "Hiring pack", "documents": [ { "docid": "{{Sample.SourceIdText}}" }, { "docid": "{{SecondIdText}}" } ],
                  "callbackURL": "https://app.example.com/c", "returnURL": "https://app.example.com/r", "webhookURL": "https://app.example.com/w" }
                """),
            JsonNode.Parse(_network.Requests[4].Text)));
        Assert.Equal(TokenText, _network.Requests[5].Headers["x-oksign-docid"]);
        Assert.Equal(2, JsonNode.Parse(_network.Requests[5].Text)!["notifications"]!["smtp"]!["to"]!.AsArray().Count);
        Assert.Equal(new BriefcaseToken(TokenText), sent.Token);
        Assert.Equal([Sample.SourceId, new SourceDocumentId(SecondIdText)], sent.Documents);
        Assert.Equal("Anna", Assert.Single(sent.Signers).Name);
    }

    [Fact]
    public async Task SendTogether_SecondDocumentIsRefused_RemovesTheFirstToo()
    {
        AnswerUpload().AnswersReason("[]");
        AnswerUpload(SecondIdText).AnswersFailure("\"No.\"").AnswersReason("\"\"").AnswersReason("\"\"");

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => _client.NewBriefcase("Pack").Add(Simple()).Add(Simple(300)).RemoveDocumentsIfRefused().SendTogetherAsync(Cancel));

        Assert.Equal([Sample.SourceId, new SourceDocumentId(SecondIdText)], exception.Documents);
        Assert.True(exception.WereRemoved);
        Assert.Null(exception.Briefcase);
        Assert.Equal(2, Calls.Count(call => call == "DELETE /v1/document/remove"));
    }

    [Fact]
    public async Task SendTogether_MessagesAreRefused_RemovesTheBriefcaseToo()
    {
        AnswerUpload().AnswersReason("[]").AnswersReason($"\"{TokenText}\"").AnswersFailure("\"No.\"").AnswersReason("\"\"").AnswersReason("\"\"");

        OkSignIncompleteRequestException exception = await Assert.ThrowsAsync<OkSignIncompleteRequestException>(
            () => _client.NewBriefcase("Pack").Add(Simple()).NotifyByEmail(mail => mail.Subject("S")).RemoveDocumentsIfRefused().SendTogetherAsync(Cancel));

        Assert.Equal(new BriefcaseToken(TokenText), exception.Briefcase);
        Assert.Equal(["DELETE /v1/briefcase/remove", "DELETE /v1/document/remove"], Calls.TakeLast(2));
    }

    [Fact]
    public async Task Send_CancelledAfterTheUpload_HasToldTheDocument()
    {
        using var cancel = new CancellationTokenSource();
        List<SourceDocumentId> told = [];
        AnswerUpload().NeverAnswers();
        Task<SignatureRequest> sending = Simple().OnUploaded(told.Add).OnUploaded(_ => cancel.Cancel()).SendAsync(cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        Assert.Equal([Sample.SourceId], told);
    }

    private static void Signs(SignerBuilder signer) => signer.Signature(at => at.Page(1).Position(100, 100));

    private SignatureRequestBuilder Simple(int length = 200)
        => _client.NewSignatureRequest(Sample.File(length)).Signer("Anna", "a@example.com", Signs);

    private StubNetwork AnswerUpload(string id = Sample.SourceIdText) => _network.AnswersReason($"\"{id}\"");

    private void Refuse(string refusal)
        => _ = refusal switch
        {
            "failed" => _network.AnswersFailure("\"No.\""),
            "forbidden" => _network.Answers(HttpStatusCode.Forbidden),
            "limited" => _network.Answers((HttpStatusCode)429),
            _ => _network.Fails(new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
        };
}
