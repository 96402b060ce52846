using AspNetCoreHost.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace OkSign.Client.AspNetCore.Tests.Events;

/// <summary>The store of the sample.</summary>
public sealed class SqliteEventStoreTests : EventStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("oksign-store").FullName;

    public SqliteEventStoreTests()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", _folder)]).Build();
        Store = new SqliteEventStore(new Database(new DataFolder(configuration, new HostingEnvironment { ContentRootPath = _folder })));
    }

    protected override IOkSignEventStore Store { get; }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
