using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests;

/// <summary>Bad input at each step: refused before anything is sent where it can be seen, and told clearly by the service where it cannot.</summary>
public sealed class RefusalTests
{
    private static readonly SourceDocumentId Unknown = new("123456-DEADBEEF-1111-2222-3333-444455556666");
    private static readonly SignedDocumentId UnknownSigned = new("123456-DEADBEEF-1111-2222-3333-444455556667");

    public static TheoryData<string, Func<OkSignClient, CancellationToken, Task>> NonsenseCalls() => new()
    {
        { "no file", (client, token) => client.Documents.UploadAsync(null!, token) },
        { "an empty file", (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes([], "a.pdf"), token) },
        { "a text file", (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes("Hello"u8.ToArray(), "a.pdf"), token) },
        { "a control character in a name", (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes(Pdf.WithPages("x"), "a\u0007.pdf"), token) },
        { "too large a file", (client, token) => client.Documents.UploadAsync(OkSignFile.FromBytes(Pdf.OfSize(OfMegabytes(10.1)), "a.pdf"), token) },
        { "no id: exists", (client, token) => client.Documents.ExistsAsync(default, token) },
        { "no id: retrieve", (client, token) => client.Documents.RetrieveAsync(default, token) },
        { "no id: remove", (client, token) => client.Documents.RemoveAsync(default, token) },
        { "no id: linked", (client, token) => client.Documents.RetrieveLinkedAsync(default, token) },
        { "a window that ends before it starts", (client, token) => client.Documents.ListSignedAsync(DateTimeOffset.UnixEpoch.AddDays(1), DateTimeOffset.UnixEpoch, token) },
        { "no id: describe", (client, token) => client.FormDescriptors.UploadAsync(default, Service.TwoSignersInOrder(), token) },
        { "no descriptor", (client, token) => client.FormDescriptors.UploadAsync(Unknown, null!, token) },
        { "a descriptor without fields", (client, token) => client.FormDescriptors.UploadAsync(Unknown, new FormDescriptor { Fields = [] }, token) },
        { "no id: descriptor", (client, token) => client.FormDescriptors.RetrieveAsync(default, token) },
        { "no id: metadata", (client, token) => client.Metadata.RetrieveAsync(default, token) },
        { "no id: metadata, first version", (client, token) => client.Metadata.RetrieveV1Async(default, token) },
        { "no id: audit trail", (client, token) => client.AuditTrail.RetrieveAsync(default, token) },
        { "no target", (client, token) => client.Notifications.UploadAsync(default, new NotificationUpload { Notifications = new NotificationSettings() }, token) },
        { "no message", (client, token) => client.Notifications.UploadAsync(Unknown, new NotificationUpload { Notifications = new NotificationSettings() }, token) },
        { "no attachment", (client, token) => client.EmailAttachments.UploadAsync(null!, token) },
        { "no id: attachment", (client, token) => client.EmailAttachments.RemoveAsync(default, token) },
        { "no contacts", (client, token) => client.Contacts.UploadAsync([], token) },
        { "no contacts to remove", (client, token) => client.Contacts.RemoveAsync([], token) },
        { "no address", (client, token) => client.OrganizationalToken.UpdateAsync(new OrganizationalTokenSettings(), token) },
        { "no person", (client, token) => client.Signers.CalculateIdAsync("", "", token) },
    };

    public static TheoryData<string, Func<OkSignClient, CancellationToken, Task>> CallsForUnknownDocuments() => new()
    {
        { "retrieve", (client, token) => client.Documents.RetrieveAsync(Unknown, token) },
        { "remove", (client, token) => client.Documents.RemoveAsync(Unknown, token) },
        { "describe", (client, token) => client.FormDescriptors.UploadAsync(Unknown, Service.TwoSignersInOrder(), token) },
        { "descriptor", (client, token) => client.FormDescriptors.RetrieveAsync(Unknown, token) },
        { "metadata", (client, token) => client.Metadata.RetrieveAsync(UnknownSigned, token) },
        { "metadata, first version", (client, token) => client.Metadata.RetrieveV1Async(UnknownSigned, token) },
        { "audit trail", (client, token) => client.AuditTrail.RetrieveAsync(UnknownSigned, token) },
    };

    [Theory]
    [MemberData(nameof(NonsenseCalls))]
    public async Task Call_WithNonsense_IsRefusedBeforeAnythingIsSent(string what, Func<OkSignClient, CancellationToken, Task> call)
    {
        await using Service service = await Service.StartAsync();

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(service.Client, TestContext.Current.CancellationToken));

        Assert.NotEmpty(exception.Message);
        Assert.True(service.Emulator.Requests.Count == 0, what);
    }

    [Theory]
    [MemberData(nameof(CallsForUnknownDocuments))]
    public async Task Call_ForAnUnknownDocument_SaysThatItDoesNotExist(string what, Func<OkSignClient, CancellationToken, Task> call)
    {
        await using Service service = await Service.StartAsync();

        OkSignNotFoundException exception = await Assert.ThrowsAsync<OkSignNotFoundException>(() => call(service.Client, TestContext.Current.CancellationToken));

        Assert.True(exception.Message.Contains("does not exist", StringComparison.Ordinal), what);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Call_WithAnotherKey_IsRefused()
    {
        await using Service service = await Service.StartAsync(configure: options => options.Credentials = new OkSignCredentials("123456", "wrong", "emulator"));

        OkSignAuthenticationException exception = await Assert.ThrowsAsync<OkSignAuthenticationException>(
            () => service.Client.Users.RetrieveAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Users.retrieve", exception.Operation);
    }

    [Fact]
    public async Task Describe_AgainstThePaper_TellsAllReasons()
    {
        await using Service service = await Service.StartAsync();
        SourceDocumentId source = await service.UploadAsync();
        FormDescriptor descriptor = Service.TwoSignersInOrder() with
        {
            Fields = [Service.Signature("A", Service.Anna, x: 72) with { PageIndex = 7 }, Service.Signature("B", Service.Bert, x: 5000)],
        };

        OkSignRejectedException exception = await Assert.ThrowsAsync<OkSignRejectedException>(
            () => service.Client.FormDescriptors.UploadAsync(source, descriptor, TestContext.Current.CancellationToken));

        Assert.Equal(2, exception.Reasons.Count);
    }

    [Fact]
    public async Task SourceId_WhereASignedOneBelongs_IsRefused()
    {
        await using Service service = await Service.StartAsync();
        (SourceDocumentId source, _) = await service.SignedByBothAsync();
        SignedDocumentId wrong = new(source.Value);

        await Assert.ThrowsAnyAsync<OkSignException>(() => service.Client.AuditTrail.RetrieveAsync(wrong, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OkSignException>(() => service.Client.Metadata.RetrieveAsync(wrong, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Upload_OfALittleLessThanTheLimit_Works()
    {
        await using Service service = await Service.StartAsync();
        byte[] pdf = Pdf.OfSize(OfMegabytes(9.9));

        SourceDocumentId source = await service.Client.Documents.UploadAsync(OkSignFile.FromBytes(pdf, "large.pdf"), TestContext.Current.CancellationToken);

        await using PdfDownload download = await service.Client.Documents.RetrieveAsync(source, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(pdf, copy.ToArray());
    }

    [Fact]
    public async Task Upload_OfALittleMoreThanTheLimit_IsRefusedByTheServiceToo()
    {
        await using Service service = await Service.StartAsync(configure: options => options.MaxDocumentSize = 100_000_000);

        OkSignRejectedException exception = await Assert.ThrowsAsync<OkSignRejectedException>(
            () => service.Client.Documents.UploadAsync(OkSignFile.FromBytes(Pdf.OfSize(OfMegabytes(10.1)), "large.pdf"), TestContext.Current.CancellationToken));

        Assert.Equal("Document.upload", exception.Operation);
        Assert.Empty(await service.Client.Documents.ListActiveAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Remove_ShortlyAfterASignature_IsTooSoon()
    {
        await using Service service = await Service.StartAsync(options => options.TooSoonAfterSigning = TimeSpan.FromMinutes(1));
        (SourceDocumentId source, _) = await service.SignedByBothAsync();
        await Assert.ThrowsAsync<OkSignTooSoonException>(() => service.Client.Documents.RemoveAsync(source, TestContext.Current.CancellationToken));

        service.Clock.Advance(TimeSpan.FromMinutes(2));
        await service.Client.Documents.RemoveAsync(source, TestContext.Current.CancellationToken);

        Assert.Null(await service.Client.Documents.ExistsAsync(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task List_AskedForTwiceInThreeMinutes_IsLimited()
    {
        await using Service service = await Service.StartAsync(options => options.EnforceRateLimits = true);
        await service.Client.Documents.ListActiveAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<OkSignRateLimitException>(() => service.Client.Documents.ListActiveAsync(TestContext.Current.CancellationToken));
        service.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Empty(await service.Client.Documents.ListActiveAsync(TestContext.Current.CancellationToken));
    }

    private static int OfMegabytes(double megabytes) => (int)(megabytes * 1024 * 1024);
}
