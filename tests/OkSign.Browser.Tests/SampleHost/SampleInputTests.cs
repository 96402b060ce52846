using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Emulator;

namespace OkSign.Browser.Tests.SampleHost;

/// <summary>What people type and choose that is wrong, and what strangers would like to try.</summary>
public sealed class SampleInputTests(Chromium chromium, SampleFixture sample) : IClassFixture<SampleFixture>
{
    private const string Script = "\"'><script>window.isHacked = true</script><img src=x onerror=\"window.isHacked = true\">";

    [Fact]
    public async Task Upload_OfNoPdf_IsToldBesideTheFileAndKeepsTheName()
    {
        using var folder = new TemporaryFolder();
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await File.WriteAllTextAsync(folder["letter.pdf"], "A letter that says that it is a PDF.", TestContext.Current.CancellationToken);
        await desk.GotoAsync("/contracts/new");

        await desk.ChooseAsync("My letter", folder["letter.pdf"]);
        await desk.SubmitUploadAsync();

        await Assertions.Expect(desk.Page.Locator("#file-problem")).ToHaveTextAsync("This is not a PDF. A Word document can be saved as one.");
        await Assertions.Expect(desk.Page.GetByLabel("Its name")).ToHaveValueAsync("My letter");
        await Assertions.Expect(desk.Page.GetByLabel("The contract, a PDF")).ToHaveAttributeAsync("aria-invalid", "true");
        await desk.AssertUsableAsync();
    }

    [Fact]
    public async Task Upload_OfNothing_IsToldBesideTheFile()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.GotoAsync("/contracts/new");

        await desk.SubmitUploadAsync();

        await Assertions.Expect(desk.Page.Locator("#file-problem")).ToHaveTextAsync("Choose a PDF.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_OfElevenMegabytes_IsToldByThePageAndByTheServer(bool withScript)
    {
        using var folder = new TemporaryFolder();
        await using IBrowserContext office = await chromium.NewVisitorAsync(new() { JavaScriptEnabled = withScript });
        Office desk = await Office.OpenAsync(sample.Application, office);
        byte[] content = new byte[11 * 1024 * 1024];
        "%PDF-1.7"u8.CopyTo(content);
        await File.WriteAllBytesAsync(folder["large.pdf"], content, TestContext.Current.CancellationToken);
        await desk.GotoAsync("/contracts/new");

        await desk.ChooseAsync("Large", folder["large.pdf"]);
        await desk.SubmitUploadAsync();

        await Assertions.Expect(desk.Page.Locator("#file-problem")).ToHaveTextAsync("The file has 11.0 MB; OKSign takes at most 10 MB.");
        await Assertions.Expect(desk.Page.GetByLabel("Its name")).ToHaveValueAsync("Large");
    }

    [Fact]
    public async Task Signers_WithMistakes_AreToldBesideTheFieldsAndKeepWhatWasTyped()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "", "anna.example.com");
        await desk.AddSignerAsync();
        await desk.NameAsync(2, "Bert Example");
        await desk.Signer(2).GetByLabel("From top").FillAsync("");

        await desk.SendAsync();

        await Assertions.Expect(desk.Signer(1)).ToContainTextAsync("A name is needed.");
        await Assertions.Expect(desk.Signer(1)).ToContainTextAsync("This is no e-mail address.");
        await Assertions.Expect(desk.Signer(1).GetByLabel("E-mail")).ToHaveValueAsync("anna.example.com");
        await Assertions.Expect(desk.Signer(2)).ToContainTextAsync("A distance is needed.");
        await Assertions.Expect(desk.Signer(2).GetByLabel("Name")).ToHaveValueAsync("Bert Example");
        await desk.AssertUsableAsync();

        // What only the document tells, the client finds before it sends anything.
        await desk.NameAsync(1, "Anna Example");
        await desk.Signer(1).GetByLabel("Page").FillAsync("9");
        await desk.Signer(2).GetByLabel("From top").FillAsync("820");
        await desk.SendAsync();

        await Assertions.Expect(desk.Signer(1)).ToContainTextAsync("There is no page 9: the document has 2 pages.");
        await Assertions.Expect(desk.Signer(1).GetByLabel("Page")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(desk.Signer(2)).ToContainTextAsync("The field does not fit on page 1");
        await Assertions.Expect(desk.Signer(2).GetByLabel("From top")).ToHaveValueAsync("820");
    }

    [Fact]
    public async Task Contract_WithoutSigner_IsNotSent()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Lease");
        await desk.Page.EvaluateAsync("document.querySelector('[data-signer]').remove()");

        await desk.SendAsync();

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "At least one signer is needed." })).ToBeVisibleAsync();
        await desk.AssertUsableAsync();
    }

    [Fact]
    public async Task Form_SentTwiceAtOnce_SendsTheContractOnce()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");

        // The first upload takes a while, so that the others come in meanwhile.
        int before = sample.Service.Requests.Count;
        sample.Service.Faults.Inject("Document.upload", EmulatorFault.Delay(TimeSpan.FromSeconds(1)));
        string[] ends = await desk.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const form = document.getElementById('prepare');
              const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
              return (await Promise.all([send(), send(), send()])).map(answer => answer.status + new URL(answer.url).pathname.replace(/[0-9a-f]{16}/, 'ID'));
            }
            """);

        Assert.Equal(Enumerable.Repeat("200/contracts/ID", 3), ends);
        Assert.Equal(["Document.upload", "FormDesc.upload"], sample.Service.Requests.Skip(before).Select(request => request.Operation));
    }

    [Fact]
    public async Task Script_InEveryText_IsShownAndNeverRun()
    {
        using var folder = new TemporaryFolder();
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        await office.AddInitScriptAsync("window.isHacked = false");
        Office desk = await Office.OpenAsync(sample.Application, office);
        List<string> dialogs = [];
        desk.Page.Dialog += (_, dialog) => dialogs.Add(dialog.Message);
        File.Copy(Office.ContractFile, folder["<img src=x onerror=alert(1)>.pdf"]);

        // As the file's name, which becomes the contract's.
        await desk.GotoAsync("/contracts/new");
        await desk.ChooseAsync("", folder["<img src=x onerror=alert(1)>.pdf"]);
        await desk.SubmitUploadAsync();
        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await AssertNotRunAsync();

        // As the names of contract and signers, first with a mistake, so that the form shows them again.
        await desk.UploadAsync(Script);
        await desk.NameAsync(1, Script, Script);
        await desk.SendAsync();
        await Assertions.Expect(desk.Signer(1).GetByLabel("E-mail")).ToHaveValueAsync(Script);
        await AssertNotRunAsync();
        await desk.NameAsync(1, Script, "hacker@example.com");
        await desk.SendAsync();
        await desk.StateIsAsync("Out for signature");
        await Assertions.Expect(desk.Page.Locator(".signers strong")).ToHaveTextAsync(Script);
        await AssertNotRunAsync();
        await desk.GotoAsync("/");
        await Assertions.Expect(desk.Page.Locator(".list li").First).ToContainTextAsync(Script);
        await AssertNotRunAsync();
        Assert.DoesNotContain("<script", Assert.Single(sample.Service.Messages, message => message.Recipient == "hacker@example.com").Body, StringComparison.Ordinal);

        async Task AssertNotRunAsync()
        {
            Assert.False(await desk.Page.EvaluateAsync<bool>("window.isHacked"));
            Assert.Empty(dialogs);
        }
    }

    [Theory]
    [InlineData("/contracts/0123456789abcdef")]
    [InlineData("/contracts/..%2f..%2fappsettings.json/document.pdf")]
    [InlineData("/contracts/%3Cscript%3E/signed.pdf")]
    [InlineData("/nothing")]
    public async Task Address_OfNothing_ShowsAPageThatSaysSo(string path)
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);

        IResponse? answer = await desk.Page.GotoAsync(sample.Application.Address.AbsoluteUri.TrimEnd('/') + path);

        Assert.Equal(404, answer?.Status);
        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("There is nothing here");
        await desk.AssertUsableAsync();
    }

    [Fact]
    public async Task Form_WithoutThisSitesToken_IsRefused()
    {
        await using IBrowserContext office = await chromium.NewVisitorAsync();
        Office desk = await Office.OpenAsync(sample.Application, office);
        await desk.UploadAsync("Lease");
        await desk.NameAsync(1, "Anna Example");
        await desk.Page.EvaluateAsync("document.getElementsByName('__RequestVerificationToken')[0].value = 'made up'");

        await desk.SendAsync();

        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("This page is not good any more");
    }
}
