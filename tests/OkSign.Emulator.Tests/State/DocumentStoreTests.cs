using OkSign.Emulator.State;

namespace OkSign.Emulator.Tests.State;

public class DocumentStoreTests
{
    [Fact]
    public async Task UpdateAll_SameDocumentsInTheOtherOrder_DoNotBlockEachOther()
    {
        var store = new DocumentStore(new ChangeSignal());
        store.Add(Document("1"));
        store.Add(Document("2"));

        CancellationToken cancel = TestContext.Current.CancellationToken;
        await Task.WhenAll(Task.Run(() => UpdateOften("1", "2"), cancel), Task.Run(() => UpdateOften("2", "1"), cancel))
            .WaitAsync(TimeSpan.FromMinutes(1), cancel);

        void UpdateOften(params string[] ids)
        {
            for (int round = 0; round < 100_000; round++)
            {
                store.UpdateAll(ids, current => current);
            }
        }
    }

    [Fact]
    public void UpdateAll_OneDocumentMissing_ChangesNothing()
    {
        var store = new DocumentStore(new ChangeSignal());
        store.Add(Document("1"));

        Assert.Null(store.UpdateAll(["1", "2"], current => throw new InvalidTimeZoneException()));
    }

    [Fact]
    public void UpdateAll_SomeGivenBack_ChangesThese()
    {
        var store = new DocumentStore(new ChangeSignal());
        store.Add(Document("1"));
        store.Add(Document("2"));

        store.UpdateAll(["1", "2"], current => [current[1] with { FileName = "changed.pdf" }]);

        Assert.Equal(["a.pdf", "changed.pdf"], store.All().Select(document => document.FileName));
    }

    private static StoredDocument Document(string id) => new()
    {
        Id = id,
        FileName = "a.pdf",
        Pdf = [],
        Pages = [],
        UploadedAt = DateTimeOffset.UnixEpoch,
        Creator = "",
        OrganizationalToken = "",
    };
}
