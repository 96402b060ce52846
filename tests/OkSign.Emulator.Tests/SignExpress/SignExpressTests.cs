using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.SignExpress;

public class SignExpressTests
{
    [Fact]
    public async Task Create_Session_GivesAUrlThatEndsInTheToken()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());

        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));

        Assert.Equal(service.Emulator.BaseAddress.Authority, url.Authority);
        Assert.Matches("^123456-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", Tokeninfos.TokenOf(url));
        Assert.Equal("OK", (await service.GetAsync("v1/signexpress/retrieve", Tokeninfos.TokenOf(url))).Status);
    }

    [Fact]
    public async Task Create_TokenAskedFor_GivesTheToken()
    {
        await using TestService service = await TestService.StartAsync(options => options.WireVariants.SignExpressAnswer = SessionAnswer.Token);
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));

        string token = (await service.TryCreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids))).Ok.GetString()!;

        Assert.Equal("OK", (await service.GetAsync("v1/signexpress/retrieve", token)).Status);
        await service.SignAsync(new Uri(service.Emulator.BaseAddress, $"/sign/{token}"));
        Assert.True(await service.IsSignedAsync(docids[0]));
    }

    [Fact]
    public async Task Create_UrlAndTokenAskedFor_GivesBoth()
    {
        await using TestService service = await TestService.StartAsync(
            options => options.WireVariants.SignExpressAnswer = SessionAnswer.UrlAndToken);
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));

        JsonElement created = (await service.TryCreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids))).Ok;

        var url = new Uri(created.GetProperty("url").GetString()!);
        Assert.Equal(Tokeninfos.TokenOf(url), created.GetProperty("token").GetString());
        await service.SignAsync(url);
    }

    [Fact]
    public async Task Retrieve_Everything_IsTheTokeninfo()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns(), Descriptors.AnnaAndBertSign());
        var session = Tokeninfos.SignExpress(Descriptors.Anna, docids)
            .With("validity", 30)
            .With("callbackURL", "https://app.example.com/callback")
            .With("returnURL", "https://app.example.com/done");
        Uri url = await service.CreateSignExpressAsync(session);

        JsonElement retrieved = (await service.GetAsync("v1/signexpress/retrieve", Tokeninfos.TokenOf(url))).Ok;

        Assert.True(JsonNode.DeepEquals(session, JsonNode.Parse(retrieved.GetRawText())), retrieved.GetRawText());
    }

    [Fact]
    public async Task Retrieve_WithoutValidity_TellsTheDefault()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));

        JsonElement retrieved = (await service.GetAsync("v1/signexpress/retrieve", Tokeninfos.TokenOf(url))).Ok;

        Assert.Equal(90, retrieved.GetProperty("validity").GetInt32());
        Assert.False(retrieved.TryGetProperty("returnURL", out _));
    }

    [Theory]
    [InlineData("validity", "0", "validity must be 1 to 3650 days")]
    [InlineData("validity", "-1", "validity must be 1 to 3650 days")]
    [InlineData("validity", "3651", "validity must be 1 to 3650 days")]
    [InlineData("validity", "1.5", "validity must be a whole number, not 1.5")]
    [InlineData("validity", "1e300", "validity must be a whole number")]
    [InlineData("validity", "\"30\"", "validity must be a number")]
    [InlineData("signerid", "null", "signerid is missing")]
    [InlineData("signerid", "\"\"", "signerid is empty")]
    [InlineData("signerid", "7", "signerid must be a string")]
    [InlineData("documents", "[]", "documents must have at least one document")]
    [InlineData("documents", "[{\"docid\": \"unknown\"}]", "documents[0].docid unknown: Document does not exist")]
    [InlineData("callbackURL", "\"/callback\"", "callbackURL is not a valid URL")]
    [InlineData("returnURL", "\"mailto:anna@example.com\"", "returnURL is not a valid URL")]
    public async Task Create_BadMember_IsRefused(string name, string value, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());

        Answer answer = await service.TryCreateSignExpressAsync(
            Tokeninfos.SignExpress(Descriptors.Anna, docids).With(name, JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_BadDocuments_TellsAll()
    {
        await using TestService service = await TestService.StartAsync();
        string undescribed = await service.UploadAsync();
        (_, string signed) = await service.SignedByAnnaAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns(), Descriptors.AnnaAndBertSign());

        Answer answer = await service.TryCreateSignExpressAsync(
            Tokeninfos.SignExpress(Descriptors.Bert, undescribed, signed, docids[0], docids[1], docids[1]));

        Assert.Equal(
            [
                $"documents[0].docid {undescribed}: The document has no form descriptor",
                $"documents[1].docid {signed}: The docid of the source document is needed, not that of the signed copy",
                $"documents[2].docid {docids[0]}: Document has no signer \"{Descriptors.Bert}\"",
                $"documents[4].docid {docids[1]}: Document is already in the list",
            ],
            answer.Problems.Split('\n'));
    }

    [Fact]
    public async Task Create_DocumentOfABriefcaseOrAnotherSession_IsAccepted()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign());
        await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        Uri one = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));
        Uri other = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));

        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task Sign_SessionLink_SignsAllItsDocumentsForThatSignerOnly()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), Descriptors.AnnaSigns("pen"));
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));

        await service.SignAsync(url);

        Assert.True(await service.IsSignedAsync(docids[1]));
        JsonElement row = Assert.Single(await service.ActiveAsync()).Value;
        Assert.Equal(1, row.GetProperty("nbrOfSigaturesValid").GetInt32());
        Assert.Equal(1, row.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData(null, 90)]
    [InlineData(1, 1)]
    [InlineData(3650, 3650)]
    public async Task Sign_UntilTheLastMoment_WorksAndNotAfter(int? validity, int days)
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        Uri[] urls =
        [
            await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids[0]).With("validity", validity)),
            await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids[1]).With("validity", validity)),
        ];

        service.Time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromTicks(1));
        await service.SignAsync(urls[0]);
        service.Time.Advance(TimeSpan.FromTicks(1));
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(urls[1]));

        Assert.Equal($"The signing link has expired: it was valid for {days} days.", error.Message);
        Assert.True(await service.IsSignedAsync(docids[0]));
        Assert.False(await service.IsSignedAsync(docids[1]));
        Assert.Equal(124, service.Emulator.Credits);
    }

    [Fact]
    public async Task ExpiredLink_InABrowserAndByPost_SaysSo()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids).With("validity", 2));
        service.Time.Advance(TimeSpan.FromDays(2));
        using var form = new FormUrlEncodedContent([new("method", "")]);

        Answer page = await service.GetAsync(url.AbsolutePath);
        Answer posted = await service.SendAsync(HttpMethod.Post, url.AbsolutePath);
        Answer postedForm = await service.SendAsync(HttpMethod.Post, url.AbsolutePath, null, form);

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("expired", Encoding.UTF8.GetString(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", Encoding.UTF8.GetString(page.Body), StringComparison.Ordinal);
        Assert.Contains("expired", posted.Problems, StringComparison.Ordinal);
        Assert.Contains("expired", Encoding.UTF8.GetString(postedForm.Body), StringComparison.Ordinal);
        Assert.False(await service.IsSignedAsync(docids[0]));
        Assert.Equal("OK", (await service.GetAsync("v1/signexpress/retrieve", Tokeninfos.TokenOf(url))).Status);
    }

    [Fact]
    public async Task Sign_Twice_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen").With("reusable", true));
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));
        await service.SignAsync(url);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(url));

        Assert.Equal("The signing link was used already.", error.Message);
        Assert.Equal(HttpStatusCode.Gone, (await service.GetAsync(url.AbsolutePath)).StatusCode);
        Assert.Equal(124, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_TwoSessionsOfOneSignerAtOnce_SignsOnce()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        Uri[] urls =
        [
            await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids)),
            await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids)),
        ];

        Exception?[] errors = await Task.WhenAll(urls.Select(url => Record.ExceptionAsync(() => service.SignAsync(url)).AsTask()));

        Assert.Single(errors, error => error is null);
        Assert.Equal(123, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_RefusedOnce_StillWorks()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids));
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(url, new SigningScript { Method = "eid" }));

        await service.SignAsync(url);

        Assert.True(await service.IsSignedAsync(docids[0]));
    }

    [Fact]
    public async Task Sign_SignerRemovedFromADocument_SignsNone()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), Descriptors.AnnaAndBertSign("pen"));
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Bert, docids));
        await service.DescribeAsync(docids[1], Descriptors.AnnaSigns("pen"));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(url));

        Assert.Equal("The signer was removed from the document.", error.Message);
        Assert.False(await service.IsSignedAsync(docids[0]));
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(url.AbsolutePath)).StatusCode);
    }

    [Fact]
    public async Task Remove_Session_EndsItsLinkAndLeavesTheDocuments()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Uri own = (await service.DescribeAsync(source, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        Uri url = await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, source));

        await service.DeleteAsync("v1/signexpress/remove", Tokeninfos.TokenOf(url));

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(url));
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(url.AbsolutePath)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.SendAsync(HttpMethod.Post, url.AbsolutePath)).StatusCode);
        await service.SignAsync(own);
    }

    [Fact]
    public async Task RemoveDocument_OfTwoAndThenTheLast_ShrinksAndRemovesTheSession()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        string token = Tokeninfos.TokenOf(await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids)));

        await service.DeleteAsync("v1/document/remove", docids[0]);
        JsonElement one = (await service.GetAsync("v1/signexpress/retrieve", token)).Ok;
        await service.DeleteAsync("v1/document/remove", docids[1]);

        Assert.Equal(docids[1], Assert.Single(one.GetProperty("documents").EnumerateArray()).GetProperty("docid").GetString());
        Assert.Equal("SignExpress session does not exist", (await service.GetAsync("v1/signexpress/retrieve", token)).Problems);
    }
}
