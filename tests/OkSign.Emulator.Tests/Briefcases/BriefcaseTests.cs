using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Briefcases;

public class BriefcaseTests
{
    private const string Unknown = "123456-DEADBEEF-1111-2222-3333-444455556666";

    [Fact]
    public async Task Create_TwoDocuments_GivesATokenAndALinkForEachSigner()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign(), Descriptors.AnnaAndBertSign());

        JsonElement created = (await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids))).Ok;

        Assert.Matches("^123456-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", created.GetProperty("docid").GetString());
        JsonElement[] signers = [.. created.GetProperty("signersinfo").EnumerateArray()];
        Assert.Equal([Descriptors.Anna, Descriptors.Bert], signers.Select(signer => signer.GetProperty("id").GetString()));
        Assert.Equal(["Anna Example", "Bert Example"], signers.Select(signer => signer.GetProperty("name").GetString()));
        Assert.Equal(2, signers.Select(signer => signer.GetProperty("url").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Create_TokenAskedFor_GivesTheTokenAndRetrieveTheLinks()
    {
        await using TestService service = await TestService.StartAsync(options => options.WireVariants.BriefcaseAnswer = BriefcaseAnswer.Token);
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));

        string token = (await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids))).Ok.GetString()!;

        Dictionary<string, Uri> links = Tokeninfos.LinksOf((await service.GetAsync("v1/briefcase/retrieve", token)).Ok);
        await service.SignAsync(links[Descriptors.Anna]);
        Assert.True(await service.IsSignedAsync(docids[0]));
    }

    [Fact]
    public async Task Retrieve_Everything_IsTheTokeninfo()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns(), Descriptors.AnnaSigns());
        var briefcase = Tokeninfos.Briefcase(docids)
            .With("packagename", "Hiring pack")
            .With("callbackURL", "https://app.example.com/oksign/callback?secret=1")
            .With("returnURL", "http://app.example.com/done")
            .With("webhookURL", "HTTPS://app.example.com/webhook");
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(briefcase);

        JsonElement retrieved = (await service.GetAsync("v1/briefcase/retrieve", token)).Ok;

        Assert.Equal(links, Tokeninfos.LinksOf(retrieved));
        JsonObject tokeninfo = JsonNode.Parse(retrieved.GetRawText())!.AsObject();
        tokeninfo.Remove("signersinfo");
        Assert.True(JsonNode.DeepEquals(briefcase, tokeninfo), retrieved.GetRawText());
    }

    [Fact]
    public async Task Create_OtherLetterCaseAndUnknownMembers_IsAccepted()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());
        var briefcase = new JsonObject
        {
            ["Documents"] = new JsonArray(new JsonObject { ["DocID"] = docids[0], ["pages"] = 3 }),
            ["callbackurl"] = "https://app.example.com/callback",
            ["returnURL"] = null,
            ["unheardOf"] = new JsonArray(1),
        };

        (string token, _) = await service.CreateBriefcaseAsync(briefcase);

        JsonElement retrieved = (await service.GetAsync("v1/briefcase/retrieve", token)).Ok;
        Assert.Equal("https://app.example.com/callback", retrieved.GetProperty("callbackURL").GetString());
        Assert.False(retrieved.TryGetProperty("returnURL", out _));
        Assert.False(retrieved.TryGetProperty("packagename", out _));
    }

    [Theory]
    [InlineData("{}", "documents must have at least one document")]
    [InlineData("""{"documents": []}""", "documents must have at least one document")]
    [InlineData("""{"documents": {"docid": "1"}}""", "documents must be an array")]
    [InlineData("""{"documents": ["1"]}""", "documents[0] must be an object")]
    [InlineData("""{"documents": [{}]}""", "documents[0].docid is missing")]
    [InlineData("""{"documents": [{"docid": 7}]}""", "documents[0].docid must be a string")]
    [InlineData("""{"documents": [{"docid": "unknown"}]}""", "docid unknown: Document does not exist")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("", "not valid JSON")]
    public async Task Create_BadDocuments_IsRefused(string json, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        Answer answer = await service.SendAsync(HttpMethod.Post, "v1/briefcase/create", null, content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packagename", "7", "packagename must be a string")]
    [InlineData("callbackURL", "true", "callbackURL must be a string")]
    [InlineData("callbackURL", "\"\"", "callbackURL is not a valid URL")]
    [InlineData("callbackURL", "\"/oksign/callback\"", "callbackURL is not a valid URL")]
    [InlineData("returnURL", "\"app.example.com/done\"", "returnURL is not a valid URL")]
    [InlineData("returnURL", "\"javascript:alert(1)\"", "returnURL is not a valid URL")]
    [InlineData("webhookURL", "\"ftp://app.example.com/\"", "webhookURL is not a valid URL")]
    [InlineData("webhookURL", "\"https://\"", "webhookURL is not a valid URL")]
    public async Task Create_BadMember_IsRefused(string name, string value, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());

        Answer answer = await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids).With(name, JsonNode.Parse(value)));

        Assert.StartsWith(problem, answer.Problems, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await service.ActiveAsync()).Value.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Create_SeveralProblems_TellsAll()
    {
        await using TestService service = await TestService.StartAsync();
        string undescribed = await service.UploadAsync();
        (_, string signed) = await service.SignedByAnnaAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());

        Answer answer = await service.TryCreateBriefcaseAsync(
            Tokeninfos.Briefcase(undescribed, signed, docids[0], docids[0]).With("returnURL", "nowhere"));

        Assert.Equal(
            [
                $"documents[0].docid {undescribed}: The document has no form descriptor",
                $"documents[1].docid {signed}: The docid of the source document is needed, not that of the signed copy",
                $"documents[3].docid {docids[0]}: Document is already in the list",
                "returnURL is not a valid URL",
            ],
            answer.Problems.Split('\n'));
    }

    [Fact]
    public async Task Create_OtherSigners_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign(), Descriptors.AnnaSigns());

        Answer answer = await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        Assert.Equal(
            $"documents must all have the same signers; those of {docids[1]} differ from those of {docids[0]}", answer.Problems);
    }

    [Fact]
    public async Task Create_SameSignersInAnotherOrder_IsAccepted()
    {
        await using TestService service = await TestService.StartAsync();
        var turned = Descriptors.Of(
            [Descriptors.BertInfo(), Descriptors.AnnaInfo()],
            Descriptors.Signature("B", Descriptors.Bert, posY: 500),
            Descriptors.Signature("A", Descriptors.Anna, posY: 600));
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign(), turned);

        Assert.Equal("OK", (await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids))).Status);
    }

    [Fact]
    public async Task Create_DocumentOfAnotherBriefcase_IsRefusedUntilThatOneIsRemoved()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns(), Descriptors.AnnaSigns());
        (string token, _) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids[0]));

        Answer refused = await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await service.DeleteAsync("v1/briefcase/remove", token);
        Answer accepted = await service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        Assert.Equal($"documents[0].docid {docids[0]}: Document is already in another briefcase", refused.Problems);
        Assert.Equal("OK", accepted.Status);
    }

    [Fact]
    public async Task Create_SameDocumentManyTimesAtOnce_MakesOneBriefcase()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());

        Answer[] answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => service.TryCreateBriefcaseAsync(Tokeninfos.Briefcase(docids))));

        Assert.Single(answers, answer => answer.Status == "OK");
    }

    [Theory]
    [InlineData("briefcase", "Briefcase does not exist")]
    [InlineData("signexpress", "SignExpress session does not exist")]
    [InlineData("editorexpress", "EditorExpress session does not exist")]
    public async Task RetrieveAndRemove_UnknownToken_SaySoWithHttp200(string resource, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        foreach (Answer answer in new[]
        {
            await service.GetAsync($"v1/{resource}/retrieve", Unknown),
            await service.DeleteAsync($"v1/{resource}/remove", Unknown),
        })
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(problem, answer.Problems);
        }
    }

    [Theory]
    [InlineData("briefcase")]
    [InlineData("signexpress")]
    [InlineData("editorexpress")]
    public async Task RetrieveAndRemove_TokenInEitherHeader_IsFound(string resource)
    {
        await using TestService service = await TestService.StartAsync();
        string token = await TokenOfNewAsync(service, resource);
        (string, string) header = ("x-oksign-token", token);

        Answer retrievedByDocid = await service.GetAsync($"v1/{resource}/retrieve", token);
        Answer retrievedByToken = await service.GetAsync($"v1/{resource}/retrieve", null, header);
        Answer retrievedByBoth = await service.GetAsync($"v1/{resource}/retrieve", token, header);
        Answer removed = await service.SendAsync(HttpMethod.Delete, $"v1/{resource}/remove", null, null, header);
        Answer removedAgain = await service.DeleteAsync($"v1/{resource}/remove", token);

        Assert.Equal("OK", retrievedByDocid.Status);
        Assert.Equal(retrievedByDocid.Body, retrievedByToken.Body);
        Assert.Equal(retrievedByDocid.Body, retrievedByBoth.Body);
        Assert.Equal("", removed.Ok.GetString());
        Assert.EndsWith("does not exist", removedAgain.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("briefcase")]
    [InlineData("signexpress")]
    [InlineData("editorexpress")]
    public async Task Retrieve_NoTokenOrTwo_IsRefused(string resource)
    {
        await using TestService service = await TestService.StartAsync();
        string token = await TokenOfNewAsync(service, resource);

        Answer without = await service.GetAsync($"v1/{resource}/retrieve");
        Answer different = await service.GetAsync($"v1/{resource}/retrieve", token, ("x-oksign-token", Unknown));

        Assert.Equal("The header x-oksign-docid is missing", without.Problems);
        Assert.Equal("The headers x-oksign-docid and x-oksign-token name different tokens", different.Problems);
    }

    [Fact]
    public async Task RetrieveAndRemove_TokenOfAnotherKind_IsRefusedAndRemovesNothing()
    {
        await using TestService service = await TestService.StartAsync();
        string[] resources = ["briefcase", "signexpress", "editorexpress"];
        foreach (string resource in resources)
        {
            string token = await TokenOfNewAsync(service, resource);
            foreach (string other in resources.Except([resource]))
            {
                Assert.EndsWith("does not exist", (await service.GetAsync($"v1/{other}/retrieve", token)).Problems, StringComparison.Ordinal);
                Assert.EndsWith("does not exist", (await service.DeleteAsync($"v1/{other}/remove", token)).Problems, StringComparison.Ordinal);
            }

            Assert.Equal("OK", (await service.GetAsync($"v1/{resource}/retrieve", token)).Status);
        }
    }

    [Fact]
    public async Task Remove_Briefcase_EndsItsLinksAndLeavesTheDocuments()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        Uri own = (await service.DescribeAsync(docid, Descriptors.AnnaSigns("pen")))[Descriptors.Anna];
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docid));

        await service.DeleteAsync("v1/briefcase/remove", token);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(links[Descriptors.Anna].AbsolutePath)).StatusCode);
        Assert.Equal(1, Assert.Single(await service.ActiveAsync()).Value.GetProperty("status").GetInt32());
        await service.SignAsync(own);
        Assert.True(await service.IsSignedAsync(docid));
    }

    [Fact]
    public async Task RemoveDocument_OfTwo_StaysWithTheOther()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"), Descriptors.AnnaSigns("pen"));
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.DeleteAsync("v1/document/remove", docids[0]);

        JsonElement briefcase = (await service.GetAsync("v1/briefcase/retrieve", token)).Ok;
        Assert.Equal(docids[1], Assert.Single(briefcase.GetProperty("documents").EnumerateArray()).GetProperty("docid").GetString());
        Assert.Equal(links, Tokeninfos.LinksOf(briefcase));
        await service.SignAsync(links[Descriptors.Anna]);
        Assert.True(await service.IsSignedAsync(docids[1]));
    }

    [Fact]
    public async Task RemoveDocument_TheOnlyOne_RemovesTheBriefcase()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.DeleteAsync("v1/document/remove", docids[0]);

        Assert.Equal("Briefcase does not exist", (await service.GetAsync("v1/briefcase/retrieve", token)).Problems);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(links[Descriptors.Anna].AbsolutePath)).StatusCode);
        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    [Fact]
    public async Task RemoveDocument_SignedCopyAlone_StaysInTheBriefcase()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), Descriptors.AnnaAndBertSign("pen"));
        (string token, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        await service.SignAsync(links[Descriptors.Anna]);

        await service.DeleteAsync("v1/document/remove", await service.SignedIdAsync(docids[0]));

        Assert.Equal(2, (await service.GetAsync("v1/briefcase/retrieve", token)).Ok.GetProperty("documents").GetArrayLength());
        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));
        Assert.Contains("was removed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribeAgain_OtherSigners_IsRefusedAndTheSameAreNot()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        Answer others = await service.TryDescribeAsync(docids[0], Descriptors.AnnaAndBertSign());
        Answer same = await service.TryDescribeAsync(docids[0], Descriptors.AnnaSigns("tan"));

        Assert.Equal("The document is in a briefcase: its signers cannot change", others.Problems);
        Assert.Equal("OK", same.Status);
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Method = "tan" });
    }

    [Fact]
    public async Task Active_Briefcase_HasARowAndItsDocumentsStatus11()
    {
        await using TestService service = await TestService.StartAsync(options => options.Authorization = "123456;token;marketing");
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"), Descriptors.AnnaAndBertSign("pen"));
        service.Time.Advance(TimeSpan.FromMinutes(1));
        (string token, Dictionary<string, Uri> links) =
            await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids).With("packagename", "Hiring pack"));
        await service.SignAsync(links[Descriptors.Anna]);

        Dictionary<string, JsonElement> active = await service.ActiveAsync();

        Assert.Equal([.. docids, token], active.Keys);
        Assert.All(docids, docid => Assert.Equal(11, active[docid].GetProperty("status").GetInt32()));
        JsonElement row = active[token];
        Assert.Equal("Hiring pack", row.GetProperty("filename").GetString());
        Assert.Equal("owner@example.com", row.GetProperty("creator").GetString());
        Assert.Equal("2026-03-01T09:01:00+01:00", row.GetProperty("createdate").GetString());
        Assert.Equal(4, row.GetProperty("nbrOfSigaturesRequired").GetInt32());
        Assert.Equal(2, row.GetProperty("nbrOfSigaturesValid").GetInt32());
        Assert.Equal(10, row.GetProperty("status").GetInt32());
        Assert.False(row.GetProperty("reusable").GetBoolean());
        Assert.True(row.GetProperty("viaapi").GetBoolean());
        Assert.Equal("marketing", row.GetProperty("orgtoken").GetString());
        Assert.False(row.TryGetProperty("signed_docid", out _));
    }

    [Fact]
    public async Task Active_ReusableDocumentInABriefcase_IsReusableWithStatus11()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns().With("reusable", true));
        await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        JsonElement row = (await service.ActiveAsync())[docids[0]];

        Assert.Equal(11, row.GetProperty("status").GetInt32());
        Assert.True(row.GetProperty("reusable").GetBoolean());
    }

    [Fact]
    public async Task Active_AllHaveSigned_ListsTheBriefcaseNoMore()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    private static async Task<string> TokenOfNewAsync(TestService service, string resource)
    {
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns());
        return resource switch
        {
            "briefcase" => (await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids))).Token,
            "signexpress" => Tokeninfos.TokenOf(await service.CreateSignExpressAsync(Tokeninfos.SignExpress(Descriptors.Anna, docids))),
            _ => Tokeninfos.TokenOf(new Uri(
                (await service.PostAsync("v1/editorexpress/create", new JsonObject { ["docid"] = docids[0] })).Ok.GetString()!)),
        };
    }
}
