using OkSign.Client;
using SharedLimit;
using StackExchange.Redis;

namespace OkSign.EndToEnd.Tests.Snippets;

/// <summary>The code of docs/sharing-limits.md.</summary>
internal static class SharedLimitSnippets
{
    public static async Task<SourceDocumentId> UploadAsync(string address, OkSignCredentials credentials, Uri baseAddress, OkSignFile file)
    {
        await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(address);
        await using var limiter = new RedisWindowLimiter(redis, "oksign:123456:Document.upload", calls: 3, window: TimeSpan.FromSeconds(1));
        await using var oksign = OkSignClient.Create(credentials, options =>
        {
            options.BaseAddress = baseAddress;
            options.UseRateLimiter("Document.upload", limiter);
        });

        return await oksign.Documents.UploadAsync(file);
    }
}
