using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.EditorExpress;

public class EditorExpressTests
{
    private const string Create = "v1/editorexpress/create";

    [Fact]
    public async Task Create_Session_GivesAUrlThatEndsInTheToken()
    {
        await using TestService service = await TestService.StartAsync();

        Uri url = await CreateAsync(service, await service.UploadAsync());

        Assert.Equal(service.Emulator.BaseAddress.Authority, url.Authority);
        Assert.Matches("^123456-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", Tokeninfos.TokenOf(url));
        Assert.Equal("OK", (await service.GetAsync("v1/editorexpress/retrieve", Tokeninfos.TokenOf(url))).Status);
    }

    [Fact]
    public async Task Create_TokenAskedFor_GivesTheToken()
    {
        await using TestService service = await TestService.StartAsync(options => options.WireVariants.EditorExpressAnswer = SessionAnswer.Token);

        string token = (await service.PostAsync(Create, Session(await service.UploadAsync()))).Ok.GetString()!;

        Assert.Equal("OK", (await service.GetAsync("v1/editorexpress/retrieve", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync($"/editor/{token}")).StatusCode);
    }

    [Fact]
    public async Task Create_UrlAndTokenAskedFor_GivesBoth()
    {
        await using TestService service = await TestService.StartAsync(
            options => options.WireVariants.EditorExpressAnswer = SessionAnswer.UrlAndToken);

        JsonElement created = (await service.PostAsync(Create, Session(await service.UploadAsync()))).Ok;

        var url = new Uri(created.GetProperty("url").GetString()!);
        Assert.Equal(Tokeninfos.TokenOf(url), created.GetProperty("token").GetString());
    }

    [Fact]
    public async Task Create_DocidInTheHeader_IsFoundToo()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        var header = new Uri((await service.PostJsonAsync(Create, docid, "{}")).Ok.GetString()!);
        var both = new Uri((await service.PostJsonAsync(Create, docid, Session(docid).ToJsonString())).Ok.GetString()!);

        foreach (Uri url in new[] { header, both })
        {
            JsonElement tokeninfo = (await service.GetAsync("v1/editorexpress/retrieve", Tokeninfos.TokenOf(url))).Ok;
            Assert.Equal(docid, tokeninfo.GetProperty("docid").GetString());
        }
    }

    [Fact]
    public async Task Create_DifferentDocids_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.PostJsonAsync(Create, await service.UploadAsync(), Session(await service.UploadAsync()).ToJsonString());

        Assert.Equal("docid is not the one of the header x-oksign-docid", answer.Problems);
    }

    [Theory]
    [InlineData("{}", "docid is missing")]
    [InlineData("""{"docid": ""}""", "docid is empty")]
    [InlineData("""{"docid": 7}""", "docid must be a string")]
    [InlineData("""{"docid": "unknown"}""", "Document does not exist")]
    [InlineData("[]", "The body must be a JSON object")]
    [InlineData("""{"docid": "x", "showAnonymousSigners": 1}""", "showAnonymousSigners must be true or false")]
    [InlineData("""{"docid": "x", "showMeSigner": "true"}""", "showMeSigner must be true or false")]
    [InlineData("""{"docid": "x", "showSigningOptions": {}}""", "showSigningOptions must be true or false")]
    [InlineData("""{"docid": "x", "showTeammembers": []}""", "showTeammembers must be true or false")]
    public async Task Create_BadBody_IsRefused(string json, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        Answer answer = await service.SendAsync(HttpMethod.Post, Create, null, content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(problem, answer.Problems);
    }

    [Fact]
    public async Task Create_SignedDocid_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync();

        Answer answer = await service.PostAsync(Create, Session(signed));

        Assert.Equal("The docid of the source document is needed, not that of the signed copy", answer.Problems);
    }

    [Fact]
    public async Task Retrieve_Everything_IsTheTokeninfo()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject session = Session(await service.UploadAsync())
            .With("showAnonymousSigners", true)
            .With("showMeSigner", false)
            .With("showSigningOptions", true)
            .With("showTeammembers", false);
        var url = new Uri((await service.PostAsync(Create, session)).Ok.GetString()!);

        JsonElement retrieved = (await service.GetAsync("v1/editorexpress/retrieve", Tokeninfos.TokenOf(url))).Ok;

        Assert.True(JsonNode.DeepEquals(session, JsonNode.Parse(retrieved.GetRawText())), retrieved.GetRawText());
    }

    [Fact]
    public async Task Retrieve_WithoutFlags_HasNone()
    {
        await using TestService service = await TestService.StartAsync();
        Uri url = await CreateAsync(service, await service.UploadAsync());

        JsonElement retrieved = (await service.GetAsync("v1/editorexpress/retrieve", Tokeninfos.TokenOf(url))).Ok;

        Assert.Equal("docid", Assert.Single(retrieved.EnumerateObject()).Name);
    }

    [Fact]
    public async Task EditorLink_Get_ShowsTheDescriptorEncoded()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen").With("filename", "a&b<c>.pdf");
        descriptor.FirstSigner()["name"] = "</textarea><script>alert(1)</script>";
        string[] docids = await service.DescribedAllAsync(descriptor);

        Answer answer = await service.GetAsync((await CreateAsync(service, docids[0])).AbsolutePath);

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Equal("text/html", answer.MediaType);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("a&amp;b&lt;c&gt;.pdf", page, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(descriptor, JsonNode.Parse(TextOf(page))), TextOf(page));
    }

    [Fact]
    public async Task EditorLink_SavedAsItIsShown_KeepsTheDescriptor()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaAndBertSign("pen"));
        Uri url = await CreateAsync(service, docids[0]);
        string before = await RetrievedAsync(service, docids[0]);
        string text = TextOf(Encoding.UTF8.GetString((await service.GetAsync(url.AbsolutePath)).Body));

        await PostFormAsync(service, url, text);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse(await RetrievedAsync(service, docids[0]))));
    }

    [Fact]
    public async Task EditorLink_DocumentWithoutDescriptor_ShowsAnEmptyOneAndTakesTheFirst()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        Uri url = await CreateAsync(service, docid);
        string shown = TextOf(Encoding.UTF8.GetString((await service.GetAsync(url.AbsolutePath)).Body));

        Answer answer = await PostFormAsync(service, url, Descriptors.AnnaSigns("pen").ToJsonString());

        Assert.Empty(JsonNode.Parse(shown)!["fields"]!.AsArray());
        Assert.Contains("Saved", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        Assert.Contains("SIG_ANNA", await RetrievedAsync(service, docid), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EditorLink_Post_ReplacesTheDescriptorAndKeepsTheLinksOfSigners(bool isForm)
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(docid, Descriptors.AnnaSigns("pen"));
        Uri url = await CreateAsync(service, docid);
        string edited = Descriptors.AnnaAndBertSign("tan").ToJsonString();

        Answer answer = isForm ? await PostFormAsync(service, url, edited) : await service.PostJsonAsync(url.AbsolutePath, "", edited);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JsonElement retrieved = JsonDocument.Parse(await RetrievedAsync(service, docid)).RootElement;
        Assert.Equal(2, retrieved.GetProperty("fields").GetArrayLength());
        Assert.Equal(links[Descriptors.Anna].AbsoluteUri, retrieved.GetProperty("signersinfo")[0].GetProperty("url").GetString());
        await service.SignAsync(new Uri(retrieved.GetProperty("signersinfo")[1].GetProperty("url").GetString()!), new SigningScript { Mobile = "+32470000002" });
    }

    [Fact]
    public async Task EditorLink_PostedFormWithProblems_ShowsThemWithTheTextAndChangesNothing()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        Uri url = await CreateAsync(service, docids[0]);
        string before = await RetrievedAsync(service, docids[0]);
        var wrong = Descriptors.AnnaSigns("pen");
        wrong.FirstField()["pagenbr"] = 9;
        wrong.FirstField()["inputtype"] = "<b>";

        Answer answer = await PostFormAsync(service, url, wrong.ToJsonString());

        string page = Encoding.UTF8.GetString(answer.Body);
        Assert.Contains("<li>fields[0].inputtype &quot;&lt;b&gt;&quot; is not known</li>", page, StringComparison.Ordinal);
        Assert.Equal(wrong.ToJsonString(), TextOf(page));
        Assert.Equal(before, await RetrievedAsync(service, docids[0]));
    }

    [Theory]
    [InlineData("", "The body is not valid JSON")]
    [InlineData("{", "The body is not valid JSON")]
    [InlineData("[]", "The body must be a JSON object")]
    [InlineData("{}", "fields must have at least one field")]
    public async Task EditorLink_PostOfNoDescriptor_IsRefused(string text, string problem)
    {
        await using TestService service = await TestService.StartAsync();
        Uri url = await CreateAsync(service, await service.UploadAsync());

        Answer form = await PostFormAsync(service, url, text);
        Answer json = await service.PostJsonAsync(url.AbsolutePath, "", text);

        Assert.Contains($"<li>{problem}</li>", Encoding.UTF8.GetString(form.Body), StringComparison.Ordinal);
        Assert.Equal(problem, json.Problems);
    }

    [Fact]
    public async Task EditorLink_PostOfAnotherKind_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        Uri url = await CreateAsync(service, await service.UploadAsync());
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");

        Answer answer = await service.SendAsync(HttpMethod.Post, url.AbsolutePath, null, content);

        Assert.Contains("content-type", answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditorLink_LargestDescriptorInAForm_IsTakenAndALargerFormIsNot()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        Uri url = await CreateAsync(service, docid);

        // Every quote is three bytes in a form.
        string largest = Descriptors.AnnaSigns("pen").With("comment", new string('\'', 1_000_000)).ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Answer taken = await PostFormAsync(service, url, largest);
        Answer refused = await PostFormAsync(service, url, largest + new string('\'', 100_000));

        Assert.Contains("Saved", Encoding.UTF8.GetString(taken.Body), StringComparison.Ordinal);
        Assert.Contains("larger than", refused.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditorLink_SignedDocument_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, _) = await service.SignedByAnnaAsync();
        Uri url = await CreateAsync(service, source);

        Answer answer = await service.PostJsonAsync(url.AbsolutePath, "", Descriptors.AnnaSigns("pen").ToJsonString());

        Assert.Equal("The document is signed already: its form descriptor cannot be replaced", answer.Problems);
    }

    [Fact]
    public async Task EditorLink_DocumentInABriefcase_KeepsItsSigners()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(Descriptors.AnnaSigns("pen"));
        await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));
        Uri url = await CreateAsync(service, docids[0]);

        Answer answer = await service.PostJsonAsync(url.AbsolutePath, "", Descriptors.AnnaAndBertSign().ToJsonString());

        Assert.Equal("The document is in a briefcase: its signers cannot change", answer.Problems);
    }

    [Theory]
    [InlineData("v1/editorexpress/remove")]
    [InlineData("v1/document/remove")]
    public async Task EditorLink_SessionOrDocumentRemoved_IsNotValid(string removal)
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        Uri url = await CreateAsync(service, docid);
        Uri other = await CreateAsync(service, await service.UploadAsync());

        await service.DeleteAsync(removal, removal.Contains("document", StringComparison.Ordinal) ? docid : Tokeninfos.TokenOf(url));

        Answer page = await service.GetAsync(url.AbsolutePath);
        Answer form = await PostFormAsync(service, url, "{}");
        Answer json = await service.PostJsonAsync(url.AbsolutePath, "", "{}");
        Assert.All([page, form, json], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal("EditorExpress session does not exist", (await service.GetAsync("v1/editorexpress/retrieve", Tokeninfos.TokenOf(url))).Problems);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(other.AbsolutePath)).StatusCode);
    }

    private static JsonObject Session(string docid) => new() { ["docid"] = docid };

    private static async Task<Uri> CreateAsync(TestService service, string docid)
        => new((await service.PostAsync(Create, Session(docid))).Ok.GetString()!);

    private static async Task<Answer> PostFormAsync(TestService service, Uri url, string descriptor)
    {
        using var form = new FormUrlEncodedContent([new("descriptor", descriptor)]);
        return await service.SendAsync(HttpMethod.Post, url.AbsolutePath, null, form);
    }

    private static async Task<string> RetrievedAsync(TestService service, string docid)
        => (await service.GetAsync("v1/formdesc/retrieve", docid)).Ok.GetRawText();

    /// <summary>What a browser would show in the text box: it drops the first line break.</summary>
    private static string TextOf(string page)
    {
        int start = page.IndexOf('>', page.IndexOf("<textarea", StringComparison.Ordinal)) + 2;
        return WebUtility.HtmlDecode(page[start..page.IndexOf("</textarea>", StringComparison.Ordinal)]);
    }
}
