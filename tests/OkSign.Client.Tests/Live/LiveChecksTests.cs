using OkSign.Client.Tests.Contracts;
using OkSign.Emulator;

namespace OkSign.Client.Tests.Live;

/// <summary>The looks at the service, taken at the emulator: they work, change nothing and give nothing away.</summary>
public sealed class LiveChecksTests
{
    private static readonly FormDescriptor Descriptor = new()
    {
        Fields = [SampleDescriptor.Signature with { SigningOptions = SigningOptions.Allow(SigningMethod.Pen) }],
        Signers = [new Signer { Id = SampleDescriptor.Anna, Name = "Anna Example", Email = "anna@example.com" }],
        Notifications = new NotificationSettings { Email = new EmailNotification { To = [SampleDescriptor.Anna], Subject = "Please sign" } },
    };

    private readonly List<string> _told = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_AtTheEmulator_ReadItsAnswersAndTellTheirForms()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(new OkSignEmulatorOptions { EnforceRateLimits = true }, cancellationToken: Cancel);
        LiveAccount account = await PopulateAsync(emulator);
        int before = emulator.Requests.Count;
        using var service = new LiveService(account, _told.Add);

        foreach (LiveCheck check in LiveChecks.All)
        {
            Assert.Null(account.Lacks(check.Need));
            int toldBefore = _told.Count;
            await check.RunAsync(service);
            Assert.True(_told.Count > toldBefore, $"{check.Name} tells nothing.");
        }

        Assert.All(emulator.Requests.Skip(before), request => Assert.Equal("GET", request.Method));
        Assert.All(
            ["documents/active", "documents/signed", "webhooks/retrieve"],
            path => Assert.Single(_told, line => line.Contains(path, StringComparison.Ordinal)));
        AssertFormsAreTold();
        AssertNothingIsGivenAway(account);
    }

    [Fact]
    public async Task Read_AnswerThatTheClientCannotRead_Fails()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        var account = new LiveAccount(OkSignCredentials.Parse(emulator.Authorization), new Uri(emulator.BaseAddress, "elsewhere/"));
        using var service = new LiveService(account, _told.Add);

        await Assert.ThrowsAnyAsync<OkSignException>(() => LiveChecks.All.Single(check => check.Name == "Users.retrieve").RunAsync(service));

        Assert.Contains("HTTP 404", Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CallThatChangesSomething_IsNotSent()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: Cancel);
        using var service = new LiveService(new LiveAccount(OkSignCredentials.Parse(emulator.Authorization), emulator.BaseAddress), _told.Add);

        await Assert.ThrowsAnyAsync<Exception>(() => service.ReadAsync(client => client.Documents.RemoveAsync(Sample.SourceId, Cancel)));

        Assert.Empty(emulator.Requests);
    }

    [Theory]
    [InlineData(nameof(LiveNeed.SourceDocument), "OKSIGN_LIVE_SOURCE_DOCID")]
    [InlineData(nameof(LiveNeed.SignedDocument), "OKSIGN_LIVE_SIGNED_DOCID")]
    [InlineData(nameof(LiveNeed.Briefcase), "OKSIGN_LIVE_BRIEFCASE_TOKEN")]
    public void Lacks_WhatIsNotSet_NamesTheVariable(string need, string variable)
        => Assert.StartsWith($"{variable} is not set", new LiveAccount(Sample.Credentials, Sample.BaseAddress).Lacks(Enum.Parse<LiveNeed>(need)), StringComparison.Ordinal);

    private void AssertFormsAreTold()
    {
        AssertTold("/v1/emailtemplates/retrieve -> HTTP 200");
        AssertTold("/v1/email-templates/retrieve -> HTTP 200");
        AssertTold("credits/retrieve -> HTTP 200, application/json; charset=utf-8, { status: text, reason: { quantity:");
        AssertTold("contacts/retrieve -> HTTP 200, application/json; charset=utf-8, { status: text, reason: [{ name: text, email: text");
        AssertTold("webhooks/retrieve -> HTTP 200, application/json; charset=utf-8, { status: text, reason: [{ event: text");
        AssertTold("linkedlist/retrieve -> HTTP 200, application/json; charset=utf-8, { status: text, reason: empty text }");
        AssertTold("FAILED: Document does not exist");
        AssertTold("signersinfo: [{ id: id");
        AssertTold("audittrail/retrieve -> HTTP 200, application/pdf, a PDF");
        AssertTold("credits/retrieve -> HTTP 401");
        AssertTold($"read as {nameof(OkSignNotFoundException)}");
        AssertTold($"read as {nameof(OkSignAuthenticationException)}");
    }

    private void AssertTold(string form) => Assert.Contains(_told, line => line.Contains(form, StringComparison.Ordinal));

    private void AssertNothingIsGivenAway(LiveAccount account)
    {
        string[] secrets =
        [
            .. account.Credentials.Key.Value.Split(';'),
            account.SourceDocumentId!,
            account.SignedDocumentId!,
            account.BriefcaseToken!,
            "Anna",
            "@",
            "://",
            "contract.pdf",
        ];
        Assert.All(_told, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Something of each kind: a signed document, a contact, a message that failed, a briefcase.</summary>
    private static async Task<LiveAccount> PopulateAsync(OkSignEmulator emulator)
    {
        var credentials = OkSignCredentials.Parse(emulator.Authorization);
        using var client = OkSignClient.Create(credentials, options => options.BaseAddress = emulator.BaseAddress);
        await client.Contacts.UploadAsync([new Contact { Name = "Anna Example", Email = "anna@example.com" }], Cancel);
        SourceDocumentId signed = await SendAsync(client);
        FormDescriptor descriptor = await client.FormDescriptors.RetrieveAsync(signed, Cancel);
        await emulator.Signer(descriptor.Signers[0].SigningUrl!).SignAsync(new SigningScript { Method = "pen" }, Cancel);
        LinkedDocument linked = (await client.Documents.RetrieveLinkedAsync(signed, Cancel))!;

        emulator.FailDelivery("anna@example.com");
        SourceDocumentId open = await SendAsync(client);
        CreatedBriefcase briefcase = await client.Briefcases.CreateAsync(
            new Briefcase { PackageName = "Package", Documents = [open] },
            Cancel);

        return new LiveAccount(credentials, emulator.BaseAddress)
        {
            SourceDocumentId = open.Value,
            SignedDocumentId = linked.SignedDocumentId!.Value.Value,
            BriefcaseToken = briefcase.Token.Value,
        };
    }

    private static async Task<SourceDocumentId> SendAsync(OkSignClient client)
    {
        SourceDocumentId document = await client.Documents.UploadAsync(OkSignFile.FromBytes(SamplePdf.Contract, "contract.pdf"), Cancel);
        await client.FormDescriptors.UploadAsync(document, Descriptor, Cancel);
        return document;
    }
}
