using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Documents;

public class DocumentListTests
{
    private const string Start = "2026-03-01T09:00:00+01:00";

    [Fact]
    public async Task Active_NothingUploaded_IsEmpty()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    [Fact]
    public async Task Active_EmptyArrayAskedFor_IsAnEmptyArray()
    {
        await using TestService service = await TestService.StartAsync(
            options => options.WireVariants.EmptyReason = EmptyReason.EmptyArray);

        Assert.Equal(0, (await service.GetAsync("v1/documents/active")).Ok.GetArrayLength());
    }

    [Fact]
    public async Task Active_HalfSignedDocument_HasAllMembers()
    {
        await using TestService service = await TestService.StartAsync(options => options.Authorization = "123456;token;marketing");
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);

        JsonElement row = Assert.Single((await service.GetAsync("v1/documents/active")).Ok.EnumerateArray());

        Assert.Equal(source, row.GetProperty("docid").GetString());
        Assert.Equal("contract.pdf", row.GetProperty("filename").GetString());
        Assert.Equal("owner@example.com", row.GetProperty("creator").GetString());
        Assert.Equal(Start, row.GetProperty("createdate").GetString());
        Assert.Equal(2, row.GetProperty("nbrOfSigaturesRequired").GetInt32());
        Assert.Equal(1, row.GetProperty("nbrOfSigaturesValid").GetInt32());
        Assert.Equal(1, row.GetProperty("status").GetInt32());
        Assert.False(row.GetProperty("reusable").GetBoolean());
        Assert.True(row.GetProperty("viaapi").GetBoolean());
        Assert.Equal("marketing", row.GetProperty("orgtoken").GetString());
        Assert.Equal(await service.SignedIdAsync(source), row.GetProperty("signed_docid").GetString());
    }

    [Fact]
    public async Task Active_UnsignedDocument_HasNoSignedDocid()
    {
        await using TestService service = await TestService.StartAsync();
        await service.UploadAsync();

        JsonElement row = Assert.Single((await service.GetAsync("v1/documents/active")).Ok.EnumerateArray());

        Assert.False(row.TryGetProperty("signed_docid", out _));
    }

    [Fact]
    public async Task Active_AllHaveSigned_IsNotListed()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SignedByAnnaAsync();

        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    [Fact]
    public async Task Active_ReusableDocument_IsStillListedWhenAllHaveSigned()
    {
        await using TestService service = await TestService.StartAsync();
        var descriptor = Descriptors.AnnaSigns("pen");
        descriptor["reusable"] = true;
        await service.SignedByAnnaAsync(descriptor);

        JsonElement row = Assert.Single((await service.GetAsync("v1/documents/active")).Ok.EnumerateArray());

        Assert.True(row.GetProperty("reusable").GetBoolean());
        Assert.Equal(12, row.GetProperty("status").GetInt32());
        Assert.Equal(0, row.GetProperty("nbrOfSigaturesValid").GetInt32());
    }

    [Fact]
    public async Task Signed_TwoSignings_HasARowForEach()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        var descriptor = Descriptors.AnnaAndBertSign("pen");
        var city = Descriptors.Field("Text", "CITY", Descriptors.Anna);
        descriptor["fields"]!.AsArray().Add(city);
        Dictionary<string, Uri> links = await service.DescribeAsync(source, descriptor);
        await service.SignAsync(links[Descriptors.Anna], new SigningScript { Values = Values("CITY", "Ghent") });
        service.Time.Advance(TimeSpan.FromMinutes(15));
        await service.SignAsync(links[Descriptors.Bert]);

        JsonElement[] rows = [.. (await SignedBetween(service, Start, "2026-03-01T10:00:00Z")).Ok.EnumerateArray()];

        Assert.Equal(2, rows.Length);
        Assert.All(rows, row => Assert.Equal(source, row.GetProperty("source_docid").GetString()));
        string signed = await service.SignedIdAsync(source);
        Assert.All(rows, row => Assert.Equal(signed, row.GetProperty("signed_docid").GetString()));
        Assert.All(rows, row => Assert.Equal("contract.pdf", row.GetProperty("filename").GetString()));
        Assert.All(rows, row => Assert.NotEmpty(row.GetProperty("source").GetString()!));
        Assert.All(rows, row => Assert.Equal(2, row.GetProperty("nbrOfSigaturesRequired").GetInt32()));
        Assert.Equal([1, 2], rows.Select(row => row.GetProperty("nbrOfSigaturesValid").GetInt32()));
        Assert.Equal([Descriptors.Anna, Descriptors.Bert], rows.Select(row => row.GetProperty("signerid").GetString()));
        Assert.Equal([Start, "2026-03-01T09:15:00+01:00"], rows.Select(row => row.GetProperty("ts").GetString()));
        Assert.Equal("""[{"name":"CITY","value":"Ghent"}]""", rows[0].GetProperty("fields_completed").GetRawText());
        Assert.Equal("[]", rows[1].GetProperty("fields_completed").GetRawText());
        Assert.Equal($$"""[{"signerid":"{{Descriptors.Anna}}","credits":1}]""", rows[0].GetProperty("creditsinfo").GetRawText());
        Assert.Equal(2, rows[1].GetProperty("creditsinfo").GetArrayLength());
    }

    [Theory]
    [InlineData("2026-03-01T08:59:59+01:00", "2026-03-01T09:00:00+01:00", true)]
    [InlineData("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z", true)]
    [InlineData("2026-03-01T09:00:01+01:00", "2026-03-01T10:00:00+01:00", false)]
    [InlineData("2026-03-01T08:00:00+01:00", "2026-03-01T08:59:59+01:00", false)]
    public async Task Signed_Window_IncludesBothEnds(string start, string end, bool isListed)
    {
        await using TestService service = await TestService.StartAsync();
        await service.SignedByAnnaAsync();

        JsonElement reason = (await SignedBetween(service, start, end)).Ok;

        Assert.Equal(isListed ? JsonValueKind.Array : JsonValueKind.String, reason.ValueKind);
    }

    [Theory]
    [InlineData("", Start, "x-oksign-starttime is missing")]
    [InlineData(Start, "", "x-oksign-endtime is missing")]
    [InlineData("yesterday", Start, "x-oksign-starttime is not")]
    [InlineData(Start, "2026-03-01T10:00:00", "x-oksign-endtime is not")]
    [InlineData(Start, "2026-02-30T10:00:00+01:00", "x-oksign-endtime is not")]
    [InlineData(Start, "2026-03-01T10:00:00 01:00", "x-oksign-endtime is not")]
    [InlineData(Start, "2026-03-01T08:59:59+01:00", "is before")]
    public async Task Signed_BadWindow_IsRefused(string start, string end, string problem)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await SignedBetween(service, start, end);

        Assert.Contains(problem, answer.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkedList_ByEitherId_LinksBoth()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();

        foreach (string docid in new[] { source, signed })
        {
            JsonElement link = (await service.GetAsync("v1/linkedlist/retrieve", docid)).Ok;
            Assert.Equal(source, link.GetProperty("source_docid").GetString());
            Assert.Equal(signed, link.GetProperty("signed_docid").GetString());
        }
    }

    [Fact]
    public async Task LinkedList_TimestampIsOfTheUploadAndThenOfTheFirstSignature()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));
        service.Time.Advance(TimeSpan.FromMinutes(5));

        JsonElement unsigned = (await service.GetAsync("v1/linkedlist/retrieve", source)).Ok;
        Assert.Equal(Start, unsigned.GetProperty("ts").GetString());
        Assert.False(unsigned.TryGetProperty("signed_docid", out _));

        await service.SignAsync(links[Descriptors.Anna]);
        service.Time.Advance(TimeSpan.FromMinutes(5));
        await service.SignAsync(links[Descriptors.Bert]);

        JsonElement signed = (await service.GetAsync("v1/linkedlist/retrieve", source)).Ok;
        Assert.Equal("2026-03-01T09:05:00+01:00", signed.GetProperty("ts").GetString());
    }

    [Fact]
    public async Task LinkedList_UnknownDocument_IsOkAndEmpty()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Equal("", (await service.GetAsync("v1/linkedlist/retrieve", "unknown")).Ok.GetString());
    }

    private static Dictionary<string, string> Values(string name, string value) => new() { [name] = value };

    private static Task<Answer> SignedBetween(TestService service, string start, string end)
    {
        (string, string)[] headers = [("x-oksign-starttime", start), ("x-oksign-endtime", end)];
        return service.GetAsync("v1/documents/signed", null, [.. headers.Where(header => header.Item2.Length > 0)]);
    }
}
