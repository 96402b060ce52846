using Microsoft.Playwright;
using OkSign.Browser.Tests.TestData;
using OkSign.Client;

namespace OkSign.Browser.Tests.SigningPage;

public sealed class HostileTextTests(Chromium chromium)
{
    private const string Script = "\"'></textarea></script></title><script>window.ran = true</script><img src=x onerror=\"window.ran = true\">{{1+1}}";

    [Fact]
    public async Task Page_ScriptInEveryText_ShowsItAndDoesNotRunIt()
    {
        await using Service service = await Service.StartAsync();
        (_, Dictionary<SignerId, string> links) = await service.SendAsync(
            new FormDescriptor
            {
                Fields =
                [
                    Contract.Field(InputType.Text, $"text {Script}", 305) with { Value = Script },
                    Contract.Field(InputType.TextArea, $"area {Script}", 335) with { Value = Script, Height = 40 },
                    Contract.Field(InputType.Select, $"select {Script}", 395) with { SelectOptions = [Script, "b"], Value = Script },
                    Contract.Field(InputType.Text, $"fixed {Script}", 430) with { Value = Script, IsReadOnly = true },
                    Contract.Field(InputType.CheckBox, $"box {Script}", 460),
                    Contract.Field(InputType.Text, $"other {Script}", 500) with { SignerId = Contract.Bert },
                    Contract.Signature($"sign {Script}", Contract.Anna, x: 72),
                    Contract.Signature($"others {Script}", Contract.Bert, x: 330),
                ],
                Signers =
                [
                    new Signer { Id = Contract.Anna, Name = $"Anna {Script}", ActingAs = Script },
                    new Signer { Id = Contract.Bert, Name = $"Bert {Script}" },
                ],
            },
            fileName: $"name {Script.Replace('/', '-')}.pdf");
        await using IBrowserContext visitor = await chromium.NewVisitorAsync();
        SignerPage anna = await SignerPage.OpenAsync(visitor, links[Contract.Anna]);

        await anna.Page.Locator(".sign-here").ClickAsync();
        await anna.ChooseAsync("Handwritten");
        await anna.ChooseAsync("Type");
        await anna.Page.GetByLabel("Type your name").FillAsync("<img src=x onerror=\"window.ran = true\">");
        await anna.PlaceAsync();

        await Assertions.Expect(anna.Page.GetByLabel("text \"'>")).ToHaveValueAsync(Script);
        await Assertions.Expect(anna.Page.Locator("h1")).ToContainTextAsync("<script>window.ran = true");
        await Assertions.Expect(anna.Page.Locator(".handwritten")).ToContainTextAsync("<img src=x");
        await anna.Page.Locator(".refuse summary").ClickAsync();
        await anna.Page.GetByLabel("Reason").FillAsync(Script);
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Refuse", Exact = true }).ClickAsync();
        await anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Refused" }).WaitForAsync();

        Assert.Empty(anna.Errors);
        Assert.False(await anna.Page.EvaluateAsync<bool>("() => window.ran === true"));
    }
}
