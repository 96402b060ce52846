using OkSign.Client;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Makes calls of one service ready.</summary>
/// <param name="clientOf">The client of that service.</param>
internal sealed class Calls<TClient>(Func<CellClient, TClient> clientOf)
{
    public Task<Work> ReadAsync<T>(Func<TClient, CancellationToken, Task<T>> read)
        => Task.FromResult(new Work(async (cell, context) => await read(clientOf(cell), context.Token)));

    public Task<Work> ReadAsync<TId, T>(TId id, Func<TClient, TId, CancellationToken, Task<T>> read)
        => ReadAsync((client, token) => read(client, id, token));

    public Task<Work> DownloadAsync<TId>(TId id, Func<TClient, TId, CancellationToken, Task<PdfDownload>> open)
        => Task.FromResult(new Work(async (cell, context) =>
        {
            await using PdfDownload download = await open(clientOf(cell), id, context.Token);
            context.Begin();
            await download.CopyToAsync(Stream.Null, context.Token);
            return null;
        }));

    public Work Doing(Func<TClient, CancellationToken, Task> work, Func<Task<int>>? effects = null)
        => new(
            async (cell, context) =>
            {
                await work(clientOf(cell), context.Token);
                return null;
            },
            effects);

    public Work Making<T>(Func<TClient, CancellationToken, Task<T>> work, Func<Task<int>>? effects = null)
        => new(async (cell, context) => await work(clientOf(cell), context.Token), effects);

    public Work Removing(Func<TClient, CancellationToken, Task> remove, Func<Task<object?>> look)
        => Doing(remove, async () =>
        {
            try
            {
                return await look() is null ? 1 : 0;
            }
            catch (OkSignNotFoundException)
            {
                return 1;
            }
        });
}
