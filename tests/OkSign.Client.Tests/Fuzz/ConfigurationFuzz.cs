using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Settings as an administrator may write them: the client is made of them, or the message names the key.</summary>
internal static class ConfigurationFuzz
{
    private static readonly string[] Keys =
    [
        "BaseAddress", "MaxDocumentSize", "AttemptTimeout", "IdleTimeout", "Retry", "Retry:MaxRetries", "Retry:BaseDelay", "Retry:MaxDelay", "Wire", "Wire:Operations",
        "Wire:Operations:Contacts.remove", "Wire:Operations:Contacts.remove:Method", "Wire:Operations:Contacts.remove:ListMember", "Wire:Operations:Contacts.remove:FallbackPath",
        "Wire:Operations:EmailTemplates.retrieve:Path", "Wire:Operations:EmailTemplates.retrieve:FallbackPath", "Wire:Operations:Briefcase.retrieve:Headers", "Wire:Operations:Briefcase.retrieve:Headers:x-oksign-docid",
        "Wire:Operations:Documents.signed:AnswerMembers:source", "Wire:Operations:Orgtokeninfo.update:RequestMembers:callbackURL", "Wire:Operations:No.such:Path", "Credentials", "Other",
    ];

    private static readonly string?[] Values =
    [
        null, "", " ", "0", "1", "-1", "11", "10", "1.5", "99999999999999999999", "00:00:01", "00:00:00", "-00:00:01", "1.00:00:00", "1.00:00:01", "10675199.02:48:05.4775807", "25:61:61", "true", "null",
        "https://www.oksign.be/services/rest/", "http://localhost:5000/rest", "http://oksign.example/", "https://a@b/", "https://a.example/?x", "https://[::1]/", "https://[", "//x", "/x", "ftp://x/", "https://\ud800/",
        "DELETE", "GET ", "G\u00cbT", "/v1/thing", "v1/thing", "/v1/../x", "/v1/%2e%2e/x", "//x.example/", "/v1/{x}", "x-other", "authorization", "x-oksign-authorization", "content-type",
    ];

    private static readonly string[] Authorizations = [Sample.KeyText, "1;2;3", ";;", "012345;a b;c", $"012345;{Sample.Token}", $"{Sample.Token};{Sample.Token};{Sample.Token}", $"1;{Sample.Token};\u00e9"];

    public static FuzzTarget Target { get; } = new("configuration", Share: 1, Make) { FixedAllocation = 512 * 1024 };

    private static FuzzCase Make(Random random)
    {
        string authorization = random.OneIn(4) ? random.Pick(Authorizations) : Sample.KeyText;
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["OkSign:Authorization"] = random.OneIn(8) ? TextMaker.Mutate(random, authorization) : authorization,
        };
        for (int setting = random.Next(4); setting > 0; setting--)
        {
            settings[$"OkSign:{random.Pick(Keys)}"] = random.OneIn(4) ? TextMaker.Mutate(random, random.Pick(Values) ?? "") : random.Pick(Values);
        }

        return new FuzzCase(
            settings.Sum(static setting => setting.Key.Length + (setting.Value?.Length ?? 0)),
            () => string.Join(Environment.NewLine, settings.Select(static setting => $"{setting.Key} = {TextMaker.Show(setting.Value)}")),
            () => Task.FromResult(Feed(settings)));
    }

    private static bool Feed(Dictionary<string, string?> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using ServiceProvider services = new ServiceCollection().AddOkSign(configuration.GetSection("OkSign")).Services.BuildServiceProvider();
        try
        {
            return services.GetRequiredService<OkSignClient>() is not null;
        }
        catch (OptionsValidationException exception)
        {
            Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
            Assert.All(exception.Failures, static failure => Assert.StartsWith("OkSign:", failure, StringComparison.Ordinal));
            return false;
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("OkSign:", StringComparison.Ordinal))
        {
            // The binder's own: a text that is no number, time or address. It names the key, too.
            return false;
        }
    }
}
