using System.Text;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class SmsCodeTests
{
    [Fact]
    public async Task SendCode_AndItsCode_Signs()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("tan"));
        Uri link = links[Descriptors.Anna];

        Answer sent = await service.PostJsonAsync(link.AbsolutePath, "", """{"action": "sendCode"}""");

        string code = sent.Ok.GetProperty("code").GetString()!;
        Assert.Equal("+32470000001", sent.Ok.GetProperty("mobile").GetString());
        SentMessage message = Assert.Single(service.Emulator.Messages);
        Assert.Equal((MessageKind.Sms, "+32470000001", source), (message.Kind, message.Recipient, message.DocumentId));
        Assert.Equal(link, message.SigningLink);
        Assert.Contains(code, message.Subject, StringComparison.Ordinal);
        await service.SignAsync(link, new SigningScript { Code = code });
    }

    [Theory]
    [InlineData("wrong", "The code is wrong.")]
    [InlineData(" ", "The code is missing.")]
    public async Task Sign_WithAnotherCode_Throws(string code, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribedAsync(Descriptors.AnnaSigns("tan"))).Links[Descriptors.Anna];
        await service.PostJsonAsync(link.AbsolutePath, "", """{"action": "sendCode"}""");

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link, new SigningScript { Code = code }));

        Assert.Equal(problem, error.Message);
        Assert.Equal(125, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_WithACodeForAnotherNumber_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribedAsync(Descriptors.AnnaSigns("tan"))).Links[Descriptors.Anna];
        Answer sent = await service.PostJsonAsync(link.AbsolutePath, "", """{"action": "sendCode", "mobile": "+32470000099"}""");

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(
            () => service.SignAsync(link, new SigningScript { Code = sent.Ok.GetProperty("code").GetString() }));

        Assert.Equal("No code was sent to +32470000001 yet.", error.Message);
    }

    [Fact]
    public async Task SendCode_MethodNotAllowed_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribedAsync(Descriptors.AnnaSigns("pen"))).Links[Descriptors.Anna];

        Answer answer = await service.PostJsonAsync(link.AbsolutePath, "", """{"action": "sendCode"}""");

        Assert.Contains("may not be signed with tan", answer.Problems, StringComparison.Ordinal);
        Assert.Empty(service.Emulator.Messages);
    }

    [Fact]
    public async Task PostedForm_SendCode_ShowsThePageWithTheCodeAndWhatWasEntered()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("tan");
        descriptor["fields"]!.AsArray().Add(Descriptors.Field("Text", "CITY", Descriptors.Anna));
        Uri link = (await service.DescribedAsync(descriptor)).Links[Descriptors.Anna];
        using var form = new FormUrlEncodedContent([new("action", "sendCode"), new("field:CITY", "Ghent")]);

        Answer answer = await service.SendAsync(HttpMethod.Post, link.AbsolutePath, null, form);

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("Simulated: the code for &#x2B;32470000001 is", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ghent\"", page, StringComparison.Ordinal);
    }
}
