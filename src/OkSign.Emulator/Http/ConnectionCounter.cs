using Microsoft.AspNetCore.Connections;

namespace OkSign.Emulator.Http;

/// <summary>Counts TCP connections, from when they are accepted until the server has done with them.</summary>
internal sealed class ConnectionCounter
{
    private readonly object _gate = new();
    private readonly List<(int AtMost, TaskCompletionSource Reached)> _waiting = [];
    private int _open;
    private int _total;

    public int Open => Volatile.Read(ref _open);

    public int Total => Volatile.Read(ref _total);

    public async Task CountAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        Change(1);
        try
        {
            await next(connection);
        }
        finally
        {
            Change(-1);
        }
    }

    public Task FallenToAsync(int atMost, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_open <= atMost)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((atMost, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    private void Change(int by)
    {
        lock (_gate)
        {
            _open += by;
            _total += Math.Max(by, 0);
            foreach ((_, TaskCompletionSource reached) in _waiting.Where(waiting => _open <= waiting.AtMost))
            {
                reached.SetResult();
            }

            _waiting.RemoveAll(waiting => _open <= waiting.AtMost);
        }
    }
}
