using System.Globalization;
using System.Net;
using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class StoredDocumentTests
{
    [Fact]
    public async Task Download_Unsigned_IsTheSourceAndIsCounted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        byte[] pdf = TestPdf.OnePage();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(pdf));

        Answer answer = await service.GetAsync($"JSON/document/{registered.DocumentId}");

        Assert.Equal("application/pdf", answer.MediaType);
        Assert.Equal(pdf, answer.Body);
        Assert.Equal("1", await service.CounterAsync("actual", "acme.downloaded"));
    }

    [Fact]
    public async Task Download_OtherMediaType_IsThat()
    {
        await using DokumentService service = await DokumentService.StartAsync(
            options => options.Variants.DownloadMediaType = "application/octet-stream");
        Registered registered = await service.CreateAsync();

        Assert.Equal("application/octet-stream", (await service.GetAsync($"JSON/document/{registered.DocumentId}")).MediaType);
    }

    [Fact]
    public async Task Rest_Document_IsTheSameFileForTheKeyOnly()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        Answer answer = await service.GetAsync($"rest/document/{registered.DocumentId}");
        Answer without = await service.SendAsync(HttpMethod.Get, $"rest/document/{registered.DocumentId}", key: null);

        Assert.Equal(await service.DownloadAsync(registered.DocumentId), answer.Body);
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync("rest/document/nothing")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "JSON/document/nothing")]
    [InlineData("DELETE", "JSON/document/nothing")]
    [InlineData("GET", "JSON/document/metadata/nothing")]
    public async Task Operation_UnknownDocument_Is404(string method, string path)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        DokumentService.AssertRefused(await service.SendAsync(new HttpMethod(method), path), HttpStatusCode.NotFound, "err.not.found", "nothing");
    }

    [Fact]
    public async Task Delete_Document_TakesItsRequestsAlong()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        Answer answer = await service.DeleteAsync($"JSON/document/{registered.DocumentId}");

        Assert.Equal(
            $$"""{"message":"msg.deleted","result":"{{registered.DocumentId}}"}""", System.Text.Encoding.UTF8.GetString(answer.Body));
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync($"JSON/document/{registered.DocumentId}")).StatusCode);
        DokumentService.AssertRefused(
            await service.GetAsync(registered.Url.AbsoluteUri), HttpStatusCode.BadRequest, "err.signature.request.not.exist");
        Assert.Contains("no such signature request", (await service.RefusedAsync(registered)).Message, StringComparison.Ordinal);
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
    }

    [Fact]
    public async Task List_Row_HasAllMembersInTheirForms()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        JsonElement row = Assert.Single((await service.GetAsync("JSON/list/flat?state=*")).Json.EnumerateArray());

        long now = service.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(
            ["filename", "state", "modification", "id", "url", "date", "number", "group"], row.EnumerateObject().Select(member => member.Name));
        Assert.Equal("lease.pdf", row.GetProperty("filename").GetString());
        Assert.Equal("tosign", row.GetProperty("state").GetString());
        Assert.Equal("2026-03-02 09:15:04", row.GetProperty("modification").GetString());
        Assert.Equal(registered.DocumentId, row.GetProperty("id").GetString());
        Assert.Equal($"{service.Service.BaseAddress}rest/document/{registered.DocumentId}", row.GetProperty("url").GetString());
        Assert.Equal(now, row.GetProperty("date").GetInt64());
        Assert.Equal(now.ToString(CultureInfo.InvariantCulture), row.GetProperty("number").GetString());
        Assert.Equal("api_user", row.GetProperty("group").GetString());
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?state=", 3)]
    [InlineData("?state=*", 3)]
    [InlineData("?state=%2A", 3)]
    [InlineData("?state=signed", 1)]
    [InlineData("?state=canceled", 1)]
    [InlineData("?state=tosign", 1)]
    [InlineData("?state=tags", 0)]
    [InlineData("?state=SIGNED", 0)]
    public async Task List_State_Filters(string query, int expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        await service.CreateAsync();
        await service.SignAsync(await service.CreateAsync());
        await service.CancelAsync(await service.CreateAsync());

        Assert.Equal(expected, (await service.GetAsync($"JSON/list/flat{query}")).Json.GetArrayLength());
    }

    [Fact]
    public async Task List_SeveralDocuments_AreInTheOrderOfUploadWithDifferentNumbers()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered[] registered = [await service.CreateAsync(), await service.CreateAsync(), await service.CreateAsync()];

        JsonElement[] rows = [.. (await service.GetAsync("JSON/list/flat")).Json.EnumerateArray()];

        Assert.Equal(registered.Select(each => each.DocumentId), rows.Select(row => row.GetProperty("id").GetString()));
        Assert.Equal(3, rows.Select(row => row.GetProperty("number").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Info_AfterSigning_MovesTheDateAndKeepsTheNumber()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync(DokumentService.NewRequest(fileName: null));
        JsonElement before = (await service.GetAsync($"JSON/document/metadata/{registered.DocumentId}")).Json;
        service.Time.Advance(TimeSpan.FromHours(2));
        await service.SignAsync(registered);

        JsonElement after = (await service.GetAsync($"JSON/document/metadata/{registered.DocumentId}")).Json;

        Assert.Equal(["filename", "state", "modification", "id", "date", "number"], after.EnumerateObject().Select(member => member.Name));
        Assert.Matches(@"^[0-9a-f-]{36}\.pdf$", after.GetProperty("filename").GetString());
        Assert.Equal("signed", after.GetProperty("state").GetString());
        Assert.Equal("2026-03-02 11:15:04", after.GetProperty("modification").GetString());
        Assert.Equal(before.GetProperty("date").GetInt64() + 7_200_000, after.GetProperty("date").GetInt64());
        Assert.Equal(before.GetProperty("number").GetString(), after.GetProperty("number").GetString());
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29 01:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29 03:00:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25 02:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25 02:00:00")]
    public async Task Info_Modification_IsTheTimeOfBratislava(string utc, string expected)
    {
        await using DokumentService service = await DokumentService.StartAsync();
        service.Time.SetUtcNow(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));
        Registered registered = await service.CreateAsync();

        JsonElement info = (await service.GetAsync($"JSON/document/metadata/{registered.DocumentId}")).Json;

        Assert.Equal(expected, info.GetProperty("modification").GetString());
    }

    [Fact]
    public async Task Counter_AfterSomeMonths_CountsInAllAndByMonth()
    {
        await using DokumentService service = await DokumentService.StartAsync(options =>
        {
            options.AccountName = "a.b";
            options.SignatureRequests = 10;
        });
        Registered first = await service.CreateAsync();
        await service.CreateAsync(DokumentService.NextRound(first.DocumentId, changeState: false));
        await service.DownloadAsync(first.DocumentId);
        service.Time.SetUtcNow(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero));
        await service.CreateAsync();
        await service.DeleteAsync($"JSON/document/{first.DocumentId}");

        string json = System.Text.Encoding.UTF8.GetString((await service.GetAsync("JSON/counter")).Body);

        Assert.Equal(
            """
            {"actual":{"a.b.storedFiles":"1","a.b.deleted.f":"1","a.b.usedSignatureRequests":"3","a.b.downloaded":"1","a.b.availableSignatureRequests":"7"},
            "downloaded":{"2026.3.a.b":"1"},
            "files":{"2026.3.a.b":"1","2026.4.a.b":"1"},
            "deleted.f":{"2026.4.a.b":"1"},
            "signatureRequests":{"2026.3.a.b":"2","2026.4.a.b":"1"}}
            """.ReplaceLineEndings(""),
            json);
    }
}
