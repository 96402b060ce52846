using System.Text;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/raw-and-wire.md does what it says.</summary>
public sealed partial class RawAndWireSnippetTests
{
    private static readonly ContactKey Anna = new() { Name = "Anna Example", Email = "anna@example.com" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Raw_Read_GivesTheCredits()
    {
        await using Service service = await Service.StartAsync();

        Assert.Equal(125, await RawAndWireSnippets.ReadAsync(service.Client));
        Assert.Equal("Credits.retrieve", Assert.Single(service.Emulator.Requests).Operation);
    }

    [Fact]
    public async Task Raw_Send_GivesTheDocument()
    {
        await using Service service = await Service.StartAsync();
        using var archive = new MemoryStream();

        await RawAndWireSnippets.SendAsync(service.Client, await service.UploadAsync(), archive);

        Assert.Equal(["First page", "Second page"], Pdf.PageTextsOf(archive.ToArray()));
    }

    [Fact]
    public async Task Raw_Write_AddsTheContact()
    {
        await using Service service = await Service.StartAsync();

        await RawAndWireSnippets.WriteAsync(service.Client);

        Assert.Equal("anna@example.com", Assert.Single(await service.Client.Contacts.RetrieveAsync(Cancel)).Email);
    }

    [Fact]
    public async Task Raw_Upload_GivesAnId()
    {
        await using Service service = await Service.StartAsync();

        string id = await RawAndWireSnippets.UploadAsync(service.Client, OkSignFile.FromBytes(Pdf.WithPages("x"), "contract.pdf"));

        Assert.NotNull(await service.Client.Documents.ExistsAsync(new SourceDocumentId(id), Cancel));
    }

    [Fact]
    public async Task Wire_SetInCode_IsSent()
    {
        await using Service service = await Service.StartAsync(
            options => options.WireVariants.EmailTemplatePaths = EmailTemplatePaths.Hyphenated,
            RawAndWireSnippets.Wire);

        await AssertWireAsync(service.Client, service.Emulator);
    }

    [Fact]
    public async Task Wire_SetInConfiguration_IsTheSame()
    {
        await using Service service = await Service.StartAsync(options => options.WireVariants.EmailTemplatePaths = EmailTemplatePaths.Hyphenated);
        string json = JsonBlock().Match(await File.ReadAllTextAsync(Repository.PathOf("docs/raw-and-wire.md"), Cancel)).Groups[1].Value;
        IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        configuration["OkSign:Authorization"] = service.Emulator.Authorization;
        configuration["OkSign:BaseAddress"] = service.Emulator.BaseAddress.AbsoluteUri;
        await using ServiceProvider provider = new ServiceCollection().AddOkSign(configuration.GetSection("OkSign")).Services.BuildServiceProvider();

        await AssertWireAsync(provider.GetRequiredService<OkSignClient>(), service.Emulator);
    }

    [Fact]
    public async Task Limit_UsedUp_LetsNothingThrough()
    {
        await using var one = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1 });
        await using Service service = await Service.StartAsync(configure: options => RawAndWireSnippets.Limit(options, one));
        using RateLimitLease elsewhere = one.AttemptAcquire();

        await Assert.ThrowsAsync<OkSignRateLimitException>(() => service.UploadAsync());

        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task DoNotLimit_FourUploadsAtOnce_WaitForNoClock()
    {
        // The client's clock stands still: with its own limiter, the fourth upload would wait for ever.
        await using Service service = await Service.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(service.Clock)
            .AddOkSign(options =>
            {
                options.Credentials = OkSignCredentials.Parse(service.Emulator.Authorization);
                options.BaseAddress = service.Emulator.BaseAddress;
                RawAndWireSnippets.DoNotLimit(options);
            })
            .Services.BuildServiceProvider();
        OkSignClient client = provider.GetRequiredService<OkSignClient>();

        await Task.WhenAll(Enumerable.Range(1, 4).Select(number
            => client.Documents.UploadAsync(OkSignFile.FromBytes(Pdf.WithPages("x"), $"{number}.pdf"), Cancel))).WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(4, service.Emulator.Requests.Count);
    }

    private static async Task AssertWireAsync(OkSignClient client, OkSignEmulator emulator)
    {
        await client.Contacts.UploadAsync([new Contact { Name = Anna.Name, Email = Anna.Email }], Cancel);
        await client.Contacts.RemoveAsync([Anna], Cancel);
        await client.EmailTemplates.RetrieveAsync(Cancel);
        await Assert.ThrowsAnyAsync<OkSignException>(() => client.SignExpress.RemoveAsync(new SignExpressToken("the-token"), Cancel));

        Assert.Equal("DELETE", emulator.Requests[1].Method);
        Assert.EndsWith("/v1/email-templates/retrieve", emulator.Requests[2].Path, StringComparison.Ordinal);
        Assert.Equal(200, emulator.Requests[2].StatusCode);
        Assert.Equal("the-token", emulator.Requests[3].Headers["x-oksign-token"]);
    }

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
