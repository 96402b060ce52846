namespace OkSign.Client.Tests;

public sealed class FindRecentUploadTests : IDisposable
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly StubNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task Find_DocumentsOfThatNameSinceThen_NewestFirst()
    {
        Answers(
            Row(1, "contract.pdf", Since.AddMinutes(1)),
            Row(2, "other.pdf", Since.AddMinutes(2)),
            Row(3, "Contract.PDF", Since.AddMinutes(3)),
            Row(4, "contract.pdf", Since.AddDays(-1)));

        Assert.Equal([3, 1], await FindAsync("contract.pdf"));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public async Task Find_ClocksThatDiffer_AreToleratedForFiveMinutes(int seconds, bool isFound)
    {
        Answers(Row(1, "contract.pdf", Since.AddSeconds(seconds)));

        Assert.Equal(isFound ? [1] : [], await FindAsync("contract.pdf"));
    }

    [Theory]
    [InlineData("Überlassung – 2026.pdf", "Uberlassung - 2026.pdf")]
    [InlineData("Überlassung – 2026.pdf", "Überlassung – 2026.pdf")]
    [InlineData("offer.docx", "offer.docx")]
    [InlineData("offer.docx", "offer.pdf")]
    public async Task Find_NameAsTheServiceHasIt_IsRecognised(string uploaded, string listed)
    {
        Answers(Row(1, listed, Since));

        Assert.Equal([1], await FindAsync(uploaded));
    }

    [Fact]
    public async Task Find_WhatIsNoUploadOfOurs_IsLeftOut()
    {
        Answers(
            Row(1, "contract.pdf", Since, ", \"status\": 10"),
            Row(2, "contract.pdf", Since, ", \"status\": 14"),
            Row(3, "contract.pdf", Since, ", \"viaapi\": false"),
            Row(4, "contract.pdf", Since, ", \"status\": 11, \"viaapi\": true"));

        Assert.Equal([4], await FindAsync("contract.pdf"));
    }

    [Fact]
    public async Task Find_RowThatDoesNotTellItsTime_IsKept()
    {
        Answers($$"""{ "docid": "{{Id(1)}}", "filename": "contract.pdf" }""");

        Assert.Equal([1], await FindAsync("contract.pdf"));
    }

    [Fact]
    public async Task Find_Nothing_IsEmpty()
    {
        _network.AnswersReason("\"\"");

        Assert.Empty(await FindAsync("contract.pdf"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb.pdf")]
    [InlineData("folder/contract.pdf")]
    public async Task Find_NoFileName_IsRefusedBeforeAnythingIsSent(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => FindAsync(name));

        Assert.Empty(_network.Requests);
    }

    [Fact]
    public async Task Find_EarliestTimeThereIs_IsNoOverflow()
    {
        Answers(Row(1, "contract.pdf", Since));

        Assert.Equal([1], await FindAsync("contract.pdf", DateTimeOffset.MinValue));
    }

    private static string Id(int number) => $"012345-6f0a3b5e-0000-4000-8000-00000000000{number}";

    private static string Row(int number, string name, DateTimeOffset at, string more = "")
        => $$"""{ "docid": "{{Id(number)}}", "filename": "{{name}}", "createdate": "{{at:o}}"{{more}} }""";

    private void Answers(params string[] rows) => _network.AnswersReason($"[{string.Join(",", rows)}]");

    private async Task<IEnumerable<int>> FindAsync(string name, DateTimeOffset? since = null)
    {
        await using OkSignClient client = TestClient.Over(_network);
        IReadOnlyList<ActiveDocument> found = await client.Documents.FindRecentUploadAsync(name, since ?? Since, TestContext.Current.CancellationToken);
        return found.Select(static document => document.Id!.Value.ToString()[^1] - '0');
    }
}
