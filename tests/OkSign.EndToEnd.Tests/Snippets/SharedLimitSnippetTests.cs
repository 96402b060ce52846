using OkSign.Client;
using OkSign.EndToEnd.Tests.TestData;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/sharing-limits.md does what it says.</summary>
public sealed class SharedLimitSnippetTests
{
    [Fact]
    public async Task SharedLimit_OfOneProgram_LetsAnUploadThrough()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Service service = await Service.StartAsync();

        SourceDocumentId document = await SharedLimitSnippets.UploadAsync(
            redis.Address,
            OkSignCredentials.Parse(service.Emulator.Authorization),
            service.Emulator.BaseAddress,
            OkSignFile.FromBytes(Pdf.WithPages("x"), "a.pdf"));

        Assert.NotEmpty(document.Value);
    }
}
