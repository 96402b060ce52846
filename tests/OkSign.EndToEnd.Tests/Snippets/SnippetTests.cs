using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OkSign.Client;
using OkSign.Emulator;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The C# of the README and the docs is compiled code, and does what it says.</summary>
[Collection(nameof(CurrentFolder))]
public sealed partial class SnippetTests
{
    public static TheoryData<string> Pages()
        => [.. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md")).Select(page => Path.GetRelativePath(Repository.PathOf("."), page))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_OnEveryPage_StandsInACompiledSnippet(string page)
    {
        string[] compiled = [.. Directory.GetFiles(Repository.PathOf("tests/OkSign.EndToEnd.Tests/Snippets"), "*.cs").Select(file => Flat(File.ReadAllText(file)))];

        IEnumerable<string> blocks = CSharpBlock().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups[1].Value);

        Assert.All(blocks, block => Assert.True(compiled.Any(code => code.Contains(Flat(block), StringComparison.Ordinal)), $"{page}:{Environment.NewLine}{block}"));
    }

    [Fact]
    public void Pages_WithCode_AreFound()
        => Assert.True(Pages().Count(row => CSharpBlock().IsMatch(File.ReadAllText(Repository.PathOf(row.Data)))) >= 3);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OnEveryPage_LeadToAFileAndAHeading(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;

        IEnumerable<string> links = LocalLink().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups[1].Value);

        Assert.All(links, link =>
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? Repository.PathOf(page) : Path.Combine(folder, parts[0]);
            Assert.True(Path.Exists(target), link);
            Assert.True(parts.Length == 1 || AnchorsOf(File.ReadAllText(target)).Contains(parts[1]), link);
        });
    }

    [Fact]
    public async Task Readme_Request_IsSentSignedAndFiled()
    {
        await using Service service = await Service.StartAsync();
        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await File.WriteAllBytesAsync("contract.pdf", Pdf.WithPages("#SIGN_BERT#"), TestContext.Current.CancellationToken);

            SignatureRequest sent = await ReadmeSnippets.SendAsync(service.Client);
            foreach (RequestedSigner signer in sent.Signers)
            {
                await service.Emulator.Signer(signer.SigningUrl).SignAsync(cancellationToken: TestContext.Current.CancellationToken);
            }

            await ReadmeSnippets.FileAsync(sent);

            Assert.True(File.Exists("contract.signed.pdf") && File.Exists("contract.audit.pdf"));
        });
    }

    [Fact]
    public async Task Readme_ExpressAndBriefcase_GiveLinks()
    {
        await using Service service = await Service.StartAsync();

        Uri express = await ReadmeSnippets.ExpressAsync(Request());
        Uri briefcase = await ReadmeSnippets.BriefcaseAsync(service.Client, Request(), Request());

        await service.Emulator.Signer(express).SignAsync(cancellationToken: TestContext.Current.CancellationToken);
        await service.Emulator.Signer(briefcase).SignAsync(cancellationToken: TestContext.Current.CancellationToken);

        SignatureRequestBuilder Request() => service.Client
            .NewSignatureRequest(OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf"))
            .Signer("Anna Example", anna => anna.Signature(at => at.Page(1).Position(100, 600)));
    }

    [Fact]
    public async Task Readme_Feed_TellsOfASignature()
    {
        await using Service service = await Service.StartAsync(options => options.TimeProvider = TimeProvider.System);
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        SignedDocumentId? told = null;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadmeSnippets.WatchAsync(
            service.Client,
            SignedFeedCheckpoint.StartingAt(DateTimeOffset.UtcNow.AddMinutes(-1)),
            document =>
            {
                told = document;
                return stop.CancelAsync();
            },
            stop.Token));

        Assert.Equal(signed, told);
    }

    [Fact]
    public async Task UsingTheClient_Save_SavesTheSignedCopy()
    {
        await using Service service = await Service.StartAsync();
        (_, SignedDocumentId signed) = await service.SignedByBothAsync();

        await CurrentFolder.InEmptyOneAsync(async () =>
        {
            await UsingTheClientSnippets.SaveAsync(service.Client, signed);

            Assert.True(File.Exists("contract.signed.pdf"));
        });
    }

    [Fact]
    public async Task UsingTheClient_Upload_Uploads()
    {
        await using Service service = await Service.StartAsync();

        SourceDocumentId document = await UsingTheClientSnippets.UploadAsync(service.Client, OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf"));

        Assert.NotNull(await service.Client.Documents.ExistsAsync(document, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void UsingTheClient_Register_GivesBothClients()
    {
        const string Key = "123456;123456-00000000-0000-4000-8000-000000000001;marketing";
        var services = new ServiceCollection();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["OkSign:Authorization"] = Key }).Build();

        UsingTheClientSnippets.Register(services, configuration, Key);

        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetService<OkSignClient>());
        Assert.NotNull(provider.GetKeyedService<OkSignClient>("tenant-a"));
    }

    [Fact]
    public async Task UsingTheClient_Mock_GivesWhatItWasTold()
    {
        IReadOnlyList<AccountUser> users = await UsingTheClientSnippets.Mock().Users.RetrieveAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Anna Example", Assert.Single(users).Name);
    }

    [Fact]
    public async Task Emulator_InProcess_GivesASignedDocument()
    {
        FormDescriptor descriptor = new()
        {
            Fields = [Service.Signature("SIG", Service.Anna, x: 72)],
            Signers = [new Signer { Id = Service.Anna, Name = "Anna Example" }],
        };

        SignedDocumentId signed = await EmulatorSnippets.InProcessAsync(OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf"), descriptor);

        Assert.NotEqual(default, signed);
    }

    [Fact]
    public async Task Emulator_Refusal_EndsSigningByThatLink()
    {
        await using Service service = await Service.StartAsync();
        SourceDocumentId document = await service.UploadAsync();
        IReadOnlyList<SigningLink> links = await service.Client.FormDescriptors.UploadAsync(
            document, Service.TwoSignersInOrder(), TestContext.Current.CancellationToken);

        await EmulatorSnippets.RefuseAsync(service.Emulator, links);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[0], "pen"));
    }

    [Fact]
    public async Task Emulator_Template_GivesASignedCopyForEachRound()
    {
        await using Service service = await Service.StartAsync();
        FormDescriptor descriptor = new()
        {
            Fields = [Service.Signature("SIG", Service.Anna, x: 72)],
            Signers = [new Signer { Id = Service.Anna, Name = "Anna Example", Mobile = "+32470000001" }],
        };

        IReadOnlyList<SignedDocumentId> signed = await EmulatorSnippets.TemplateAsync(service.Emulator, service.Client, Pdf.WithPages("x"), descriptor);

        Assert.Equal(2, signed.Distinct().Count());
    }

    [Fact]
    public async Task Emulator_Variants_Start()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(EmulatorSnippets.Variants(), TestContext.Current.CancellationToken);

        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task Emulator_MessagesAndCallbacks_TellOfASigning()
    {
        // Any server will do: this one answers 404.
        await using OkSignEmulator receiver = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using Service service = await Service.StartAsync(options => options.CallbackUrl = new Uri(receiver.BaseAddress, "callback"));
        FormDescriptor descriptor = new()
        {
            Fields = [Service.Signature("SIG", Service.Anna, x: 72)],
            Signers = [new Signer { Id = Service.Anna, Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001" }],
            Notifications = new NotificationSettings { Email = new EmailNotification { To = [Service.Anna], Subject = "Please sign" } },
        };
        await service.Client.FormDescriptors.UploadAsync(await service.UploadAsync(), descriptor, TestContext.Current.CancellationToken);

        await EmulatorSnippets.SignByMailAsync(service.Emulator);
        SentCallback callback = await EmulatorSnippets.CallbackAsync(service.Emulator);

        Assert.Equal(404, callback.StatusCode);
        Assert.Equal("/services/rest/callback", Assert.Single(receiver.Requests).Path);
    }

    [Fact]
    public async Task Emulator_BadDay_LosesTheAnswerAndNotTheDocument()
    {
        await using Service service = await Service.StartAsync();

        Assert.Equal(1, await EmulatorSnippets.BadDayAsync(service.Emulator, service.Client, OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf")));

        EmulatorSnippets.BadDays(service.Emulator);
        Assert.NotNull(service.Emulator.Faults.Source);
    }

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    /// <summary>The names under which a page's headings and marks are linked.</summary>
    private static HashSet<string> AnchorsOf(string page)
        => [
            .. Heading().Matches(page).Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
            .. Mark().Matches(page).Select(match => match.Groups[1].Value),
        ];

    [GeneratedRegex(@"\]\((?!https?:)([^)\s]+)\)")]
    private static partial Regex LocalLink();

    [GeneratedRegex(@"(?m)^#+ (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"<a id=""([^""]+)""")]
    private static partial Regex Mark();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
