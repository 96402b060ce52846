namespace OkSign.Client.Tests.SignatureRequests;

/// <summary>
/// What realistic requests put on the wire, compared with approved JSON in the folder <c>Approved</c>. After a wanted change, run with
/// <c>OKSIGN_TESTS_APPROVE=1</c> and review the difference.
/// </summary>
public sealed class ApprovedRequestTests : IDisposable
{
    private static readonly ApprovedJson Approved = new("tests/OkSign.Client.Tests/SignatureRequests/Approved");

    private static readonly Dictionary<string, Action<SignatureRequestBuilder>> Requests = new()
    {
        ["one-signature"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600))),

        ["several-signers"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .Mobile("+32470000001").ActingAs("CEO")
                .Signature(at => at.Page(1).Position(100, 600).Size(150, 50), SigningMethod.Itsme, SigningMethod.Eid))
            .Signer("Bert Example", "bert@example.com", bert => bert
                .Signature(at => at.Page(1).Position(300, 600).Size(150, 50), SigningMethod.Sms, SigningMethod.Pen, SigningMethod.SmartId))
            .Signer("Carla Example", carla => carla.Signature(at => at.Page(1).Position(100, 700))),

        ["every-kind-of-field"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .TextField("CITY", at => at.Page(1).Position(100, 100).Size(200, 20), field => field.Required())
                .TextArea("REMARKS", at => at.Page(1).Position(100, 130).Size(300, 80))
                .SelectField("COLOUR", ["red", "green"], at => at.Page(1).Position(100, 230).Size(100, 20), field => field.Value("green"))
                .DateField("BIRTHDAY", at => at.Page(1).Position(100, 260).Size(100, 20), field => field.Required())
                .CheckBox("AGREED", at => at.Page(1).Position(100, 290), box => box.Required())
                .CheckBox("NEWS", at => at.Page(1).Position(100, 310), box => box.Checked())
                .Signature(at => at.Page(1).Position(100, 600))),

        ["markers"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .TextField("CITY", at => at.Marker("#CITY#").Size(180, 18), field => field.Required())
                .Signature(at => at.Marker("#SIGN_ANNA#"))),

        ["signing-methods-in-the-long-form"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .Signature(at => at.Page(1).Position(100, 600), field => field.Name("SIG_ANNA").Allow(new SigningOptions
                {
                    Pen = new SigningMethodOptions
                    {
                        Identification = new SignerIdentification { Name = "Anna Example", ActingAs = "CEO", IsReadOnly = true, IsRequired = true },
                    },
                    Sms = new SigningMethodOptions
                    {
                        Verification = new SignerVerification { Mobile = new MobileVerification { Numbers = ["+32470000001"], IsReadOnly = true } },
                    },
                }))
                .Signature(at => at.Page(1).Position(300, 600), field => field.Optional())),

        ["pre-filled-and-read-only"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .TextField("CONTRACT", at => at.Page(1).Position(100, 100), field => field.Value("2026-0042").ReadOnly())
                .TextField("CITY", at => at.Page(1).Position(100, 130), field => field.Value("Ghent").Required())
                .Signature(at => at.Page(1).Position(100, 600))),

        ["reusable-form"] = request => request
            .Signer("Visitor", visitor => visitor
                .TextField("NAME", at => at.Page(1).Position(100, 100), field => field.Required())
                .Signature(at => at.Page(1).Position(100, 600), SigningMethod.Pen))
            .Reusable(),

        ["e-mail-with-everything"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna.Language(Language.Dutch).Signature(at => at.Page(1).Position(100, 600)))
            .Signer("Bert Example", "bert@example.com", bert => bert.Language(Language.Dutch).Signature(at => at.Page(1).Position(300, 600)))
            .Signer("Carla Example", "carla@example.com", carla => carla.WithoutNotification().Signature(at => at.Page(1).Position(100, 700)))
            .NotifyByEmail(mail => mail
                .Subject("Gelieve te ondertekenen").Body("<p>Beste, gelieve dit contract te ondertekenen – bedankt!</p>")
                .Sender("Example NV").Cc("office@example.com", "legal@example.com").ReplyTo("office@example.com")
                .Delay(TimeSpan.FromHours(1)).RemindEvery(days: 3, times: 2)
                .Attach(new EmailAttachmentId("123456-CCCCDDDD-1111-2222-3333-444455556666"))),

        ["text-message"] = request => request
            .Signer("Anna Example", anna => anna.Mobile("+32470000001").Signature(at => at.Page(1).Position(100, 600), SigningMethod.Sms))
            .NotifyBySms(sms => sms.Text("Please sign your contract").Language(Language.English).Delay(TimeSpan.FromMinutes(5)).RemindEvery(days: 1, times: 3)),

        ["team-member-countersignature"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600)))
            .CountersignedBy("OWNER@example.com", owner => owner.Signature(at => at.Page(1).Position(300, 600))),

        ["validation-rules"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .TextField("EMAIL", at => at.Page(1).Position(100, 100), field => field.Validate(ValidationFunction.Email).Required())
                .TextField("PHONE", at => at.Page(1).Position(100, 130), field => field.Validate(ValidationFunction.Phone))
                .TextArea("IBAN", at => at.Page(1).Position(100, 160), field => field.Validate(ValidationFunction.Iban))
                .Signature(at => at.Page(1).Position(100, 600))),

        ["workflow-with-e-mail-and-text-message"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna.Mobile("+32470000001").Signature(at => at.Page(1).Position(100, 600)))
            .Signer("Bert Example", "bert@example.com", bert => bert.Signature(at => at.Page(1).Position(300, 600)))
            .InOrder()
            .NotifyByEmail(mail => mail.Subject("Please sign").Body("<p>Hello</p>").Language(Language.French))
            .NotifyBySms(sms => sms.Text("Please sign")),

        ["groups"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna.Group(1).Signature(at => at.Page(1).Position(100, 600)))
            .Signer("Bert Example", "bert@example.com", bert => bert.Group(1).Signature(at => at.Page(1).Position(300, 600)))
            .Signer("Carla Example", "carla@example.com", carla => carla.Group(2).Signature(at => at.Page(1).Position(100, 700))),

        ["corners-and-units"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna
                .Signature(at => at.Page(1).Corner(PageCorner.BottomRight, Distance.Centimetres(2), Distance.Centimetres(2)).Size(Distance.Millimetres(60), Distance.Millimetres(20)))
                .Signature(at => at.Page(1).Corner(PageCorner.BottomLeft, 36, 36).Size(150, 50))
                .Signature(at => at.Page(1).Corner(PageCorner.TopRight, Distance.Inches(1), Distance.Inches(0.5)))
                .Signature(at => at.Page(1).Corner(PageCorner.TopLeft, 10, 20).Paper(PageSize.A4))),

        ["names-and-addresses"] = request => request
            .Signer("Zoë Überlassung", "zoe@example.com", zoe => zoe.Signature(at => at.Page(1).Position(100, 600)))
            .DocumentName("Überlassungsvertrag – 2026.pdf")
            .Logo(new Uri("https://www.example.com/logo.png"))
            .AssignTo("owner@example.com")
            .SignedDocumentTo("archive@example.com")
            .SignedDocumentToAccountOnly(),

        ["e-mail-template"] = request => request
            .Signer("Anna Example", "anna@example.com", anna => anna.Signature(at => at.Page(1).Position(100, 600)))
            .NotifyByEmail(mail => mail.FromTemplate("default").Subject("Your contract")),
    };

    private readonly StubNetwork _network = new();

    public static TheoryData<string> Names => [.. Requests.Keys];

    public void Dispose() => _network.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Send_RealisticRequest_PutsTheApprovedDescriptorOnTheWire(string name)
    {
        await using OkSignClient client = TestClient.Over(_network);
        SignatureRequestBuilder request = client.NewSignatureRequest(OkSignFile.FromPath(Repository.PathOf("samples/QuickStart/contract.pdf")));
        Requests[name](request);
        AnswerLookUps(name);
        _network.Answers(Sample.Ok($"\"{Sample.SourceIdText}\"")).Answers(Sample.Ok("[]"));

        await request.SendAsync(TestContext.Current.CancellationToken);

        SentRequest descriptor = _network.Requests[^1];
        Assert.Equal(Sample.SourceIdText, descriptor.Headers["x-oksign-docid"]);
        Approved.AssertApproved(name, descriptor.Text);
    }

    [Fact]
    public void Approved_EachFile_BelongsToARequest()
        => Assert.Equal(Requests.Keys.Order(), Approved.Names.Order());

    private void AnswerLookUps(string name)
    {
        if (name == "team-member-countersignature")
        {
            _network.Answers(Sample.Ok("""[ { "name": "Owner", "email": "owner@example.com", "signerid": "bt_11111111-0000-0000-0000-000000000001" } ]"""));
        }

        if (name == "e-mail-template")
        {
            _network.Answers(Sample.Ok("""[ { "id": 1, "name": "Default", "subject": "Please sign", "body": "<p>Hello</p>", "reminder_days": 3, "repeat": 2 } ]"""));
        }
    }
}
