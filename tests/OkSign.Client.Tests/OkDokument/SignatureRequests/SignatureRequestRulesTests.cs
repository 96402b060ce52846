using System.Text.Json;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument.SignatureRequests;

/// <summary>What can be known before a credit is spent: each problem alone, under its path, and all together.</summary>
public sealed class SignatureRequestRulesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new TestClock().GetUtcNow();

    private static readonly Dictionary<string, SignatureRequestSettings> Bad = new()
    {
        ["SignatureRequestId"] = new() { SignatureRequestId = default(SignatureRequestId) },
        ["ResultUrl"] = new() { ResultUrl = new Uri("/done", UriKind.Relative) },
        ["SendInfoUrl"] = new() { SendInfoUrl = new Uri("ftp://a.example") },
        ["ExpirationTime"] = new() { ExpirationTime = Now },
        ["FieldsBeforeSigning"] = new() { FieldsBeforeSigning = default(FieldHandling) },
        ["IgnoreRequired[1]"] = new() { IgnoreRequired = [FormFieldKind.Text, default] },
        ["AllowedFields[SIGNATURE]"] = new() { AllowedFields = Fields(FormFieldKind.Signature, "a", "b;c") },
        ["AllowedFields[TEXT]"] = new() { AllowedFields = Fields(FormFieldKind.Text, "") },
        ["AllowedFields[]"] = new() { AllowedFields = Fields(default, "a") },
        ["Fields[1].Name"] = new() { Fields = [new FieldSetting { Name = "a" }, new FieldSetting { Name = "a" }] },
        ["Fields[0].Name"] = new() { Fields = [new FieldSetting { Name = "" }] },
        ["AdditionalMembers[rules]"] = new() { AdditionalMembers = Members("rules", Some) },
        ["AdditionalMembers[id]"] = new() { AdditionalMembers = Members("id", Some) },
        ["AdditionalMembers[new]"] = new() { AdditionalMembers = Members("new", default) },
        ["Fields[0].AdditionalMembers[value]"] = new() { Fields = [new FieldSetting { Name = "a", AdditionalMembers = Members("value", Some) }] },
        ["Rules.AdditionalMembers[lang]"] = new() { Rules = new SigningRules { AdditionalMembers = Members("lang", Some) } },
        ["Rules.AdditionalMembers[new]"] = new() { Rules = new SigningRules { AdditionalMembers = Members("new", default) } },
        ["Rules.SignerName"] = new() { Rules = new SigningRules { SignerName = new string('a', 41) } },
        ["Rules.EmailFrom"] = new() { Rules = new SigningRules { EmailTo = "a@example.com" } },
        ["Rules.EmailTo"] = new() { Rules = new SigningRules { EmailTo = "a", EmailFrom = "b@example.com" } },
        ["Rules.OpenCodeEmail"] = new() { Rules = new SigningRules { OpenCodeEmail = "a@" } },
        ["Rules.SignCodeEmail"] = new() { Rules = new SigningRules { SignCodeEmail = "" } },
        ["Rules.OpenCodePhone"] = new() { Rules = new SigningRules { OpenCodePhone = "0900000000" } },
        ["Rules.SignCodePhone"] = new() { Rules = new SigningRules { SignCodePhone = "+421 900" } },
        ["Rules.ResultUrl"] = new() { Rules = new SigningRules { ResultUrl = new Uri("x", UriKind.Relative) } },
        ["Rules.SendInfoUrl"] = new() { Rules = new SigningRules { SendInfoUrl = new Uri("mailto:a@example.com") } },
        ["Rules.FinalRecipients"] = new() { Rules = new SigningRules { FinalRecipients = [] } },
        ["Rules.FinalRecipients[1]"] = new() { Rules = new SigningRules { FinalRecipients = ["a@example.com", "b@example.com;c@example.com"] } },
        ["Rules.Language"] = new() { Rules = new SigningRules { Language = default(TemplateLanguage) } },
    };

    private readonly StubNetwork _network = new();
    private readonly OkDokumentClient _client;

    public SignatureRequestRulesTests() => _client = TestOkDokument.Over(_network, configure: static options => options.MaxDocumentSize = 1000);

    public static TheoryData<string> Paths => [.. Bad.Keys];

    private static JsonElement Some => JsonSerializer.SerializeToElement("some");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Create_OneProblem_TellsItsPathAndSendsNothing(string path)
    {
        await AssertProblemsAsync([path], () => _client.SignatureRequests.CreateAsync(Sample.File(), Bad[path], Cancel));
        await AssertProblemsAsync([path], () => _client.SignatureRequests.CreateForStoredAsync(Dokument.DocumentId, Bad[path], Cancel));
        await AssertProblemsAsync([path], () => _client.SignatureRequests.UploadAsync(Sample.File(), Bad[path], Cancel));
    }

    [Fact]
    public async Task Create_SeveralProblems_TellsAllAtOnce()
    {
        var settings = new SignatureRequestSettings
        {
            State = StoredDocumentState.Signed,
            ResultUrl = new Uri("/x", UriKind.Relative),
            ExpirationTime = Now.AddDays(10).AddTicks(1),
            Fields = [new FieldSetting { Name = "" }],
            Rules = new SigningRules { EmailTo = "a", SignCodePhone = "1" },
        };
        OkSignFile file = OkSignFile.FromBytes([.. Enumerable.Repeat((byte)'x', 1001)], "a.txt");

        await AssertProblemsAsync(
            ["File", "File", "State", "ResultUrl", "ExpirationTime", "Fields[0].Name", "Rules.EmailFrom", "Rules.EmailTo", "Rules.SignCodePhone"],
            () => _client.SignatureRequests.CreateAsync(file, settings, Cancel));
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("tostamp")]
    [InlineData("signed")]
    [InlineData("of tomorrow")]
    public async Task CreateForStored_AnotherStateThanToSign_IsRefused(string state)
    {
        var settings = new SignatureRequestSettings { State = new StoredDocumentState(state) };

        await AssertProblemsAsync(["State"], () => _client.SignatureRequests.CreateForStoredAsync(Dokument.DocumentId, settings, Cancel));
    }

    [Fact]
    public async Task Create_DefaultState_IsRefused()
    {
        var settings = new SignatureRequestSettings { State = default(StoredDocumentState) };

        await AssertProblemsAsync(["State"], () => _client.SignatureRequests.CreateAsync(Sample.File(), settings, Cancel));
        await AssertProblemsAsync(["State"], () => _client.SignatureRequests.CreateForStoredAsync(Dokument.DocumentId, settings, Cancel));
    }

    [Fact]
    public async Task Upload_FileThatIsNotTaken_IsRefused()
    {
        await AssertProblemsAsync(["File"], () => _client.Documents.UploadAsync(Sample.File(1001), cancellationToken: Cancel));
        await AssertProblemsAsync(["File"], () => _client.Documents.UploadMultipartAsync(Sample.File(1001), Cancel));
        await AssertProblemsAsync(["File"], () => _client.Documents.UploadMultipartAsync(OkSignFile.FromBytes(Sample.Docx(), "a.docx"), Cancel));
        await AssertProblemsAsync(["File"], () => _client.SignatureRequests.UploadAsync(OkSignFile.FromBytes(Sample.Doc(), "a.doc"), cancellationToken: Cancel));
        await AssertProblemsAsync(["File", "State"], () => _client.Documents.UploadAsync(OkSignFile.FromBytes([1, 2, 3], "a.png"), StoredDocumentState.Canceled, Cancel));
    }

    [Theory]
    [InlineData("a.doc")]
    [InlineData("a.xls")]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    public async Task Upload_FileThatBecomesAPdf_IsTaken(string name)
    {
        _network.Answers(Dokument.Done("msg.document.uploaded", Dokument.DocumentIdText));

        await _client.Documents.UploadAsync(OkSignFile.FromBytes(name.EndsWith('x') ? Sample.Docx() : Sample.Doc(), name), cancellationToken: Cancel);

        Assert.Contains($"\"{name}\"", Assert.Single(_network.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AllAtTheirLimits_IsFine()
    {
        var problems = new ProblemList();
        var settings = new SignatureRequestSettings
        {
            SignatureRequestId = Dokument.RequestId,
            ExpirationTime = Now.AddDays(10),
            AllowedFields = new Dictionary<FormFieldKind, IReadOnlyList<string>> { [FormFieldKind.Signature] = [], [FormFieldKind.Text] = ["a b"] },
            Fields = [new FieldSetting { Name = "a" }, new FieldSetting { Name = "A" }],
            Rules = new SigningRules { SignerName = new string('a', 40), EmailTo = "a@example.com", EmailFrom = "b@example.com", FinalRecipients = [] },
        };

        SignatureRequestRules.Check(settings, Now, problems);

        problems.ThrowIfAny();
    }

    [Fact]
    public async Task Calls_DefaultIds_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.SignatureRequests.CreateForStoredAsync(default, cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("request", () => _client.SignatureRequests.FindAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("request", () => _client.SignatureRequests.UpdateAsync(default, new SignatureRequestUpdate(), Cancel));
        await Assert.ThrowsAsync<ArgumentException>("request", () => _client.SignatureRequests.DeleteAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("request", () => _client.SignatureRequests.SetCallbackAsync(default, Dokument.SendInfoUrl, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.DownloadAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.DeleteAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("document", () => _client.Documents.RetrieveInfoAsync(default, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("state", () => _client.Documents.ListAsync(default(StoredDocumentState), Cancel));
        Assert.Throws<ArgumentException>("document", () => _client.NextRound(default));
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Update_NothingOrNoAddress_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>("update", () => _client.SignatureRequests.UpdateAsync(Dokument.RequestId, new SignatureRequestUpdate(), Cancel));
        await Assert.ThrowsAsync<ArgumentException>("update", () => _client.SignatureRequests.UpdateAsync(Dokument.RequestId, new SignatureRequestUpdate { ResultUrl = new Uri("/x", UriKind.Relative) }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("sendInfoUrl", () => _client.SignatureRequests.SetCallbackAsync(Dokument.RequestId, new Uri("ftp://a.example"), Cancel));
        Assert.Empty(_network.Requests);
    }

    [Theory]
    [InlineData("resulturl")]
    [InlineData("signatureRequestId")]
    public async Task Update_MemberThatHasAProperty_IsRefused(string name)
    {
        var update = new SignatureRequestUpdate { AdditionalMembers = Members(name, Some) };

        await AssertProblemsAsync([$"AdditionalMembers[{name}]"], () => _client.SignatureRequests.UpdateAsync(Dokument.RequestId, update, Cancel));
    }

    private static Dictionary<string, JsonElement> Members(string name, JsonElement value) => new() { [name] = value };

    private static Dictionary<FormFieldKind, IReadOnlyList<string>> Fields(FormFieldKind kind, params string[] names) => new() { [kind] = names };

    private async Task AssertProblemsAsync(string[] paths, Func<Task> call)
    {
        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(call);

        Assert.Equal(paths, exception.Problems.Select(static problem => problem.Path));
        Assert.Empty(_network.Requests);
    }
}
