using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Dashboard;

public class DashboardStateTests
{
    private const string Hostile = "<script>hacked()</script>\"'&<img src=x onerror=hacked()>";

    [Fact]
    public async Task State_OfAnEmulatorThatJustStarted_TellsHowToConnect()
    {
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = new Uri("https://app.example/callback?secret=hush"));
        using var visitor = new Visitor(service.Emulator);

        JsonElement state = await visitor.StateAsync();

        JsonElement okSign = state.GetProperty("okSign");
        Assert.Equal(service.Emulator.BaseAddress.AbsoluteUri, okSign.GetProperty("baseAddress").GetString());
        Assert.Equal(service.Emulator.Authorization, okSign.GetProperty("authorization").GetString());
        Assert.Equal("https://app.example/callback", okSign.GetProperty("callbackUrl").GetProperty("address").GetString());
        Assert.Equal(125, okSign.GetProperty("credits").GetProperty("left").GetDecimal());
        JsonElement okDokument = state.GetProperty("okDokument");
        Assert.Equal(service.Emulator.OkDokument.BaseAddress.AbsoluteUri, okDokument.GetProperty("baseAddress").GetString());
        Assert.Equal(service.Emulator.OkDokument.ApiKey, okDokument.GetProperty("apiKey").GetString());
        Assert.Equal("2026-03-01T09:00:00+01:00", state.GetProperty("now").GetString());
        Assert.DoesNotContain("hush", state.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_SignerWhoHasRefused_TellsWhy()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));
        using var visitor = new Visitor(service.Emulator);

        await service.Emulator.Signer(links[Descriptors.Anna]).RefuseAsync("Too expensive", TestContext.Current.CancellationToken);

        JsonElement signer = Rows(await visitor.StateAsync(), "documents").Single().GetProperty("signers")[0];
        Assert.Equal(("refused", "Too expensive"), (signer.GetProperty("progress").GetString(), signer.GetProperty("refusal").GetString()));
    }

    [Fact]
    public async Task State_DocumentInTheMiddleOfSigning_TellsWhoseTurnItIs()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.AnnaAndBertSign("itsme");
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Anna, 1), (Descriptors.Bert, 2));
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);
        using var visitor = new Visitor(service.Emulator);

        JsonElement before = Rows(await visitor.StateAsync(), "documents").Single();
        await service.SignAsync(links[Descriptors.Anna]);
        JsonElement state = await visitor.StateAsync();
        JsonElement after = Rows(state, "documents").Single();

        Assert.Equal((docid, "contract.pdf", "waiting"), (Text(after, "id"), Text(after, "name"), Text(after, "progress")));
        Assert.Equal(["turn", "waiting"], Signers(before).Select(signer => Text(signer, "progress")));
        Assert.Equal("Anna Example", Text(Signers(before)[1], "waitsFor"));
        Assert.Equal(["signed", "turn"], Signers(after).Select(signer => Text(signer, "progress")));
        Assert.Equal(("Itsme", "2026-03-01T09:00:00+01:00"), (Text(Signers(after)[0], "method"), Text(Signers(after)[0], "signedAt")));
        Assert.Equal(links[Descriptors.Bert].AbsoluteUri, Text(Signers(after)[1], "link"));
        JsonElement credits = state.GetProperty("okSign").GetProperty("credits");
        Assert.Equal(121.8m, credits.GetProperty("left").GetDecimal());
        Assert.Equal("Anna Example", Text(credits.GetProperty("uses").GetProperty("rows")[0], "signer"));
        Assert.Equal(0, credits.GetProperty("onRemovedDocuments").GetDecimal());
    }

    [Fact]
    public async Task State_DocumentWithoutDescriptorOrRemovedCopy_SaysSo()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync();
        await service.DeleteAsync("v1/document/remove", signed);
        await service.UploadAsync();
        using var visitor = new Visitor(service.Emulator);

        JsonElement state = await visitor.StateAsync();

        Assert.Equal(["withoutDescriptor", "closed"], Rows(state, "documents").Select(row => Text(row, "progress")));
    }

    [Fact]
    public async Task State_CreditsUsedOnRemovedDocuments_AreToldApart()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, _) = await service.SignedByAnnaAsync();
        await service.DeleteAsync("v1/document/remove", source);
        using var visitor = new Visitor(service.Emulator);

        JsonElement credits = (await visitor.StateAsync()).GetProperty("okSign").GetProperty("credits");

        Assert.Equal((124m, 1m), (credits.GetProperty("left").GetDecimal(), credits.GetProperty("onRemovedDocuments").GetDecimal()));
        Assert.Equal(0, credits.GetProperty("uses").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task State_BriefcasesAndSessions_HaveTheirLinks()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids).With("packagename", "Hiring pack"));
        Uri session = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));
        await service.PostAsync("v1/editorexpress/create", new JsonObject { ["docid"] = docids[0] });
        using var visitor = new Visitor(service.Emulator);

        JsonElement[] open = Rows(await visitor.StateAsync(), "bundles");
        await service.SignAsync(links[Descriptors.Anna]);
        JsonElement[] used = Rows(await visitor.StateAsync(), "bundles");

        Assert.Equal(["SignExpress session", "Briefcase", "EditorExpress session"], open.Select(row => Text(row, "kind")));
        Assert.Equal((token, "Hiring pack"), (Text(open[1], "token"), Text(open[1], "name")));
        Assert.Equal(2, open[1].GetProperty("documents").GetArrayLength());
        Assert.Equal(session.AbsoluteUri, Text(open[0].GetProperty("links")[0], "link"));
        Assert.Equal(links[Descriptors.Anna].AbsoluteUri, Text(open[1].GetProperty("links")[0], "link"));
        Assert.Null(Text(open[1].GetProperty("links")[0], "problem"));
        Assert.NotNull(Text(used[1].GetProperty("links")[0], "problem"));
    }

    [Fact]
    public async Task State_MessageThatDidNotArrive_SaysWhy()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.FailDelivery("anna@example.com", "blocked", "on a list");
        await service.DescribedAsync(Descriptors.AnnaSigns().With(Notices.Mail(Descriptors.Anna)));
        using var visitor = new Visitor(service.Emulator);

        JsonElement message = (await visitor.StateAsync()).GetProperty("messages").GetProperty("rows")[0];

        Assert.Equal(("OKSign", "email", "Invitation"), (Text(message, "service"), Text(message, "channel"), Text(message, "about")));
        Assert.Equal(("anna@example.com", "contract.pdf"), (Text(message, "recipient"), Text(message, "document")));
        Assert.Equal("blocked: on a list", Text(message, "failure"));
    }

    [Fact]
    public async Task State_Callback_TellsTheAnswerAndKeepsTheSecret()
    {
        await using Receiver receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await using TestService service = await TestService.StartAsync(options => options.CallbackUrl = receiver.At("/callback?app=1&SECRET=hush"));
        await service.SignedByAnnaAsync();
        await service.Emulator.CallbacksDeliveredAsync(TestContext.Current.CancellationToken);
        using var visitor = new Visitor(service.Emulator);

        JsonElement state = await visitor.StateAsync();

        JsonElement callback = state.GetProperty("callbacks").GetProperty("rows")[0];
        JsonElement target = callback.GetProperty("target");
        Assert.Equal(("Signature", "GET", 500), (Text(callback, "about"), Text(callback, "method"), callback.GetProperty("statusCode").GetInt32()));
        Assert.Equal(receiver.At("/callback").AbsoluteUri, Text(target, "address"));
        Dictionary<string, string?> parameters = target.GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => Text(parameter, "name")!, parameter => Text(parameter, "value"));
        Assert.Equal(("1", null), (parameters["app"], parameters["SECRET"]));
        Assert.Equal(Descriptors.Anna, parameters["signerid"]);
        Assert.DoesNotContain("hush", state.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(receiver.Calls, call => call.PathAndQuery.Contains("SECRET=hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task State_OkDokument_TellsRoundsMessagesAndUsage()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["rules"] = new JsonObject { ["guiSignerName"] = "Eva Nova", ["emailTo"] = "eva@example.com", ["emailFrom"] = "agent@example.com" };
        Registered registered = await service.CreateAsync(request);
        using var visitor = new Visitor(service.Emulator);

        JsonElement open = Dokument(await visitor.StateAsync());
        await service.SignAsync(registered);
        await service.DownloadAsync(registered.DocumentId);
        JsonElement state = await visitor.StateAsync();
        JsonElement signed = Dokument(state);

        JsonElement asked = open.GetProperty("requests")[0];
        Assert.Equal((registered.Id, "open", registered.Url.AbsoluteUri), (Text(asked, "id"), Text(asked, "progress"), Text(asked, "link")));
        Assert.Equal(("tosign", "signed"), (Text(open, "state"), Text(signed, "state")));
        Assert.Equal("finished", Text(signed.GetProperty("requests")[0], "progress"));
        Assert.Equal("Eva Nova", Text(signed.GetProperty("rounds")[0], "signer"));
        Assert.Equal(
            (1, 1, 99),
            (Usage(state, "uploaded"), Usage(state, "downloaded"), Usage(state, "requestsLeft")));
        JsonElement invitation = state.GetProperty("messages").GetProperty("rows")[0];
        Assert.Equal(("OKdokument", "Invitation", "eva@example.com"), (Text(invitation, "service"), Text(invitation, "about"), Text(invitation, "recipient")));
    }

    [Fact]
    public async Task State_HostileTexts_StayWhatTheyAre()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = Descriptors.Of(
            [Descriptors.Info(Descriptors.Anna, Hostile, "anna@example.com")], Descriptors.Signature("SIG", Descriptors.Anna));
        JsonObject notifications = Notices.Mail(Descriptors.Anna);
        notifications["smtp"]!["subject"] = Hostile;
        notifications["smtp"]!["body"] = Hostile;
        await service.DescribedAsync(descriptor.With(notifications));
        using var visitor = new Visitor(service.Emulator);

        Answer answer = await visitor.GetAsync("/_dashboard/state");

        JsonElement message = answer.Json.GetProperty("messages").GetProperty("rows")[0];
        Assert.Equal(Hostile, Text(message, "subject"));
        Assert.Equal(Hostile, Text(Signers(Rows(answer.Json, "documents").Single())[0], "name"));
        Assert.DoesNotContain("<script", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        Answer body = await visitor.GetAsync(Text(message, "body")!);
        Assert.EndsWith(Hostile, Encoding.UTF8.GetString(body.Body), StringComparison.Ordinal);
        string policy = Assert.Single(body.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_ManyRows_HasTheNewestOnes()
    {
        await using TestService service = await TestService.StartAsync();
        for (int document = 1; document <= 101; document++)
        {
            service.Emulator.AddTemplate(string.Create(CultureInfo.InvariantCulture, $"{document}.pdf"), TestPdf.OnePage());
            service.Time.Advance(TimeSpan.FromSeconds(1));
        }

        using var visitor = new Visitor(service.Emulator);
        JsonElement documents = (await visitor.StateAsync()).GetProperty("okSign").GetProperty("documents");

        Assert.Equal(101, documents.GetProperty("total").GetInt32());
        Assert.Equal(100, documents.GetProperty("rows").GetArrayLength());
        Assert.Equal(("101.pdf", "2.pdf"), (Text(documents.GetProperty("rows")[0], "name"), Text(documents.GetProperty("rows")[99], "name")));
    }

    [Fact]
    public async Task Files_OfOkSign_AreThoseOfTheService()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();
        using var visitor = new Visitor(service.Emulator);
        JsonElement document = Rows(await visitor.StateAsync(), "documents").Single();
        JsonElement copy = document.GetProperty("copies")[0];

        Answer sourceFile = await visitor.GetAsync(Text(document, "source")!);
        Answer signedFile = await visitor.GetAsync(Text(copy, "file")!);
        Answer auditTrail = await visitor.GetAsync(Text(copy, "auditTrail")!);

        Assert.Equal(await service.DownloadAsync(source), sourceFile.Body);
        Assert.Equal(await service.DownloadAsync(signed), signedFile.Body);
        Assert.Contains("Audit trail", TestPdf.WordsOf(auditTrail.Body), StringComparison.Ordinal);
        Assert.Equal("contract.audit.pdf", auditTrail.Response.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Files_OfOkDokument_AreThoseOfTheServiceAndNoDownloads()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        byte[] source = await service.DownloadAsync(registered.DocumentId);
        await service.SignAsync(registered);
        byte[] signed = await service.DownloadAsync(registered.DocumentId);
        using var visitor = new Visitor(service.Emulator);
        JsonElement document = Dokument(await visitor.StateAsync());

        Assert.Equal(source, (await visitor.GetAsync(Text(document, "source")!)).Body);
        Assert.Equal(signed, (await visitor.GetAsync(Text(document, "signed")!)).Body);
        Assert.Equal(2, Usage(await visitor.StateAsync(), "downloaded"));
    }

    [Theory]
    [InlineData("/_dashboard/oksign/files/no-such-document")]
    [InlineData("/_dashboard/oksign/audit-trails/no-such-document")]
    [InlineData("/_dashboard/oksign/mails/0")]
    [InlineData("/_dashboard/oksign/mails/-1")]
    [InlineData("/_dashboard/okdokument/sources/no-such-document")]
    [InlineData("/_dashboard/okdokument/signed/no-such-document")]
    public async Task Files_Unknown_AreNotFound(string path)
    {
        await using TestService service = await TestService.StartAsync();
        using var visitor = new Visitor(service.Emulator);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Dashboard_FaultsEverywhere_WorksAndIsNotLogged()
    {
        await using TestService service = await TestService.StartAsync(options => options.EnforceRateLimits = true);
        service.Emulator.Faults.Source = _ => EmulatorFault.Reset();
        using var visitor = new Visitor(service.Emulator);

        foreach (string path in new[] { "/", "/_dashboard/state", "/_pages/dashboard.js", "/_pages/dashboard.css", "/_dashboard/oksign/files/0" })
        {
            Answer answer = await visitor.GetAsync(path);
            Assert.True((int)answer.StatusCode is 200 or 404, path);
        }

        using EventReader events = await visitor.ListenAsync();
        Assert.Empty(service.Emulator.Requests);
    }

    private static JsonElement[] Rows(JsonElement state, string list)
        => [.. state.GetProperty("okSign").GetProperty(list).GetProperty("rows").EnumerateArray()];

    private static JsonElement Dokument(JsonElement state)
        => state.GetProperty("okDokument").GetProperty("documents").GetProperty("rows")[0];

    private static int Usage(JsonElement state, string counter)
        => state.GetProperty("okDokument").GetProperty("usage").GetProperty(counter).GetInt32();

    private static JsonElement[] Signers(JsonElement document) => [.. document.GetProperty("signers").EnumerateArray()];

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
