using NSubstitute;

namespace OkSign.Client.Tests;

public class OkSignClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Create_CredentialsOnly_HasEveryResource()
    {
        using var client = OkSignClient.Create(Sample.Credentials);

        Assert.NotNull(client.Documents);
        Assert.NotNull(client.FormDescriptors);
        Assert.NotNull(client.Briefcases);
        Assert.NotNull(client.SignExpress);
        Assert.NotNull(client.EditorExpress);
        Assert.NotNull(client.Metadata);
        Assert.NotNull(client.AuditTrail);
        Assert.NotNull(client.Notifications);
        Assert.NotNull(client.EmailAttachments);
        Assert.NotNull(client.EmailTemplates);
        Assert.NotNull(client.Contacts);
        Assert.NotNull(client.OrganizationalToken);
        Assert.NotNull(client.Signers);
        Assert.NotNull(client.Users);
        Assert.NotNull(client.Credits);
        Assert.NotNull(client.DeliveryErrors);
    }

    [Fact]
    public void Create_NoCredentials_IsRefused() => Assert.Throws<ArgumentNullException>("credentials", () => OkSignClient.Create(null!));

    [Fact]
    public void Create_BadSettings_TellsAllWithoutTheToken()
    {
        var exception = Assert.Throws<ArgumentException>(() => OkSignClient.Create(Sample.Credentials, static options =>
        {
            options.BaseAddress = new Uri("http://service.example/");
            options.MaxDocumentSize = 0;
        }));

        Assert.Contains("BaseAddress:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxDocumentSize:", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_CredentialsTakenAway_IsRefused()
        => Assert.Throws<ArgumentException>(() => OkSignClient.Create(Sample.Credentials, static options => options.Credentials = null));

    [Theory]
    [InlineData("https://service.example/rest/")]
    [InlineData("https://service.example/rest")]
    public async Task Call_BaseAddressWithAndWithoutSlash_IsTheSameAddress(string baseAddress)
    {
        using var network = new StubNetwork().Answers(Sample.Ok("[]"));
        using OkSignClient client = TestClient.Over(network, configure: options => options.BaseAddress = new Uri(baseAddress));

        await client.Users.RetrieveAsync(Cancel);

        Assert.Equal("https://service.example/rest/v1/users/retrieve", network.Requests[0].Address.AbsoluteUri);
    }

    [Fact]
    public async Task Call_Always_HasTheCredentialsAndAcceptsJson()
    {
        using var network = new StubNetwork().Answers(Sample.Ok("[]"));
        using OkSignClient client = TestClient.Over(network);

        await client.Users.RetrieveAsync(Cancel);

        Assert.Equal(Sample.KeyText, network.Requests[0].Headers["x-oksign-authorization"]);
        Assert.Equal("application/json; charset=utf-8", network.Requests[0].Headers["accept"]);
    }

    [Fact]
    public async Task Retry_Settings_AreUsed()
    {
        var clock = new TestClock();
        using var network = new StubNetwork().AnswersTimes(2, System.Net.HttpStatusCode.BadGateway);
        using OkSignClient client = TestClient.Over(network, clock, static options => options.Retry.MaxRetries = 1);

        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => clock.RunAsync(client.Users.RetrieveAsync(Cancel)));

        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task AttemptTimeout_Setting_IsUsed()
    {
        var clock = new TestClock();
        using var network = new StubNetwork().NeverAnswers();
        using OkSignClient client = TestClient.Over(network, clock, static options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(3);
            options.Retry.MaxRetries = 0;
        });
        Task call = client.Users.RetrieveAsync(Cancel);

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains("3 s", (await Assert.ThrowsAsync<OkSignTransportException>(() => call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_Client_DisposesItsNetwork()
    {
        using var first = new StubNetwork();
        using var second = new StubNetwork();

        TestClient.Over(first).Dispose();
        await TestClient.Over(second).DisposeAsync();

        Assert.True(first.IsDisposed);
        Assert.True(second.IsDisposed);
    }

    [Fact]
    public async Task Create_OwnNetworkHandler_IsUsedAndDisposedWithTheClient()
    {
        using var network = new StubNetwork().Answers(Sample.Ok("[]"));
        var client = OkSignClient.Create(Sample.Credentials, static options => options.BaseAddress = Sample.BaseAddress, network);

        await client.Users.RetrieveAsync(Cancel);
        Assert.False(network.IsDisposed);
        client.Dispose();

        Assert.True(network.IsDisposed);
        Assert.Equal("https://service.example/rest/v1/users/retrieve", Assert.Single(network.Requests).Address.AbsoluteUri);
        Assert.Equal(Sample.KeyText, network.Requests[0].Headers["x-oksign-authorization"]);
    }

    [Fact]
    public void NetworkHandler_Always_FollowsNoRedirectsAndKeepsNoCookies()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(HttpPipeline.CreateNetworkHandler(new OkSignClientOptions()));

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
    }

    [Fact]
    public void Handlers_Always_AreInTheirOrder()
        => Assert.Equal(
            [
                typeof(WireFormHandler),
                typeof(RateLimitHandler),
                typeof(RetryHandler),
                typeof(RateLimitHandler),
                typeof(AttemptSpanHandler),
                typeof(AttemptHandler),
                typeof(AuthorizationHandler),
            ],
            HttpPipeline.CreateHandlers(TestClient.Options(), TimeProvider.System).Select(static handler => handler.GetType()));

    [Fact]
    public void Options_Defaults_AreTheDocumentedOnes()
    {
        var options = new OkSignClientOptions();

        Assert.Equal("https://www.oksign.be/services/rest/", options.BaseAddress.AbsoluteUri);
        Assert.Equal(10_485_760, options.MaxDocumentSize);
        Assert.Equal(TimeSpan.FromSeconds(100), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), options.IdleTimeout);
        Assert.Equal(3, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(1), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Retry.MaxDelay);
    }

    [Fact]
    public async Task Mock_OfClientAndResources_AnswersAsItIsTold()
    {
        OkSignClient client = Substitute.For<OkSignClient>();
        DocumentsClient documents = Substitute.For<DocumentsClient>();
        client.Documents.Returns(documents);
        documents.UploadAsync(Arg.Any<OkSignFile>(), Arg.Any<CancellationToken>()).Returns(Sample.SourceId);
        documents.RetrieveAsync(Sample.SignedId, Arg.Any<CancellationToken>()).Returns(new PdfDownload(new MemoryStream(Sample.Pdf())));

        SourceDocumentId id = await client.Documents.UploadAsync(Sample.File(), Cancel);
        await using PdfDownload download = await client.Documents.RetrieveAsync(Sample.SignedId, Cancel);

        Assert.Equal(Sample.SourceId, id);
        Assert.NotNull(download.Content);
        await documents.Received(1).UploadAsync(Arg.Any<OkSignFile>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Mock_OfEveryResource_AnswersAsItIsTold()
    {
        OkSignClient client = Substitute.For<OkSignClient>();
        client.FormDescriptors.Returns(Substitute.For<FormDescriptorsClient>());
        client.Metadata.Returns(Substitute.For<MetadataClient>());
        client.AuditTrail.Returns(Substitute.For<AuditTrailClient>());
        client.Users.Returns(Substitute.For<UsersClient>());
        client.Credits.Returns(Substitute.For<CreditsClient>());
        client.FormDescriptors.RetrieveAsync(Sample.SourceId, Cancel).Returns(SampleDescriptor.Valid);
        client.Metadata.RetrieveAsync(Sample.SignedId, Cancel).Returns(new DocumentMetadata { FileName = "a.pdf" });
        client.AuditTrail.RetrieveAsync(Sample.SignedId, Cancel).Returns(new PdfDownload(Stream.Null));
        client.Users.RetrieveAsync(Cancel).Returns([new AccountUser { Name = "Anna" }]);
        client.Credits.RetrieveAsync(Cancel).Returns(new CreditBalance { Quantity = 3 });

        Assert.Same(SampleDescriptor.Valid, await client.FormDescriptors.RetrieveAsync(Sample.SourceId, Cancel));
        Assert.Equal("a.pdf", (await client.Metadata.RetrieveAsync(Sample.SignedId, Cancel)).FileName);
        Assert.NotNull(await client.AuditTrail.RetrieveAsync(Sample.SignedId, Cancel));
        Assert.Equal("Anna", Assert.Single(await client.Users.RetrieveAsync(Cancel)).Name);
        Assert.Equal(3, (await client.Credits.RetrieveAsync(Cancel)).Quantity);
    }

    [Fact]
    public async Task Mock_OfTheAccountsResources_AnswersAsItIsTold()
    {
        OkSignClient client = Substitute.For<OkSignClient>();
        client.Notifications.Returns(Substitute.For<NotificationsClient>());
        client.EmailAttachments.Returns(Substitute.For<EmailAttachmentsClient>());
        client.EmailTemplates.Returns(Substitute.For<EmailTemplatesClient>());
        client.Contacts.Returns(Substitute.For<ContactsClient>());
        client.OrganizationalToken.Returns(Substitute.For<OrganizationalTokenClient>());
        client.Signers.Returns(Substitute.For<SignersClient>());
        client.EmailAttachments.UploadAsync(Arg.Any<OkSignFile>(), Cancel).Returns(new EmailAttachmentId("a-1"));
        client.EmailTemplates.RetrieveAsync(Cancel).Returns([new EmailTemplate { Name = "Default" }]);
        client.Contacts.RetrieveAsync(Cancel).Returns([new Contact { Name = "Anna" }]);
        client.Signers.CalculateIdAsync("Anna", "anna@example.com", Cancel).Returns(new SignerId("bt_1"));

        await client.Notifications.UploadAsync(Sample.SourceId, null!, Cancel);
        await client.OrganizationalToken.UpdateAsync(null!, Cancel);

        Assert.Equal("a-1", (await client.EmailAttachments.UploadAsync(Sample.File(), Cancel)).Value);
        Assert.Equal("Default", Assert.Single(await client.EmailTemplates.RetrieveAsync(Cancel)).Name);
        Assert.Equal("Anna", Assert.Single(await client.Contacts.RetrieveAsync(Cancel)).Name);
        Assert.Equal("bt_1", (await client.Signers.CalculateIdAsync("Anna", "anna@example.com", Cancel)).Value);
    }

    [Fact]
    public async Task Mock_Disposed_DoesNothing()
    {
        OkSignClient client = Substitute.ForPartsOf<OkSignClient>();

        client.Dispose();
        await client.DisposeAsync();
    }
}
