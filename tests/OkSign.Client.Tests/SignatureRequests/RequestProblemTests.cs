namespace OkSign.Client.Tests.SignatureRequests;

/// <summary>What is wrong with a request is told before anything is sent: all of it, with the path to the part that is meant.</summary>
public sealed class RequestProblemTests : IDisposable
{
    private static readonly OkSignFile TwoPages = OkSignFile.FromPath(Repository.PathOf("samples/QuickStart/contract.pdf"));

    private static readonly Dictionary<string, (Action<SignatureRequestBuilder> Request, string Path)> Problems = new()
    {
        ["no signer"] = (_ => { }, "Signers"),
        ["a signer without a name"] = (r => r.Signer(" ", "a@example.com", Signs), "Signers[0].Name"),
        ["a signer with a bad address"] = (r => r.Signer("A", "a@", Signs), "Signers[0].Email"),
        ["a signer with an empty address"] = (r => r.Signer("A", "", Signs), "Signers[0].Email"),
        ["a signer with a bad number"] = (r => r.Signer("A", s => Signs(s.Mobile("0470 00 00 01"))), "Signers[0].Mobile"),
        ["a signer with nothing to do"] = (r => r.Signer("A", "a@example.com", _ => { }), "Signers[0].Fields"),
        ["one group among none"] = (r => r.Signer("A", s => Signs(s.Group(1))).Signer("B", Signs), "Signers[1].Group"),
        ["a group and an order"] = (r => r.Signer("A", s => Signs(s.Group(1))).InOrder(), "Signers[0].Group"),

        ["a page that is not there"] = (Field(at => at.Page(3).Position(1, 1)), "Signers[0].Fields[\"CITY\"].Page"),
        ["a position without a page"] = (Field(at => at.Position(1, 1)), "Signers[0].Fields[\"CITY\"].Page"),
        ["no place"] = (Field(at => at.Page(1)), "Signers[0].Fields[\"CITY\"]"),
        ["two places"] = (Field(at => at.Page(1).Position(1, 1).Marker("#X#")), "Signers[0].Fields[\"CITY\"]"),
        ["two positions"] = (Field(at => at.Page(1).Position(1, 1).Position(2, 2)), "Signers[0].Fields[\"CITY\"]"),
        ["a marker on a page"] = (Field(at => at.Page(1).Marker("#X#")), "Signers[0].Fields[\"CITY\"].Page"),
        ["an empty marker"] = (Field(at => at.Marker(" ")), "Signers[0].Fields[\"CITY\"].Marker"),
        ["a field beyond the page"] = (Field(at => at.Page(1).Position(500, 100).Size(150, 20)), "Signers[0].Fields[\"CITY\"].Position"),
        ["a field below the page"] = (Field(at => at.Page(1).Position(100, 830).Size(150, 20)), "Signers[0].Fields[\"CITY\"].Position"),
        ["a field that is too large for its corner"] = (Field(at => at.Page(1).Corner(PageCorner.BottomRight, 10, 10).Size(700, 20)), "Signers[0].Fields[\"CITY\"].Position"),
        ["a negative position"] = (Field(at => at.Page(1).Position(-1, 100)), "Signers[0].Fields[\"CITY\"].Position"),
        ["a position that is no number"] = (Field(at => at.Page(1).Position(double.NaN, 100)), "Signers[0].Fields[\"CITY\"].Position"),
        ["a size of zero"] = (Field(at => at.Page(1).Position(1, 1).Size(0, 10)), "Signers[0].Fields[\"CITY\"].Size"),
        ["an endless size"] = (Field(at => at.Marker("#X#").Size(double.PositiveInfinity, 10)), "Signers[0].Fields[\"CITY\"].Size"),

        ["a field without a name"] = (r => r.Signer("A", s => s.TextField(" ", At)), "Signers[0].Fields[0].Name"),
        ["two fields of one name"] = (r => r.Signer("A", s => s.TextField("X", At)).Signer("B", s => s.TextField("X", At)), "Signers[1].Fields[\"X\"].Name"),
        ["a signature named like a field"] = (r => r.Signer("A", s => s.TextField("X", At).Signature(At, f => f.Name("X"))), "Signers[0].Fields[\"X\"].Name"),
        ["a field without a kind"] = (r => r.Signer("A", s => s.Field(default, "X", At)), "Signers[0].Fields[\"X\"].Type"),
        ["a list without choices"] = (r => r.Signer("A", s => s.SelectField("X", [], At)), "Signers[0].Fields[\"X\"].Choices"),
        ["a list with an empty choice"] = (r => r.Signer("A", s => s.SelectField("X", ["a", ""], At)), "Signers[0].Fields[\"X\"].Choices"),
        ["a choice twice"] = (r => r.Signer("A", s => s.SelectField("X", ["a", "a"], At)), "Signers[0].Fields[\"X\"].Choices"),
        ["a list by the general method"] = (r => r.Signer("A", s => s.Field(InputType.Select, "X", At)), "Signers[0].Fields[\"X\"].Choices"),
        ["a value that is no choice"] = (r => r.Signer("A", s => s.SelectField("X", ["a"], At, f => f.Value("b"))), "Signers[0].Fields[\"X\"].Value"),
        ["a rule for a date"] = (r => r.Signer("A", s => s.DateField("X", At, f => f.Validate(ValidationFunction.Email))), "Signers[0].Fields[\"X\"].Validation"),
        ["a ticked text"] = (r => r.Signer("A", s => s.TextField("X", At, f => f.Checked())), "Signers[0].Fields[\"X\"].Checked"),
        ["a text in a check box"] = (r => r.Signer("A", s => s.CheckBox("X", At, f => f.Value("yes"))), "Signers[0].Fields[\"X\"].Value"),
        ["required and read-only without a value"] = (r => r.Signer("A", s => s.TextField("X", At, f => f.Required().ReadOnly())), "Signers[0].Fields[\"X\"].Value"),

        ["a user with a bad address"] = (r => r.CountersignedBy("owner", Signs), "Countersigners[0].Email"),
        ["a user with nothing to do"] = (r => r.CountersignedBy("o@example.com", _ => { }), "Countersigners[0].Fields"),
        ["a user's number"] = (r => r.CountersignedBy("o@example.com", s => Signs(s.Mobile("+32470000001"))), "Countersigners[0].Mobile"),
        ["a user's capacity"] = (r => r.CountersignedBy("o@example.com", s => Signs(s.ActingAs("CEO"))), "Countersigners[0].ActingAs"),
        ["a user's language"] = (r => r.CountersignedBy("o@example.com", s => Signs(s.Language(Language.Dutch))), "Countersigners[0].Language"),
        ["a user's group"] = (r => r.CountersignedBy("o@example.com", s => Signs(s.Group(1))), "Countersigners[0].Group"),
        ["a user's field beyond the page"] = (r => r.CountersignedBy("o@example.com", s => s.Signature(at => at.Page(9).Position(1, 1))), "Countersigners[0].Fields[0].Page"),

        ["an empty document name"] = (r => Signed(r).DocumentName(" "), "DocumentName"),
        ["a relative logo"] = (r => Signed(r).Logo(new Uri("/logo.png", UriKind.Relative)), "Logo"),
        ["a logo in a file"] = (r => Signed(r).Logo(new Uri("file:///logo.png")), "Logo"),
        ["a bad assignee"] = (r => Signed(r).AssignTo("owner"), "AssignTo"),
        ["a bad address for the signed document"] = (r => Signed(r).SignedDocumentTo("x@"), "SignedDocumentTo"),

        ["no subject"] = (r => Signed(r).NotifyByEmail(mail => mail.Body("<p></p>")), "Email.Subject"),
        ["nobody to mail to"] = (r => r.Signer("A", s => Signs(s.Mobile("+32470000001"))).NotifyByEmail(mail => mail.Subject("S")).NotifyBySms(sms => sms.Text("T")), "Email.To"),
        ["a signer whom no message reaches"] = (r => Signed(r).Signer("B", Signs).NotifyByEmail(mail => mail.Subject("S")), "Signers[1]"),
        ["a bad copy address"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").Cc("a@example.com", "b")), "Email.Cc[1]"),
        ["a bad reply address"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").ReplyTo("b")), "Email.ReplyTo"),
        ["a delay of seconds"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").Delay(TimeSpan.FromSeconds(90))), "Email.Delay"),
        ["a negative delay"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").Delay(TimeSpan.FromMinutes(-1))), "Email.Delay"),
        ["no days between reminders"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").RemindEvery(days: 0, times: 1)), "Email.Reminders"),
        ["no reminders"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").RemindEvery(days: 1, times: 0)), "Email.Reminders"),
        ["an empty attachment id"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S").Attach(default(EmailAttachmentId))), "Email.Attachments"),
        ["two languages"] = (r => r
            .Signer("A", "a@example.com", s => Signs(s.Language(Language.Dutch)))
            .Signer("B", "b@example.com", s => Signs(s.Language(Language.French)))
            .NotifyByEmail(mail => mail.Subject("S")), "Signers[1].Language"),
        ["no text"] = (r => r.Signer("A", s => Signs(s.Mobile("+32470000001"))).NotifyBySms(_ => { }), "Sms.Text"),
        ["nobody to text to"] = (r => Signed(r).NotifyByEmail(mail => mail.Subject("S")).NotifyBySms(sms => sms.Text("T")), "Sms.To"),
    };

    private readonly StubNetwork _network = new();
    private readonly OkSignClient _client;

    public RequestProblemTests() => _client = TestClient.Over(_network);

    public static TheoryData<string> Names => [.. Problems.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Send_OneThingIsWrong_SaysWhereAndSendsNothing(string name)
    {
        SignatureRequestBuilder request = _client.NewSignatureRequest(TwoPages);
        Problems[name].Request(request);

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => request.SendAsync(Cancel));

        Assert.Equal(Problems[name].Path, Assert.Single(exception.Problems).Path);
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Send_ManyThingsAreWrong_SaysThemAll()
    {
        SignatureRequestBuilder request = _client.NewSignatureRequest(TwoPages)
            .Signer("", "nobody", signer => signer.TextField("CITY", at => at.Page(7).Position(1, 1)))
            .Signer("B", "b@example.com", _ => { })
            .NotifyByEmail(mail => mail.Cc("x"));

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => request.SendAsync(Cancel));

        Assert.Equal(
            ["Signers[0].Name", "Signers[0].Email", "Signers[1].Fields", "Signers[0].Fields[\"CITY\"].Page", "Email.Subject", "Email.Cc[0]"],
            exception.Problems.Select(problem => problem.Path));
        Assert.All(exception.Problems, problem => Assert.Contains(problem.ToString(), exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_FileIsTooLarge_SaysSo()
    {
        await using OkSignClient client = TestClient.Over(_network, configure: options => options.MaxDocumentSize = 199);
        SignatureRequestBuilder request = Signed(client.NewSignatureRequest(Sample.File()));

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => request.SendAsync(Cancel));

        Assert.Equal("File", Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public async Task Send_CornerWhereThePageCannotBeRead_AsksForThePaper()
    {
        SignatureRequestBuilder request = _client.NewSignatureRequest(OkSignFile.FromBytes(Sample.Docx(), "contract.docx"))
            .Signer("A", signer => signer.Signature(at => at.Page(1).Corner(PageCorner.BottomLeft, 10, 10)));

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => request.SendAsync(Cancel));

        Assert.Equal("Signers[0].Fields[0].Paper", Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public async Task Send_UserWhoIsNotInTheAccount_IsAProblemBeforeTheUpload()
    {
        _network.Answers(Sample.Ok("""[ { "name": "Other", "email": "other@example.com", "signerid": "bt_1" }, { "name": "Owner", "email": "owner@example.com" } ]"""));
        SignatureRequestBuilder request = _client.NewSignatureRequest(TwoPages).CountersignedBy("owner@example.com", Signs);

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => request.SendAsync(Cancel));

        Assert.Equal("Countersigners[0].Email", Assert.Single(exception.Problems).Path);
        Assert.Single(_network.Requests);
    }

    [Theory]
    [InlineData("""[ { "name": "Another" } ]""", "Email.Template")]
    [InlineData("""[ { "name": "Mine" } ]""", "Email.Subject")]
    public async Task Send_TemplateThatIsNoHelp_IsAProblemBeforeTheUpload(string templates, string path)
    {
        _network.Answers(Sample.Ok(templates));
        SignatureRequestBuilder request = Signed(_client.NewSignatureRequest(TwoPages)).NotifyByEmail(mail => mail.FromTemplate("mine"));

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => request.SendAsync(Cancel));

        Assert.Equal(path, Assert.Single(exception.Problems).Path);
        Assert.Single(_network.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task SendExpress_LinksThatAreNeverGood_AreAProblem(int days)
    {
        var settings = new ExpressLinkSettings { ValidityDays = days, CallbackUrl = new Uri("/x", UriKind.Relative), ReturnUrl = new Uri("ftp://example.com") };

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(
            () => Signed(_client.NewSignatureRequest(TwoPages)).SendExpressAsync(settings, Cancel));

        Assert.Equal(["Express.ValidityDays", "Express.CallbackUrl", "Express.ReturnUrl"], exception.Problems.Select(problem => problem.Path));
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task SendTogether_RequestsThatDoNotBelongTogether_AreProblems()
    {
        SignatureRequestBuilder first = Signed(_client.NewSignatureRequest(TwoPages));
        BriefcaseBuilder briefcase = _client.NewBriefcase(" ")
            .Add(first)
            .Add(_client.NewSignatureRequest(TwoPages).Signer("Another", "another@example.com", Signs).NotifyByEmail(mail => mail.Subject("S")))
            .Add(_client.NewSignatureRequest(TwoPages).Signer("A", "a@example.com", s => s.Signature(at => at.Page(4).Position(1, 1))).InOrder())
            .Add(_client.NewSignatureRequest(TwoPages).Signer("A", "a@example.com", s => Signs(s.Group(7))))
            .Add(first)
            .CallbackUrl(new Uri("/c", UriKind.Relative)).ReturnUrl(new Uri("ftp://x.example")).WebhookUrl(new Uri("file:///w"));

        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => briefcase.SendTogetherAsync(Cancel));

        Assert.Equal(
            [
                "PackageName", "CallbackUrl", "ReturnUrl", "WebhookUrl",
                "Requests[1].Email", "Requests[1].Signers",
                "Requests[3].Signers", "Requests[4]", "Requests[2].Signers[0].Fields[0].Page",
            ],
            exception.Problems.Select(problem => problem.Path));
        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task SendTogether_NoRequest_IsAProblem()
    {
        OkSignInputException exception = await Assert.ThrowsAsync<OkSignInputException>(() => _client.NewBriefcase("Empty").SendTogetherAsync(Cancel));

        Assert.Equal("Requests", Assert.Single(exception.Problems).Path);
    }

    [Fact]
    public void PageNumber_LessThanOne_IsRefusedAtOnce()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PageNumber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PageNumber.FromIndex(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PageNumber.FromIndex(int.MaxValue));
    }

    [Fact]
    public void PageNumber_TheFirst_IsOneForPeopleAndZeroOnTheWire()
    {
        PageNumber page = 1;

        Assert.Equal((1, 0, "1"), (page.Number, page.Index, page.ToString()));
        Assert.Equal(PageNumber.First, page);
        Assert.Equal(PageNumber.First, default);
        Assert.Equal(new PageNumber(3), PageNumber.FromIndex(2));
    }

    [Fact]
    public void Distance_InAllUnits_IsInPoints()
    {
        Distance points = 72;

        Assert.Equal(points, Distance.Inches(1));
        Assert.Equal(72, Distance.Millimetres(25.4).InPoints, precision: 9);
        Assert.Equal(72, Distance.Centimetres(2.54).InPoints, precision: 9);
        Assert.Equal("72 pt", Distance.Points(72).ToString());
    }

    private static void At(FieldPlace at) => at.Page(1).Position(100, 100);

    private static void Signs(SignerBuilder signer) => signer.Signature(At);

    private static SignatureRequestBuilder Signed(SignatureRequestBuilder request) => request.Signer("A", "a@example.com", Signs);

    private static Action<SignatureRequestBuilder> Field(Action<FieldPlace> at) => request => request.Signer("A", signer => signer.TextField("CITY", at));
}
