using System.Text.Json;
using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.OkDokument.SignatureRequests;

/// <summary>What realistic rounds put on the wire, compared with approved JSON in the folder <c>Approved</c>; see <see cref="ApprovedJson"/>.</summary>
public sealed class ApprovedRoundTests : IDisposable
{
    private static readonly ApprovedJson Approved = new("tests/OkSign.Client.Tests/OkDokument/SignatureRequests/Approved");

    private static readonly Dictionary<string, Action<SigningRoundBuilder>> NewDocuments = new()
    {
        ["nothing-said"] = static _ => { },

        ["sign-anywhere"] = static round => round.SignAnywhere(),

        ["tags-in-the-first-round"] = static round => round.WithTags().AllowSignatures("_SO1_").AllowSignatures("_SC2_").NotifyAt(Dokument.SendInfoUrl).ReturnTo(Dokument.ResultUrl),

        ["form-fields"] = static round => round
            .WithSignatureFields()
            .Fill("firstName", "Eva \"Nova\" č.")
            .Fill("date", "31.12.2026", isReadOnly: true)
            .Tick("agree", isReadOnly: true)
            .Allow(FormFieldKind.Text, "firstName", "date")
            .Allow(FormFieldKind.CheckBox, "agree")
            .IgnoreRequired(FormFieldKind.Text, FormFieldKind.Radio)
            .FieldsBeforeSigning(FieldHandling.ReadOnly),

        ["e-mail-and-codes"] = static round => round
            .WithStamp()
            .InviteByEmail("signer@example.com", "agent@example.com", "Example Agency", "Please sign.", remindsDaily: true)
            .SignedFileTo("signer@example.com", "archive@example.com")
            .Language(TemplateLanguage.English)
            .CodeToOpenByEmail("signer@example.com").CodeToOpenBySms("+421900000000")
            .CodeToSignByEmail("signer@example.com").CodeToSignBySms("+421900000001")
            .AskForName("Eva Nova")
            .ExpiresAfter(TimeSpan.FromDays(10)),

        ["signed-file-to-the-one-invited"] = static round => round.InviteByEmail("signer@example.com", "agent@example.com").SignedFileTo(),

        ["other-rules-and-members"] = static round => round
            .Rules(static rules => rules with
            {
                AllowsMouse = false,
                MustBeRead = true,
                OffersPhoneByQrCode = false,
                SubmitsByItself = true,
                AdditionalMembers = new Dictionary<string, JsonElement> { ["ruleOfTomorrow"] = JsonElement.Parse("1") },
            })
            .With("memberOfTomorrow", JsonElement.Parse("{\"a\":[1]}"))
            .With("memberOfTomorrow", JsonElement.Parse("{\"a\":[2]}"))
            .With("another", JsonElement.Parse("null")),
    };

    private readonly StubNetwork _network = new StubNetwork().Answers(Dokument.Created());

    public static TheoryData<string> Names => [.. NewDocuments.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _network.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Send_NewDocument_PutsTheApprovedJsonOnTheWire(string name)
    {
        await using OkDokumentClient client = TestOkDokument.Over(_network);
        SigningRoundBuilder round = client.NewSignatureRequest(OkSignFile.FromBytes(Wire.Pdf, "lease.pdf")).WithId(Dokument.RequestId);
        NewDocuments[name](round);

        await round.SendAsync(Cancel);

        AssertSent(name, "/JSON/signatureRequest");
    }

    [Fact]
    public async Task Send_NextRound_PutsTheApprovedJsonOnTheWire()
    {
        await using OkDokumentClient client = TestOkDokument.Over(_network);

        await client.NextRound(Dokument.DocumentId).WithId(Dokument.RequestId).WithSignatureFields().AllowSignatures("_SO2_").SendAsync(Cancel);

        AssertSent("next-round", "/JSON/signatureRequest");
    }

    [Fact]
    public async Task Send_InTheOlderForms_PutsTheApprovedJsonOnTheWire()
    {
        await using OkDokumentClient client = TestOkDokument.Over(_network, configure: static options =>
        {
            options.Wire.AllowedFieldsAsText = true;
            options.Wire.FinalRecipientSeparator = "|";
            options.Wire.Operations["OkDokument.CreateSignatureRequest"].RequestMembers["content"] = "$content";
        });

        await client.NewSignatureRequest(OkSignFile.FromBytes(Wire.Pdf, "lease.pdf"))
            .WithId(Dokument.RequestId)
            .AllowSignatures("_SC1_", "_SO2_")
            .SignedFileTo("a@example.com", "b@example.com")
            .SendAsync(Cancel);

        AssertSent("older-forms", "/JSON/signatureRequest");
    }

    [Fact]
    public async Task Send_Multipart_HasTheJsonInItsPart()
    {
        await using OkDokumentClient client = TestOkDokument.Over(_network);

        await client.NewSignatureRequest(OkSignFile.FromBytes(Wire.Pdf, "lease.pdf")).WithId(Dokument.RequestId).WithTags().AsMultipart().SendAsync(Cancel);

        Assert.Equal("/JSON/upload", _network.Requests[0].Address.AbsolutePath);
        Approved.AssertApproved("multipart", _network.Requests[0].Text.Split("\r\n")[3]);
    }

    [Fact]
    public void Approved_EachFile_BelongsToARound()
        => Assert.Equal([.. NewDocuments.Keys.Concat(["next-round", "older-forms", "multipart"]).Order()], Approved.Names.Order());

    private void AssertSent(string name, string path)
    {
        SentRequest sent = Assert.Single(_network.Requests);
        Assert.Equal(path, sent.Address.AbsolutePath);
        Approved.AssertApproved(name, sent.Text);
    }
}
