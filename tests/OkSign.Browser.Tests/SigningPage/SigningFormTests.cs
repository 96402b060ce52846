using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;
using OkSign.Emulator;
using UglyToad.PdfPig;

namespace OkSign.Browser.Tests.SigningPage;

public sealed class SigningFormTests(Chromium chromium)
{
    public static TheoryData<string> Devices => ["desktop", "phone"];

    [Fact]
    public async Task Signing_WithTheKeyboardAlone_IsPossible()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage bert = await SignerPage.OpenAsync(visitor, links[Contract.Bert]);
        IKeyboard keyboard = bert.Page.Keyboard;

        await bert.TabToAsync(bert.SignatureField("Employer"));
        await keyboard.PressAsync("Enter");
        await bert.TabToAsync(bert.Dialog.GetByRole(AriaRole.Radio, new() { Name = "eID card" }));
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowDown");
        await bert.TabToAsync(bert.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Draw" }));
        await keyboard.PressAsync("ArrowDown");
        await bert.TabToAsync(bert.Page.GetByLabel("Type your name"));
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("Bert E. Xample");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(bert.SignatureField("Employer")).ToBeFocusedAsync();
        await Assertions.Expect(bert.Page.Locator("#news")).ToHaveTextAsync("The signature has been placed on Employer.");
        await bert.TabToAsync(bert.Page.Locator("#submit"));
        await keyboard.PressAsync("Enter");

        await bert.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        Assert.Contains("Bert E. Xample", WordsOf(await service.SignedAsync(document)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_LeftWithoutPlacing_ChangesNothing()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage bert = await SignerPage.OpenAsync(visitor, links[Contract.Bert]);
        await bert.SignatureField("Employer").ClickAsync();
        await bert.DrawAsync();
        await bert.PlaceAsync();

        await bert.SignatureField("Employer").ClickAsync();
        await bert.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Type" }).CheckAsync();
        await bert.Page.Keyboard.PressAsync("Escape");
        await bert.SignatureField("Employer").ClickAsync();
        await bert.ChooseAsync("eID card");
        await bert.Page.Keyboard.PressAsync("Escape");
        await bert.SendAsync();

        await bert.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        using PdfDocument signed = PdfDocument.Open((await service.SignedAsync(document))!);
        Assert.Contains(signed.GetPages(), static page => PagePaths.CurvesIn(page, left: 0, top: 0, page.Width, page.Height) > 10);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Submit_NothingFilledIn_TellsEachFieldAndGoesToTheFirst(string device)
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync(device == "phone" ? Chromium.Phone : Chromium.Desktop);
        SignerPage anna = await SignerPage.OpenAsync(visitor, links[Contract.Anna]);

        await anna.SendAsync();

        await Assertions.Expect(anna.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "6 fields need your attention." })).ToBeVisibleAsync();
        await Assertions.Expect(anna.Page.GetByLabel("City")).ToBeFocusedAsync();
        await Assertions.Expect(anna.Page.GetByLabel("City")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(anna.Page.GetByLabel("City")).ToHaveAccessibleDescriptionAsync("Please fill in this field.");
        await Assertions.Expect(anna.Problems).ToHaveTextAsync(
            [
                "Please fill in this field.", "Please fill in this field.", "Please fill in this field.", "Please fill in this field.",
                "Please tick this box.", "Please sign here.",
            ]);
        await Chromium.AssertAccessibleAsync(anna.Page);
        await Chromium.ScreenshotAsync(anna.Page, $"signing-page-problems-{device}");
        Assert.Null(await service.SignedAsync(document));
    }

    [Fact]
    public async Task Field_FilledInWronglyAndThenRightly_LosesItsMessage()
    {
        await using Service service = await Service.StartAsync();
        FormDescriptor descriptor = Contract.Descriptor with
        {
            Fields =
            [
                Contract.Field(InputType.Text, "E-mail", 305) with { Validation = ValidationFunction.Email },
                Contract.Field(InputType.Text, "Phone", 335) with { Validation = ValidationFunction.Phone },
                Contract.Field(InputType.Text, "Account", 365) with { Validation = ValidationFunction.Iban },
            ],
        };
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync(descriptor);
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage anna = await SignerPage.OpenAsync(visitor, links[Contract.Anna]);
        await anna.Page.GetByLabel("E-mail").FillAsync("anna");
        await anna.Page.GetByLabel("Phone").FillAsync("call me");
        await anna.Page.GetByLabel("Account").FillAsync("BE68 5390 0754 7035");

        await anna.SendAsync();

        await Assertions.Expect(anna.Problems).ToHaveTextAsync(
            [
                "Please enter an e-mail address, such as name@example.com.", "Please enter a phone number, such as +32 470 00 00 01.",
                "Please enter a bank account number (IBAN).",
            ]);
        await anna.Page.GetByLabel("E-mail").FillAsync("anna@example.com");
        await anna.Page.GetByLabel("Phone").FillAsync("0470 00 00 01");
        await anna.Page.GetByLabel("Account").FillAsync("BE68 5390 0754 7034");
        await Assertions.Expect(anna.Problems).ToHaveCountAsync(0);
        await anna.SendAsync();
        await anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        Assert.Contains("BE68 5390 0754 7034", WordsOf(await service.SignedAsync(document)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_RefusedByTheServer_KeepsWhatWasEnteredAndDrawn()
    {
        await using Service service = await Service.StartAsync();
        FormDescriptor descriptor = Contract.Descriptor;
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync(descriptor);
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage anna = await SignerPage.OpenAsync(visitor, links[Contract.Anna]);
        await anna.FillInAsync();
        await anna.SignatureField("Employee").ClickAsync();
        await anna.DrawAsync();
        await anna.PlaceAsync();

        // Meanwhile something else is asked: an IBAN in place of the remarks.
        FormField remarks = descriptor.Fields.Single(field => field.Name == "Remarks") with { Validation = ValidationFunction.Iban };
        await service.Client.FormDescriptors.UploadAsync(
            document,
            descriptor with { Fields = [.. descriptor.Fields.Where(field => field.Name != "Remarks"), remarks] },
            TestContext.Current.CancellationToken);
        await anna.SendAsync();
        await anna.ReadyAsync();

        await Assertions.Expect(anna.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The value of field \"Remarks\" must be an IBAN.");
        await Assertions.Expect(anna.Page.GetByLabel("Remarks")).ToHaveAccessibleDescriptionAsync("Please enter a bank account number (IBAN).");
        await Assertions.Expect(anna.Page.GetByLabel("City")).ToHaveValueAsync("Ghent");
        await Assertions.Expect(anna.Page.GetByLabel("House rules")).ToBeCheckedAsync();
        await Assertions.Expect(anna.SignatureField("Employee").Locator("polyline")).ToHaveCountAsync(1);
        await anna.Page.GetByLabel("Remarks").FillAsync("BE68 5390 0754 7034");
        await anna.SendAsync();
        await anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        using PdfDocument signed = PdfDocument.Open((await service.SignedAsync(document))!);
        Assert.True(PagePaths.CurvesIn(signed.GetPage(1), left: 72, top: 600, width: 190, height: 70) > 10);
    }

    [Fact]
    public async Task Code_ByTextMessage_IsToldAsSimulatedAndMustBeRight()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage bert = await SignerPage.OpenAsync(visitor, links[Contract.Bert]);
        await bert.SignatureField("Employer").ClickAsync();
        await bert.ChooseAsync("Code by text message");
        await bert.Page.GetByRole(AriaRole.Button, new() { Name = "Send the code" }).ClickAsync();
        await Assertions.Expect(bert.Page.Locator("#code-sent")).ToContainTextAsync("Simulated: the code for +32470000002 is");
        string code = service.Emulator.Messages.Single().Subject[^7..^1];
        await Assertions.Expect(bert.Page.Locator("#code-sent")).ToContainTextAsync(code);

        await bert.PlaceAsync();
        await Assertions.Expect(bert.Page.Locator("#code-problem")).ToHaveTextAsync("Please enter the code that was sent.");
        await bert.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await Chromium.AssertAccessibleAsync(bert.Page);
        await bert.PlaceAsync();
        await bert.SendAsync();

        await bert.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        Assert.Contains("signed with TAN", WordsOf(await service.SignedAsync(document)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Refusing_NeedsAReason(string device)
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync(device == "phone" ? Chromium.Phone : Chromium.Desktop);
        SignerPage anna = await SignerPage.OpenAsync(visitor, links[Contract.Anna]);
        ILocator refuse = anna.Page.GetByRole(AriaRole.Button, new() { Name = "Refuse", Exact = true });

        await anna.Page.GetByText("Refuse to sign").ClickAsync();
        await refuse.ClickAsync();
        await Assertions.Expect(anna.Page.GetByLabel("Reason")).ToBeFocusedAsync();
        await Assertions.Expect(anna.Problems).ToHaveTextAsync(["Please tell why you refuse."]);
        await Chromium.AssertAccessibleAsync(anna.Page);
        await anna.Page.GetByLabel("Reason").FillAsync("The salary is missing.");
        await refuse.ClickAsync();

        await anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Refused" }).WaitForAsync();
        await Chromium.AssertAccessibleAsync(anna.Page);
        await anna.Page.GotoAsync(links[Contract.Anna]);
        await Assertions.Expect(anna.Page.Locator("main")).ToContainTextAsync("You have refused to sign this.");
        Assert.Null(await service.SignedAsync(document));
    }

    [Fact]
    public async Task Session_WithAReturnUrl_LeadsBackToTheApplication()
    {
        await using Service service = await Service.StartAsync();
        await using OkSignEmulator application = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var returnUrl = new Uri(application.BaseAddress, "/done?case=7");
        (SourceDocumentId document, _) = await service.SendAsync();
        CreatedSignExpress session = await service.Client.SignExpress.CreateAsync(
            new SignExpressSession { Documents = [document], SignerId = Contract.Bert, ReturnUrl = returnUrl }, TestContext.Current.CancellationToken);
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage bert = await SignerPage.OpenAsync(visitor, session.Url!.AbsoluteUri);

        await bert.SignatureField("Employer").ClickAsync();
        await bert.PlaceAsync();
        await bert.SendAsync();

        await bert.Page.WaitForURLAsync($"{returnUrl}&source_docid={document}&**status=signed");
    }

    [Fact]
    public async Task Briefcase_FieldOfSeveralDocuments_IsFilledInOnce()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId first, _) = await service.SendAsync();
        (SourceDocumentId second, _) = await service.SendAsync(fileName: "Annex.pdf");
        CreatedBriefcase briefcase = await service.Client.Briefcases.CreateAsync(
            new Briefcase { Documents = [first, second], PackageName = "Welcome" }, TestContext.Current.CancellationToken);
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage anna = await SignerPage.OpenAsync(
            visitor, briefcase.Links.Single(link => link.SignerId == Contract.Anna).Url.AbsoluteUri);

        await anna.FillInAsync();
        await Assertions.Expect(anna.Page.Locator("output").First).ToHaveTextAsync("Ghent");
        await anna.SignatureField("Employee").First.ClickAsync();
        await anna.DrawAsync();
        await anna.PlaceAsync();
        await anna.SignatureField("Employee").Last.ClickAsync();
        await Assertions.Expect(anna.Page.Locator("#progress")).ToHaveTextAsync("7 of 7 required fields done");
        await Chromium.AssertAccessibleAsync(anna.Page);
        await Chromium.ScreenshotAsync(anna.Page, "signing-page-briefcase");
        await anna.SendAsync();

        await anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        Assert.Empty(anna.Errors);
        foreach (SourceDocumentId document in new[] { first, second })
        {
            using PdfDocument signed = PdfDocument.Open((await service.SignedAsync(document))!);
            Assert.True(PagePaths.CurvesIn(signed.GetPage(1), left: 72, top: 600, width: 190, height: 70) > 10);
        }
    }

    [Theory]
    [InlineData("nl", "Ondertekenen", "Vul dit veld in.")]
    [InlineData("fr", "Signer", "Veuillez remplir ce champ.")]
    public async Task Language_ChosenOnThePage_IsThatOfItsMessages(string language, string submit, string problem)
    {
        await using Service service = await Service.StartAsync();
        (_, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage anna = await SignerPage.OpenAsync(visitor, links[Contract.Anna]);

        await anna.Page.Locator($".languages a[hreflang={language}]").ClickAsync();
        await anna.ReadyAsync();

        await Assertions.Expect(anna.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(anna.Page.Locator("#submit")).ToHaveTextAsync(submit);
        await anna.SendAsync();
        await Assertions.Expect(anna.Problems.First).ToHaveTextAsync(problem);
        await Chromium.AssertAccessibleAsync(anna.Page);
    }

    [Fact]
    public async Task WithoutScripts_TheFormStillSigns()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId document, Dictionary<SignerId, string> links) = await service.SendAsync();
        await using IBrowserContext visitor = await chromium.NewVisitorAsync(new() { JavaScriptEnabled = false });
        IPage page = await visitor.NewPageAsync();
        await page.GotoAsync(links[Contract.Anna]);
        var anna = new SignerPage(page);

        await anna.FillInAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Handwritten" }).CheckAsync();
        await page.GetByLabel("Type your name").FillAsync("Anna Plain");
        await anna.SendAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Signed" }).WaitForAsync();
        string words = WordsOf(await service.SignedAsync(document));
        Assert.Contains("Anna Plain", words, StringComparison.Ordinal);
        Assert.Contains("Home office on Fridays", words, StringComparison.Ordinal);
    }

    private static string WordsOf(byte[]? pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf!);
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
