using System.Threading.Channels;
using OkSign.Emulator.Faults;
using OkSign.Emulator.Http;

namespace OkSign.Emulator;

/// <summary>
/// Says which requests go wrong, and how. For each request: first the faults that <see cref="Inject"/> queued for its operation, then that of
/// <see cref="InjectAlways"/>, then <see cref="Source"/>. Signing links and callbacks are not touched. Thread-safe.
/// </summary>
public sealed class EmulatorFaults
{
    private readonly object _gate = new();
    private readonly SortedSet<string> _operations = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _okDokumentOperations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<EmulatorFault>> _queued = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmulatorFault> _always = new(StringComparer.Ordinal);
    private readonly Channel<RecordedRequest> _held = Channel.CreateUnbounded<RecordedRequest>();
    private TaskCompletionSource _release = NewRelease();

    internal EmulatorFaults()
    {
    }

    /// <summary>The service's names of all operations of OKSign, sorted.</summary>
    public IReadOnlyCollection<string> Operations => _operations;

    /// <summary>The names of all operations of OKdokument, such as <c>OkDokument.Upload</c>, sorted.</summary>
    public IReadOnlyCollection<string> OkDokumentOperations => _okDokumentOperations;

    /// <summary>
    /// Asked for every request of any operation, by its name, one request at a time: the fault that it meets, or null for none.
    /// </summary>
    public Func<string, EmulatorFault?>? Source
    {
        get
        {
            lock (_gate)
            {
                return field;
            }
        }

        set
        {
            lock (_gate)
            {
                field = value;
            }
        }
    }

    /// <summary>Lets the next requests of an operation that have no fault yet meet one.</summary>
    /// <param name="operation">The name of the operation, such as <c>Document.upload</c> or <c>OkDokument.Upload</c>.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public void Inject(string operation, EmulatorFault fault, int times = 1)
    {
        CheckName(operation);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_gate)
        {
            if (!_queued.TryGetValue(operation, out Queue<EmulatorFault>? queue))
            {
                _queued[operation] = queue = new Queue<EmulatorFault>();
            }

            for (int time = 0; time < times; time++)
            {
                queue.Enqueue(fault);
            }
        }
    }

    /// <summary>Lets every request of an operation meet a fault from now on, in place of the one that was set before.</summary>
    /// <param name="operation">The name of the operation, such as <c>Document.upload</c> or <c>OkDokument.Upload</c>.</param>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void InjectAlways(string operation, EmulatorFault fault)
    {
        CheckName(operation);
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _always[operation] = fault;
        }
    }

    /// <summary>
    /// Sets <see cref="Source"/> to a bad day: a share of all requests meets a fault of a kind that ends by itself, half of them after the work
    /// where both are possible.
    /// </summary>
    /// <param name="share">The share of the requests, 0 to 1.</param>
    /// <param name="seed">The same seed gives the same faults to the same sequence of requests.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not 0 to 1.</exception>
    public void InjectRandomly(double share, int seed)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be 0 to 1.");
        }

        Source = new RandomFaults(share, seed).Draw;
    }

    /// <summary>Forgets all faults, also <see cref="Source"/>, and resets the connections of the requests that are held.</summary>
    public void Clear()
    {
        TaskCompletionSource release;
        lock (_gate)
        {
            _queued.Clear();
            _always.Clear();
            Source = null;
            (release, _release) = (_release, NewRelease());
        }

        release.SetResult();
    }

    /// <summary>
    /// Waits for the next request that is held by a fault: by a delay, or until its client goes away. Each is told once, in order, also when it
    /// was held before this was called. So a test knows when to move its clock.
    /// </summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>The request, as <see cref="OkSignEmulator.Requests"/> tells it at that moment.</returns>
    public Task<RecordedRequest> HeldAsync(CancellationToken cancellationToken = default) => _held.Reader.ReadAsync(cancellationToken).AsTask();

    /// <summary>Is done when what is held now is let go.</summary>
    internal Task Released
    {
        get
        {
            lock (_gate)
            {
                return _release.Task;
            }
        }
    }

    internal void Know(Operation operation)
        => (operation.Service == Service.OkDokument ? _okDokumentOperations : _operations).Add(operation.Name);

    internal void TellHeld(RecordedRequest request) => _held.Writer.TryWrite(request);

    internal EmulatorFault? Next(string operation)
    {
        lock (_gate)
        {
            if (_queued.TryGetValue(operation, out Queue<EmulatorFault>? queue) && queue.TryDequeue(out EmulatorFault? queued))
            {
                return queued;
            }

            return _always.TryGetValue(operation, out EmulatorFault? always) ? always : Source?.Invoke(operation);
        }
    }

    private static TaskCompletionSource NewRelease() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void CheckName(string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (!_operations.Contains(operation) && !_okDokumentOperations.Contains(operation))
        {
            throw new ArgumentException($"There is no operation {operation}; there are {string.Join(", ", _operations.Concat(_okDokumentOperations))}.", nameof(operation));
        }
    }
}
