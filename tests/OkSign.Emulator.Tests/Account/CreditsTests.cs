using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Account;

public class CreditsTests
{
    [Fact]
    public async Task Retrieve_HasAllMembers()
    {
        await using TestService service = await TestService.StartAsync(options => options.Credits = 12.5m);
        byte[] pdf = TestPdf.OnePage();
        await service.UploadAsync(pdf);

        JsonElement reason = (await service.GetAsync("v1/credits/retrieve")).Ok;

        Assert.Equal(12.5m, reason.GetProperty("quantity").GetDecimal());
        Assert.Equal("2027-12-31T23:59:59+01:00", reason.GetProperty("validuntil").GetString());
        Assert.Equal("PRO", reason.GetProperty("subscription").GetString());
        Assert.True(reason.GetProperty("paid").GetBoolean());
        Assert.Equal(pdf.Length, reason.GetProperty("account_size").GetInt64());
        Assert.True(reason.GetProperty("max_account_size").GetInt64() > 0);
    }

    [Fact]
    public async Task Retrieve_SignedCopies_CountAsStored()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();
        long expected = (await service.DownloadAsync(source)).Length + (await service.DownloadAsync(signed)).Length;

        Assert.Equal(expected, (await service.GetAsync("v1/credits/retrieve")).Ok.GetProperty("account_size").GetInt64());
    }

    [Fact]
    public async Task Retrieve_BareObjectAskedFor_HasNoEnvelope()
    {
        await using TestService service = await TestService.StartAsync(options => options.WireVariants.CreditsEnvelope = false);

        JsonElement answer = (await service.GetAsync("v1/credits/retrieve")).Json;

        Assert.Equal(125, answer.GetProperty("quantity").GetDecimal());
        Assert.False(answer.TryGetProperty("status", out _));
    }

    [Theory]
    [InlineData("pen", 1)]
    [InlineData("tan", 1)]
    [InlineData("eid", 1)]
    [InlineData("smartid", 1)]
    [InlineData("itsme", 3.2)]
    public async Task Sign_TakesThePriceOfTheMethod(string method, double price)
    {
        await using TestService service = await TestService.StartAsync();

        await service.SignedByAnnaAsync(Descriptors.AnnaSigns(method));

        Assert.Equal(125 - (decimal)price, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_ItsmeAgain_CostsLessInTheSameYearAndForTheSamePersonOnly()
    {
        await using TestService service = await TestService.StartAsync(options => options.Credits = 100);
        await service.SignedByAnnaAsync(Descriptors.AnnaSigns("itsme"));
        await service.SignedByAnnaAsync(Descriptors.AnnaSigns("itsme"));
        Assert.Equal(100 - 3.2m - 2.2m, service.Emulator.Credits);

        var other = Descriptors.AnnaSigns("itsme");
        other.FirstSigner()["email"] = "another.anna@example.com";
        await service.SignedByAnnaAsync(other);
        Assert.Equal(100 - 3.2m - 2.2m - 3.2m, service.Emulator.Credits);

        service.Time.Advance(TimeSpan.FromDays(366));
        await service.SignedByAnnaAsync(Descriptors.AnnaSigns("itsme"));
        Assert.Equal(100 - 3.2m - 2.2m - 3.2m - 3.2m, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_TooFewCredits_ThrowsAndChangesNothing()
    {
        await using TestService service = await TestService.StartAsync(options => options.Credits = 3.1m);
        string source = await service.UploadAsync();
        Uri link = (await service.DescribeAsync(source, Descriptors.AnnaSigns("itsme", "pen")))[Descriptors.Anna];

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(link));

        Assert.Equal("Signing with Itsme costs 3.2 credits and the account has 3.1 left.", error.Message);
        Assert.Equal(3.1m, service.Emulator.Credits);
        Assert.False((await service.GetAsync("v1/linkedlist/retrieve", source)).Ok.TryGetProperty("signed_docid", out _));
        await service.SignAsync(link, new SigningScript { Method = "pen" });
        Assert.Equal(2.1m, service.Emulator.Credits);
    }
}
