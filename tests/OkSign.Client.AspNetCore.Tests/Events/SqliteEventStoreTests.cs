using AspNetCoreHost.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace OkSign.Client.AspNetCore.Tests.Events;

/// <summary>The store of the sample.</summary>
public sealed class SqliteEventStoreTests : EventStoreContract, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("oksign-store").FullName;
    private readonly Database _database;

    public SqliteEventStoreTests()
    {
        _database = Open();
        Store = new SqliteEventStore(_database);
    }

    protected override IOkSignEventStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_OpenedAgain_HasWhatWasThere()
    {
        await Store.AddAsync(new StoredEvent("pending", "kind", "{}", Attempts: 0), Now, Cancel);
        await Store.AddAsync(new StoredEvent("completed", "kind", "{}", Attempts: 0), Now, Cancel);
        await Store.CompleteAsync(new StoredEvent("completed", "kind", "", Attempts: 0), Now, Cancel);
        await Store.WriteCheckpointAsync("feed", "1", Cancel);

        var again = new SqliteEventStore(Open());

        Assert.Equal(["pending"], await again.ListDueAsync(Now, 10, Cancel));
        Assert.True(await again.IsCompletedAsync("completed", Cancel));
        Assert.Equal("1", await again.ReadCheckpointAsync("feed", Cancel));
    }

    [Fact]
    public async Task Complete_OfAnEvent_ForgetsWhatItSaidOfPeople()
    {
        await Store.AddAsync(new StoredEvent("key", "kind", "anna@example.com", Attempts: 0), Now, Cancel);

        await Store.CompleteAsync(new StoredEvent("key", "kind", "", Attempts: 0), Now, Cancel);

        await using SqliteConnection connection = _database.Open();
        await using SqliteCommand payloads = connection.CreateCommand();
        payloads.CommandText = "SELECT payload FROM events";
        Assert.Equal("", await payloads.ExecuteScalarAsync(Cancel));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Database Open()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", _folder)]).Build();
        return new Database(new DataFolder(configuration, new HostingEnvironment { ContentRootPath = _folder }));
    }
}
