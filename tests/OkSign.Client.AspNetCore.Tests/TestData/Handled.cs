namespace OkSign.Client.AspNetCore.Tests.TestData;

/// <summary>What the application's handler was told, and what it is to do about it.</summary>
internal sealed class Handled
{
    private readonly object _gate = new();
    private readonly List<object> _events = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the handler does; nothing unless set.</summary>
    public Func<object, CancellationToken, Task> Behaviour { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Everything that came, failed or not.</summary>
    public IReadOnlyList<object> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    public IEnumerable<SignaturePlaced> Signatures => All.OfType<SignaturePlaced>();

    public IEnumerable<DocumentCompleted> Completions => All.OfType<DocumentCompleted>();

    public async Task TakeAsync(object occurred, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _events.Add(occurred);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await Behaviour(occurred, cancellationToken);
    }

    /// <summary>Waits until so many have come.</summary>
    public async Task CountAsync(int count)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_events.Count >= count)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
